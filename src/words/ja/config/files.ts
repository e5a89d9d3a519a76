import { shellQuote } from '../../../text/shell-quote.ts';
import type { Event } from '../../en/config/files.ts';

/** By errno. The code is behind the words where it is the system's own, for those who search the web for it. */
const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'アクセスが許可されていません（EACCES）',
  EBUSY: 'それ自体がマウントポイントのため、置き換えられません（EBUSY）',
  EDQUOT: 'ディスククォータの上限に達しました（EDQUOT）',
  EFBIG: 'ファイルが大きすぎます',
  EINUSE: '別のプログラムが開いています',
  EIO: 'ディスクのエラーが発生しました（EIO）',
  EISDIR: 'ディレクトリです',
  ELOOP: 'シンボリックリンクが循環しています（ELOOP）',
  ENAMETOOLONG: '名前が長すぎます（ENAMETOOLONG）',
  ENOENT: 'ディレクトリを作成できません（ENOENT）',
  ENOSPC: 'デバイスの空き容量がありません（ENOSPC）',
  ENOTDIR: 'パスの途中にディレクトリではないものがあります（ENOTDIR）',
  ENOTREG: '通常のファイルではありません（パイプ、ソケット、またはデバイスです）',
  EPERM: '操作が許可されていません（EPERM）',
  EROFS: 'ファイルシステムが読み取り専用です（EROFS）',
};

/** `errno` is a code, or, where a failure has none, the words it came with. */
export const cause = (errno: string) => CAUSES[errno] ?? errno;

export const look = (path: string) =>
  `ファイルとそのディレクトリの所有者とモードを確認してください：ls -ld ${shellQuote(path)}`;

/** What became of a file: a passive verb, before its ending. */
export const events: Readonly<Record<Event, string>> = {
  changed: '変更され',
  created: '作成され',
  removed: '削除され',
};

export const inMegabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;
