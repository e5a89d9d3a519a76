import { shellQuote } from '../../../text/shell-quote.ts';
import type { Event } from '../../en/config/files.ts';

/** By errno: a sentence without its full stop. The code is behind the words where it is the system's own. */
const CAUSES: Readonly<Record<string, string>> = {
  EACCES: '권한이 없습니다(EACCES)',
  EBUSY: '별도의 마운트 지점이어서 그 자리에서만 쓸 수 있습니다(EBUSY)',
  EDQUOT: '디스크 할당량을 모두 썼습니다(EDQUOT)',
  EFBIG: '파일이 너무 큽니다',
  EINUSE: '다른 프로그램이 파일을 열어 두고 있습니다',
  EIO: '디스크 오류가 발생했습니다(EIO)',
  EISDIR: '디렉터리입니다',
  ELOOP: '심볼릭 링크가 순환합니다(ELOOP)',
  ENAMETOOLONG: '이름이 너무 깁니다(ENAMETOOLONG)',
  ENOENT: '디렉터리를 만들 수 없습니다(ENOENT)',
  ENOSPC: '디스크 공간이 부족합니다(ENOSPC)',
  ENOTDIR: '경로의 일부가 디렉터리가 아닙니다(ENOTDIR)',
  ENOTREG: '일반 파일이 아닙니다(파이프, 소켓 또는 장치)',
  EPERM: '허용되지 않는 작업입니다(EPERM)',
  EROFS: '읽기 전용 파일 시스템입니다(EROFS)',
};

/** `errno` is a code, or, where a failure has none, the words it came with. */
export const cause = (errno: string) => CAUSES[errno] ?? errno;

export const look = (path: string) => `파일과 디렉터리의 소유자와 권한을 확인하세요: ls -ld ${shellQuote(path)}`;

/** What became of a file, behind `파일이`. */
export const events: Readonly<Record<Event, string>> = {
  changed: '변경되었습니다',
  created: '새로 만들어졌습니다',
  removed: '삭제되었습니다',
};

export const inMegabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;
