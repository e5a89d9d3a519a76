import type { configProblems as english } from '../../en/config/commands.ts';
import { say } from '../../message.ts';
import type { Words } from '../../words.ts';
import { status } from '../status.ts';
import { typeName } from '../units.ts';
import { faults } from './read.ts';

/** What `config get` refuses. */
export const configProblems = {
  'not-a-path': ({ text }) => ({
    message: `경로가 아닙니다: ${JSON.stringify(text)}`,
    hint: '예: openclaw config get \'agents.defaults.models["huggingface/Qwen/Qwen3-8B"].alias\'',
  }),
  'not-in-config': ({ key, path, near, parent, keys }) => ({
    message: `${path}에 없는 키입니다: ${key}`,
    ...(near !== null && { hint: `비슷한 경로: ${near}` }),
    ...(near === null && keys.length > 0 && { hint: `${parent ?? '구성'}에 있는 키: ${keys.join(', ')}` }),
    ...(parent === null && keys.length === 0 && { hint: status.setUp }),
  }),
} satisfies typeof english;

/** What a key that this program reads must be. */
const needed = {
  string: '문자열',
  'non-negative': '0 이상의 숫자',
  positive: '0보다 큰 숫자',
  boolean: 'true 또는 false',
  strings: '문자열 배열',
  model: '모델 참조, 또는 primary와 fallbacks가 있는 객체',
  object: '객체',
  array: '배열',
};

/** `config undo`, `config validate`. */
export const config = {
  issues: {
    'invalid-text': ({ fault }) => say(faults, fault),
    'wrong-type': ({ key, needs, found }) =>
      `${key}: 형식이 맞지 않습니다(필요: ${needed[needs]}, 현재: ${typeof found === 'string' ? typeName(found) : found})`,
    'key-missing': ({ key, missing }) => `${key}: OpenClaw에 필요한 ${missing} 키가 없습니다`,
    'variable-not-set': ({ key, name }) =>
      `${key}: 이 명령을 실행하는 환경에 설정되지 않은 변수를 참조합니다: \${${name}}`,
    'token-under-env': ({ key, name }) =>
      `${key}: OpenClaw 2026.8 이전 버전에서만 읽습니다. 2026.8부터 읽는 키: env.vars.${name}`,
  },
  verdict: ({ isValid, path }) => `${isValid ? '유효함' : '유효하지 않음'}: ${path}`,
  issue: ({ message, at, isWarning }) => `- ${isWarning ? '경고: ' : ''}${at === null ? '' : `${at}: `}${message}`,
  scope: '구문, include, 이 프로그램이 읽는 키',
  checked: ({ scope }) => `확인함: ${scope}. OpenClaw의 전체 스키마는 확인하지 않았습니다.`,
  removed: ({ path }) => [`제거함: ${path}`, '이전에는 파일이 없었습니다.'],
  restored: ({ path, from }) => [`복원함: ${path}`, `복원에 사용한 파일: ${from}`],
} satisfies Words['config'];
