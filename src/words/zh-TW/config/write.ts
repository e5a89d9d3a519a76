import { shellQuote } from '../../../text/shell-quote.ts';
import type { Words } from '../../words.ts';
import { octal } from '../units.ts';
import { cause, events, inMegabytes, look } from './files.ts';

function afterWriting(path: string, errno: string): string {
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return '請釋出一些空間，再執行一次相同的命令。';
  if (errno === 'EBUSY') return '請掛載檔案所在的目錄，而不要只掛載該檔案（docker run -v、compose 等）。';
  if (errno === 'EROFS')
    return 'Kubernetes 的 ConfigMap 等唯讀掛載無法寫入。請先將檔案複製到別處，再把 OPENCLAW_STATE_DIR（或 OPENCLAW_CONFIG_PATH）設為複本所在的位置。';
  if (errno === 'EINUSE') return '請關閉該程式，再執行一次相同的命令。';
  return look(path);
}

const RELEASED = '請等它結束後，再執行一次相同的命令。遺留的鎖定檔會在 30 秒後失效。';
const kinds = {
  directory: '目錄',
  'symbolic link': '符號連結',
  FIFO: ' FIFO',
  socket: ' socket',
  device: '裝置',
};

const OLDER = '較舊版本的設定檔就在它旁邊（.bak、.bak.1 等）：openclaw config path';
const BY_HAND = '請在該處手動變更，再執行一次相同的命令。';

export const writeProblems = {
  unwritable: ({ path, errno }) => ({
    message: `無法寫入 ${path}：${cause(errno)}。`,
    hint: afterWriting(path, errno),
  }),
  'read-only': ({ path }) => ({
    message: `無法寫入 ${path}：它是唯讀的。`,
    hint: `請檢查其擁有者和權限：ls -ld ${shellQuote(path)}`,
  }),
  'directory-read-only': ({ path, directory }) => ({
    message: `無法寫入 ${path}：其所在目錄 ${directory} 是唯讀的。`,
    hint: `請檢查其擁有者和權限：ls -ld ${shellQuote(directory)}`,
  }),
  'would-be-too-large': ({ path, size, most }) => ({
    message: `${path} 會變成 ${size} 位元組，但最多只會讀取 ${inMegabytes(most)}（${most} 位元組）。`,
    hint: '請縮小檔案，再執行一次相同的命令。',
  }),
  'changed-meanwhile': ({ path, event }) => ({
    message: `在此期間，${path} 已被另一個程式${events[event]}。`,
    hint: '請再執行一次相同的命令，屆時會以檔案目前的內容為準。',
  }),
  'set-in-include': ({ key, file }) => ({
    message: `${key} 是在引入的檔案 ${file} 中設定的，本程式絕不會變更該檔案。`,
    hint: BY_HAND,
  }),
  'set-by-variable': ({ key, path }) => ({
    message: `${key} 來自 ${path} 中的變數，本程式絕不會變更它。`,
    hint: BY_HAND,
  }),
  'edit-refused': ({ path }) => ({
    message: `未寫入 ${path}：編輯後的內容會與預期不符。`,
    hint: '這是本程式的缺陷，請回報。',
  }),

  'locked-by-process': ({ path, pid, host }) => ({
    message: `${path} 已被主機 ${host} 上的程序 ${pid} 鎖定。`,
    hint: RELEASED,
  }),
  locked: ({ path, lockFile }) => ({
    message: `${path} 已鎖定；${lockFile} 未說明由誰鎖定。`,
    hint: RELEASED,
  }),
  'lock-not-a-file': ({ path, lockFile, what }) => ({
    message: `無法鎖定 ${path}：${lockFile} 是${kinds[what]}，不是鎖定檔。`,
    hint: `請確認它是什麼並將其移開，再執行一次相同的命令：ls -ld ${shellQuote(lockFile)}`,
  }),

  'no-write-remembered': ({ path }) => ({
    message: `沒有可復原的內容：沒有寫入 ${path} 的紀錄。`,
    hint: OLDER,
  }),
  'backup-gone': ({ path }) => ({
    message: `沒有可復原的內容：上次寫入 ${path} 之前的備份已不存在。`,
    hint: OLDER,
  }),
  'changed-since-write': ({ path, event, backup }) => ({
    message: `自上次寫入後，${path} 已被${events[event]}。`,
    ...(backup !== null && { hint: `該次寫入前的檔案：${backup}` }),
  }),

  'env-cannot-hold': ({ name }) => ({ message: `.env 檔案無法存放 ${name} 的這個值。` }),
  'env-cannot-lose': ({ name }) => ({
    message: `無法在不變更其他變數的情況下，將 ${name} 從 .env 檔案移除。`,
  }),
  'env-keeps-token': ({ path, errno, backup }) => ({
    message: `設定檔未寫入，但新的權杖仍留在 ${path} 中，無法還原：${cause(errno)}。`,
    hint: `請再執行一次相同的命令；加上 --verbose 會說明設定檔未寫入的原因。${backup === null ? '' : `\n舊檔案：${backup}`}`,
  }),
} satisfies Partial<Words['problems']>;

export const writeNotes = {
  'mode-narrowed': ({ path, wanted, mode }) =>
    `${path}：權限原為 ${octal(wanted)}，現為 ${octal(mode)}，因為無法保留其群組、存取控制清單（ACL）或權限。`,
  'mode-not-set': ({ path, wanted, mode }) =>
    `${path}：權限為 ${octal(mode)} 而非 ${octal(wanted)}，因為此檔案系統不允許設定權限。`,
  'env-readable': ({ path, mode }) =>
    `${path}：其他使用者也許能讀取它，因為權限為 ${octal(mode)}，且無法設為 0600。可試試：chmod 600 ${shellQuote(path)}`,
  'env-tightened': ({ path, mode }) => `${path}：權限原為 ${octal(mode)}；因檔案中有權杖，現為 0600。`,
  'env-token-kept': ({ path, name }) => `${path}：其中另一個 ${name} 已保留。`,
  'env-token-replaced': ({ path, name }) => `${path}：其中另一個 ${name} 已被取代；舊檔案是旁邊的 .env.bak。`,
  'env-token-second': ({ path, name, first }) => `${path}：${name} 仍保留；OpenClaw 會先讀取 ${first}。`,
  'env-untouched': '.env 未變更：先前儲存在其中的權杖仍保留。',
} satisfies Partial<Words['notes']>;
