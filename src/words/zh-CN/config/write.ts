import { shellQuote } from '../../../text/shell-quote.ts';
import type { Words } from '../../words.ts';
import { octal } from '../units.ts';
import { cause, events, inMegabytes, look } from './files.ts';

function afterWriting(path: string, errno: string): string {
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return '请释放一些空间，然后再次运行相同的命令。';
  if (errno === 'EBUSY') return '请挂载文件所在的目录，而不要只挂载该文件（docker run -v、compose 等）。';
  if (errno === 'EROFS')
    return 'Kubernetes 的 ConfigMap 等只读挂载无法写入。请先将文件复制到别处，再把 OPENCLAW_STATE_DIR（或 OPENCLAW_CONFIG_PATH）设为副本所在位置。';
  if (errno === 'EINUSE') return '请关闭该程序，然后再次运行相同的命令。';
  return look(path);
}

const RELEASED = '请等它结束后再次运行相同的命令。遗留的锁会在 30 秒后失效。';
const kinds = {
  directory: '目录',
  'symbolic link': '符号链接',
  FIFO: ' FIFO',
  socket: '套接字',
  device: '设备',
};

const OLDER = '旧版本的配置文件就在它旁边（.bak、.bak.1 等）：openclaw config path';
const BY_HAND = '请在那里手动更改，然后再次运行相同的命令。';

export const writeProblems = {
  unwritable: ({ path, errno }) => ({
    message: `无法写入 ${path}：${cause(errno)}。`,
    hint: afterWriting(path, errno),
  }),
  'read-only': ({ path }) => ({
    message: `无法写入 ${path}：它是只读的。`,
    hint: `请检查其所有者和权限：ls -ld ${shellQuote(path)}`,
  }),
  'directory-read-only': ({ path, directory }) => ({
    message: `无法写入 ${path}：其所在目录 ${directory} 是只读的。`,
    hint: `请检查其所有者和权限：ls -ld ${shellQuote(directory)}`,
  }),
  'would-be-too-large': ({ path, size, most }) => ({
    message: `${path} 将达到 ${size} 字节，但最多只读取 ${inMegabytes(most)}（${most} 字节）。`,
    hint: '请缩小文件，然后再次运行相同的命令。',
  }),
  'changed-meanwhile': ({ path, event }) => ({
    message: `在此期间，${path} 已被另一个程序${events[event]}。`,
    hint: '请再次运行相同的命令，届时会以文件的当前内容为准。',
  }),
  'set-in-include': ({ key, file }) => ({
    message: `${key} 是在引入的文件 ${file} 中设置的，本程序从不更改该文件。`,
    hint: BY_HAND,
  }),
  'set-by-variable': ({ key, path }) => ({
    message: `${key} 来自 ${path} 中的变量，本程序从不更改它。`,
    hint: BY_HAND,
  }),
  'edit-refused': ({ path }) => ({
    message: `未写入 ${path}：编辑后的内容与预期不符。`,
    hint: '这是本程序的缺陷，请反馈。',
  }),

  'locked-by-process': ({ path, pid, host }) => ({
    message: `${path} 已被主机 ${host} 上的进程 ${pid} 锁定。`,
    hint: RELEASED,
  }),
  locked: ({ path, lockFile }) => ({
    message: `${path} 已被锁定；${lockFile} 未说明由谁锁定。`,
    hint: RELEASED,
  }),
  'lock-not-a-file': ({ path, lockFile, what }) => ({
    message: `无法锁定 ${path}：${lockFile} 是${kinds[what]}，不是锁文件。`,
    hint: `请确认它是什么并将其移走，然后再次运行相同的命令：ls -ld ${shellQuote(lockFile)}`,
  }),

  'no-write-remembered': ({ path }) => ({
    message: `没有可撤销的内容：没有写入 ${path} 的记录。`,
    hint: OLDER,
  }),
  'backup-gone': ({ path }) => ({
    message: `没有可撤销的内容：上次写入 ${path} 之前的备份已不存在。`,
    hint: OLDER,
  }),
  'changed-since-write': ({ path, event, backup }) => ({
    message: `自上次写入后，${path} 已被${events[event]}。`,
    ...(backup !== null && { hint: `该次写入前的文件：${backup}` }),
  }),

  'env-cannot-hold': ({ name }) => ({ message: `.env 文件无法存放 ${name} 的这个值。` }),
  'env-cannot-lose': ({ name }) => ({
    message: `无法在不改动其他变量的情况下从 .env 文件中移除 ${name}。`,
  }),
  'env-keeps-token': ({ path, errno, backup }) => ({
    message: `配置文件未写入，但新令牌仍留在 ${path} 中，无法还原：${cause(errno)}。`,
    hint: `请再次运行相同的命令；加上 --verbose 会说明配置文件未写入的原因。${backup === null ? '' : `\n旧文件：${backup}`}`,
  }),
} satisfies Partial<Words['problems']>;

export const writeNotes = {
  'mode-narrowed': ({ path, wanted, mode }) =>
    `${path}：权限原为 ${octal(wanted)}，现为 ${octal(mode)}，因为无法保留其所属组、访问控制列表（ACL）或权限。`,
  'mode-not-set': ({ path, wanted, mode }) =>
    `${path}：权限为 ${octal(mode)} 而非 ${octal(wanted)}，因为此文件系统不允许设置权限。`,
  'env-readable': ({ path, mode }) =>
    `${path}：其他用户也许能读取它，因为权限为 ${octal(mode)}，且无法设为 0600。可尝试：chmod 600 ${shellQuote(path)}`,
  'env-tightened': ({ path, mode }) => `${path}：权限原为 ${octal(mode)}；因文件中有令牌，现为 0600。`,
  'env-token-kept': ({ path, name }) => `${path}：其中另一个 ${name} 已保留。`,
  'env-token-replaced': ({ path, name }) => `${path}：其中另一个 ${name} 已被替换；旧文件是旁边的 .env.bak。`,
  'env-token-second': ({ path, name, first }) => `${path}：${name} 仍保留；OpenClaw 会先读取 ${first}。`,
  'env-untouched': '.env 未更改：之前保存在其中的令牌仍保留。',
} satisfies Partial<Words['notes']>;
