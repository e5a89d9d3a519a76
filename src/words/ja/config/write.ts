import { shellQuote } from '../../../text/shell-quote.ts';
import type { writeNotes as enNotes, writeProblems as enProblems } from '../../en/config/write.ts';
import { octal } from '../../en/units.ts';
import { cause, events, inMegabytes, look } from './files.ts';

const AGAIN = '同じコマンドをもう一度実行してください。';

function afterWriting(path: string, errno: string): string {
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return `空き容量を増やしてから、${AGAIN}`;
  if (errno === 'EBUSY')
    return 'ファイルだけではなく、それがあるディレクトリをマウントしてください（docker run -v、compose など）。';
  if (errno === 'EROFS')
    return 'Kubernetes の ConfigMap など、読み取り専用でマウントされた場所には書き込めません。先にファイルを別の場所にコピーし、コピー先を OPENCLAW_STATE_DIR（または OPENCLAW_CONFIG_PATH）に設定してください。';
  if (errno === 'EINUSE') return `そのプログラムを閉じてから、${AGAIN}`;
  return look(path);
}

const RELEASED = `その処理が終わってから、${AGAIN}残されたロックは30秒で無効になります。`;
const kinds = {
  directory: 'ディレクトリ',
  'symbolic link': 'シンボリックリンク',
  FIFO: ' FIFO ',
  socket: 'ソケット',
  device: 'デバイス',
};

const OLDER = '以前の config は、同じ場所に .bak、.bak.1 などの名前で残っています。場所を確認：openclaw config path';
const checkMode = (path: string) => `所有者とモードを確認してください：ls -ld ${shellQuote(path)}`;
const CHANGE_THERE = `そこを手動で変更してから、${AGAIN}`;

/** Why the config or `.env` is not written. */
export const writeProblems = {
  unwritable: ({ path, errno }) => ({
    message: `${path} に書き込めません：${cause(errno)}。`,
    hint: afterWriting(path, errno),
  }),
  'read-only': ({ path }) => ({ message: `${path} に書き込めません：読み取り専用です。`, hint: checkMode(path) }),
  'directory-read-only': ({ path, directory }) => ({
    message: `${path} に書き込めません：ディレクトリ ${directory} が読み取り専用です。`,
    hint: checkMode(directory),
  }),
  'would-be-too-large': ({ path, size, most }) => ({
    message: `${path} が${size}バイトになります。読み取れるのは最大 ${inMegabytes(most)}（${most}バイト）です。`,
    hint: `小さくしてから、${AGAIN}`,
  }),
  'changed-meanwhile': ({ path, event }) => ({
    message: `${path} は、その間に別のプログラムによって${events[event]}ました。`,
    hint: '同じコマンドをもう一度実行すると、現在のファイルに対して処理します。',
  }),
  'set-in-include': ({ key, file }) => ({
    message: `${key} は include されたファイル ${file} で設定されています。このプログラムはそのファイルを変更しません。`,
    hint: CHANGE_THERE,
  }),
  'set-by-variable': ({ key, path }) => ({
    message: `${path} の ${key} は変数から設定されています。このプログラムは変数を変更しません。`,
    hint: CHANGE_THERE,
  }),
  'edit-refused': ({ path }) => ({
    message: `編集の結果が意図した内容にならないため、${path} に書き込みませんでした。`,
    hint: 'これはこのプログラムの不具合です。報告してください。',
  }),

  'locked-by-process': ({ path, pid, host }) => ({
    message: `${path} はホスト ${host} のプロセス ${pid} にロックされています。`,
    hint: RELEASED,
  }),
  locked: ({ path, lockFile }) => ({
    message: `${path} はロックされています。ロックしたプロセスは ${lockFile} からは分かりません。`,
    hint: RELEASED,
  }),
  'lock-not-a-file': ({ path, lockFile, what }) => ({
    message: `${path} をロックできません：${lockFile} はロックファイルではなく${kinds[what]}です。`,
    hint: `別の場所に移してから、${AGAIN}それが何かを確認するには：ls -ld ${shellQuote(lockFile)}`,
  }),

  'no-write-remembered': ({ path }) => ({
    message: `元に戻すものがありません：${path} への書き込みの記録がありません。`,
    hint: OLDER,
  }),
  'backup-gone': ({ path }) => ({
    message: `元に戻せません：前回の書き込み前の ${path} のバックアップがありません。`,
    hint: OLDER,
  }),
  'changed-since-write': ({ path, event, backup }) => ({
    message: `${path} は前回の書き込みの後に${events[event]}ています。`,
    ...(backup !== null && { hint: `その書き込み前のファイル：${backup}` }),
  }),

  'env-cannot-hold': ({ name }) => ({ message: `${name} のこの値は .env ファイルに書き込めません。` }),
  'env-cannot-lose': ({ name }) => ({
    message: `ほかの変数を変えずに ${name} を .env ファイルから削除することはできません。`,
  }),
  'env-keeps-token': ({ path, errno, backup }) => ({
    message: `config には書き込んでいませんが、${path} に新しい token が残っています。元に戻せませんでした：${cause(errno)}。`,
    hint: `${AGAIN}--verbose を付けると、config に書き込まなかった理由を表示します。${backup === null ? '' : `\n元のファイル：${backup}`}`,
  }),
} satisfies typeof enProblems;

/** What a write could not keep, or changed beside the content. Modes are permission bits. */
export const writeNotes = {
  'mode-narrowed': ({ path, wanted, mode }) =>
    `${path}：グループ、アクセス制御リスト（ACL）、またはモードを保持できなかったため、モードが ${octal(wanted)} から ${octal(mode)} に変わりました。`,
  'mode-not-set': ({ path, wanted, mode }) =>
    `${path}：このファイルシステムではモードを設定できないため、${octal(wanted)} ではなく ${octal(mode)} です。`,
  'env-readable': ({ path, mode }) =>
    `${path}：モードが ${octal(mode)} で、0600 に設定できないため、ほかのユーザーが読み取れる可能性があります。試してください：chmod 600 ${shellQuote(path)}`,
  'env-tightened': ({ path, mode }) => `${path}：token を含むため、モードを ${octal(mode)} から 0600 に変更しました。`,
  'env-token-kept': ({ path, name }) => `${path}：既存の別の ${name} を保持します。`,
  'env-token-replaced': ({ path, name }) =>
    `${path}：既存の別の ${name} を置き換えました。元のファイルは同じ場所の .env.bak です。`,
  'env-token-second': ({ path, name, first }) =>
    `${path}：${name} はそのまま残ります。OpenClaw は ${first} を先に読み取ります。`,
  'env-untouched': '.env は変更しません。以前に保存された token はそのまま残ります。',
} satisfies typeof enNotes;
