import { shellQuote } from '../../../text/shell-quote.ts';

/** By errno; the system's own codes stay, for those who search the web for them. */
const CAUSES: Readonly<Record<string, string>> = {
  EACCES: '权限不足（EACCES）',
  EBUSY: '它本身是挂载点，只能就地写入（EBUSY）',
  EDQUOT: '磁盘配额已用完（EDQUOT）',
  EFBIG: '文件太大',
  EINUSE: '另一个程序正在使用它',
  EIO: '磁盘回报错误（EIO）',
  EISDIR: '它是目录',
  ELOOP: '符号链接形成循环（ELOOP）',
  ENAMETOOLONG: '名称太长（ENAMETOOLONG）',
  ENOENT: '无法创建其所在目录（ENOENT）',
  ENOSPC: '设备空间不足（ENOSPC）',
  ENOTDIR: '路径的某一部分不是目录（ENOTDIR）',
  ENOTREG: '它不是一般文件（而是管线、socket 或设备）',
  EPERM: '不允许此操作（EPERM）',
  EROFS: '文件系统是唯读的（EROFS）',
};

/** `errno` is a code, or, where a failure has none, the words it came with. */
export const cause = (errno: string) => CAUSES[errno] ?? errno;

export const look = (path: string) => `请检查它及其所在目录的拥有者和权限：ls -ld ${shellQuote(path)}`;

/** What was done to a file. */
export const events = { changed: '修改', created: '创建', removed: '移除' };

export const inMegabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;
