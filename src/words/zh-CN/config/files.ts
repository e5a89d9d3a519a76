import { shellQuote } from '../../../text/shell-quote.ts';

/** By errno; the system's own codes stay, for those who search the web for them. */
const CAUSES: Readonly<Record<string, string>> = {
  EACCES: '权限不足（EACCES）',
  EBUSY: '它本身是挂载点，只能原地写入（EBUSY）',
  EDQUOT: '磁盘配额已用完（EDQUOT）',
  EFBIG: '文件太大',
  EINUSE: '它正被另一个程序占用',
  EIO: '磁盘报告了错误（EIO）',
  EISDIR: '它是目录',
  ELOOP: '符号链接形成循环（ELOOP）',
  ENAMETOOLONG: '名称太长（ENAMETOOLONG）',
  ENOENT: '无法创建其所在目录（ENOENT）',
  ENOSPC: '设备上没有剩余空间（ENOSPC）',
  ENOTDIR: '路径中有一部分不是目录（ENOTDIR）',
  ENOTREG: '它不是普通文件（而是管道、套接字或设备）',
  EPERM: '操作不被允许（EPERM）',
  EROFS: '文件系统是只读的（EROFS）',
};

/** `errno` is a code, or, where a failure has none, the words it came with. */
export const cause = (errno: string) => CAUSES[errno] ?? errno;

export const look = (path: string) => `请检查它及其所在目录的所有者和权限：ls -ld ${shellQuote(path)}`;

/** What was done to a file. */
export const events = { changed: '修改', created: '创建', removed: '删除' };

export const inMegabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;
