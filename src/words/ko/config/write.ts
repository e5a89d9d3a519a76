import { shellQuote } from '../../../text/shell-quote.ts';
import type { writeNotes as englishNotes, writeProblems as englishProblems } from '../../en/config/write.ts';
import { octal } from '../units.ts';
import { cause, events, inMegabytes, look } from './files.ts';

function afterWriting(path: string, errno: string): string {
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return '공간을 확보한 다음 같은 명령을 다시 실행하세요.';
  if (errno === 'EBUSY') return '파일 하나가 아니라 그 파일이 있는 디렉터리를 마운트하세요(docker run -v, compose 등).';
  if (errno === 'EROFS')
    return 'Kubernetes ConfigMap처럼 읽기 전용으로 마운트된 위치에는 쓸 수 없습니다. 먼저 파일을 다른 위치에 복사한 다음 OPENCLAW_STATE_DIR\u200b(또는 OPENCLAW_CONFIG_PATH)에 그 위치를 설정하세요.';
  if (errno === 'EINUSE') return '그 프로그램을 닫은 다음 같은 명령을 다시 실행하세요.';
  return look(path);
}

const RELEASED = '그 실행이 끝난 다음 같은 명령을 다시 실행하세요. 남겨진 잠금은 30초 뒤에 만료됩니다.';
const kinds = {
  directory: '디렉터리',
  'symbolic link': '심볼릭 링크',
  FIFO: 'FIFO',
  socket: '소켓',
  device: '장치',
};

const OLDER = '이전 구성은 같은 위치에 .bak, .bak.1, … 이름으로 있습니다: openclaw config path';
const CHANGE_THERE = '그 위치에서 직접 변경한 다음 같은 명령을 다시 실행하세요.';
const checkMode = (path: string) => `소유자와 권한을 확인하세요: ls -ld ${shellQuote(path)}`;

