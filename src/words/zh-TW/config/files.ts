import { shellQuote } from '../../../text/shell-quote.ts';

/** By errno; the system's own codes stay, for those who search the web for them. */
const CAUSES: Readonly<Record<string, string>> = {
  EACCES: '權限不足（EACCES）',
  EBUSY: '它本身是掛載點，只能就地寫入（EBUSY）',
  EDQUOT: '磁碟配額已用完（EDQUOT）',
  EFBIG: '檔案太大',
  EINUSE: '另一個程式正在使用它',
  EIO: '磁碟回報錯誤（EIO）',
  EISDIR: '它是目錄',
  ELOOP: '符號連結形成循環（ELOOP）',
  ENAMETOOLONG: '名稱太長（ENAMETOOLONG）',
  ENOENT: '無法建立其所在目錄（ENOENT）',
  ENOSPC: '裝置空間不足（ENOSPC）',
  ENOTDIR: '路徑的某一部分不是目錄（ENOTDIR）',
  ENOTREG: '它不是一般檔案（而是管線、socket 或裝置）',
  EPERM: '不允許此操作（EPERM）',
  EROFS: '檔案系統是唯讀的（EROFS）',
};

/** `errno` is a code, or, where a failure has none, the words it came with. */
export const cause = (errno: string) => CAUSES[errno] ?? errno;

export const look = (path: string) => `請檢查它及其所在目錄的擁有者和權限：ls -ld ${shellQuote(path)}`;

/** What was done to a file. */
export const events = { changed: '修改', created: '建立', removed: '刪除' };

export const inMegabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;