/** Why the config or `.env` is not written. */
export const writeProblems = {
  unwritable: ({ path, errno }) => ({
    message: `${path}에 쓸 수 없습니다: ${cause(errno)}.`,
    hint: afterWriting(path, errno),
  }),
  'read-only': ({ path }) => ({ message: `${path}에 쓸 수 없습니다: 읽기 전용입니다.`, hint: checkMode(path) }),
  'directory-read-only': ({ path, directory }) => ({
    message: `${path}에 쓸 수 없습니다: 읽기 전용 디렉터리입니다(${directory}).`,
    hint: checkMode(directory),
  }),
  'would-be-too-large': ({ path, size, most }) => ({
    message: `${path}: 파일이 너무 커집니다(${size}바이트). ${inMegabytes(most)}(${most}바이트)까지만 읽을 수 있습니다.`,
    hint: '파일을 줄인 다음 같은 명령을 다시 실행하세요.',
  }),
  'changed-meanwhile': ({ path, event }) => ({
    message: `${path}: 그사이 다른 프로그램에 의해 ${events[event]}.`,
    hint: '같은 명령을 다시 실행하세요. 현재 파일에 맞춰 다시 작업합니다.',
  }),
  'set-in-include': ({ key, file }) => ({
    message: `${key}: 포함된 파일에 설정되어 있으며 이 프로그램은 그 파일을 변경하지 않습니다: ${file}`,
    hint: CHANGE_THERE,
  }),
  'set-by-variable': ({ key, path }) => ({
    message: `${key}: ${path}의 변수에서 온 값이며, 이 프로그램은 변수를 변경하지 않습니다.`,
    hint: CHANGE_THERE,
  }),
  'edit-refused': ({ path }) => ({
    message: `${path}: 편집 결과가 의도와 달라 저장하지 않았습니다.`,
    hint: '이 프로그램의 결함입니다. 알려 주세요.',
  }),

  'locked-by-process': ({ path, pid, host }) => ({
    message: `${path}: 호스트 ${host}의 프로세스 ${pid}에서 잠근 파일입니다.`,
    hint: RELEASED,
  }),
  locked: ({ path, lockFile }) => ({
    message: `${path}: 잠긴 파일입니다. ${lockFile}에는 누가 잠갔는지 적혀 있지 않습니다.`,
    hint: RELEASED,
  }),
  'lock-not-a-file': ({ path, lockFile, what }) => ({
    message: `${path}: 잠글 수 없습니다. 잠금 파일 위치에 다른 것이 있습니다(${kinds[what]}): ${lockFile}`,
    hint: `무엇인지 확인하고 옮긴 다음 같은 명령을 다시 실행하세요: ls -ld ${shellQuote(lockFile)}`,
  }),

  'no-write-remembered': ({ path }) => ({
    message: `되돌릴 것이 없습니다. ${path}에 저장한 기록이 없습니다.`,
    hint: OLDER,
  }),
  'backup-gone': ({ path }) => ({
    message: `되돌릴 것이 없습니다. 마지막으로 저장하기 전의 ${path} 사본이 없어졌습니다.`,
    hint: OLDER,
  }),
  'changed-since-write': ({ path, event, backup }) => ({
    message: `${path}: 이 프로그램이 마지막으로 저장한 뒤에 ${events[event]}.`,
    ...(backup !== null && { hint: `마지막으로 저장하기 전의 파일: ${backup}` }),
  }),

  'env-cannot-hold': ({ name }) => ({ message: `${name}: .env 파일에 저장할 수 없는 값입니다.` }),
  'env-cannot-lose': ({ name }) => ({
    message: `${name}: 다른 변수를 바꾸지 않고는 .env 파일에서 제거할 수 없습니다.`,
  }),
  'env-keeps-token': ({ path, errno, backup }) => ({
    message: `구성은 저장하지 않았지만 ${path}에는 새 토큰이 남아 있습니다. 되돌릴 수 없었습니다: ${cause(errno)}.`,
    hint: `같은 명령을 다시 실행하세요. --verbose 플래그를 붙이면 구성을 저장하지 못한 이유가 표시됩니다.${backup === null ? '' : `\n이전 파일: ${backup}`}`,
  }),
} satisfies typeof englishProblems;

/** What a write could not keep, or changed beside the content. Modes are permission bits. */
export const writeNotes = {
  'mode-narrowed': ({ path, wanted, mode }) =>
    `${path}: 그룹, 접근 제어 목록(ACL) 또는 권한을 유지할 수 없어 권한이 바뀌었습니다(${octal(wanted)} → ${octal(mode)}).`,
  'mode-not-set': ({ path, wanted, mode }) =>
    `${path}: 이 파일 시스템에서는 권한을 설정할 수 없습니다(필요: ${octal(wanted)}, 현재: ${octal(mode)}).`,
  'env-readable': ({ path, mode }) =>
    `${path}: 권한이 ${octal(mode)}이고 0600으로 바꿀 수 없어 다른 사용자가 읽을 수 있습니다. 시도해 보세요: chmod 600 ${shellQuote(path)}`,
  'env-tightened': ({ path, mode }) =>
    `${path}: 토큰이 들어 있는 파일이므로 권한을 바꾸었습니다(${octal(mode)} → 0600).`,
  'env-token-kept': ({ path, name }) => `${path}: 이미 있던 다른 ${name} 값을 유지합니다.`,
  'env-token-replaced': ({ path, name }) =>
    `${path}: 이미 있던 다른 ${name} 값을 바꾸었습니다. 이전 파일은 같은 위치의 .env.bak 파일입니다.`,
  'env-token-second': ({ path, name, first }) =>
    `${path}: ${name} 값은 그대로 남습니다. OpenClaw가 먼저 읽는 변수: ${first}`,
  'env-untouched': '.env 파일은 변경하지 않습니다. 저장된 토큰이 있으면 그대로 남습니다.',
} satisfies typeof englishNotes;
