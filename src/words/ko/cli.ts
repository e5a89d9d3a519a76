import type { cliProblems as english, ValueReason } from '../en/cli.ts';
import { anyOf } from './units.ts';

/** Why a value is refused. */
const valueReasons: Readonly<Record<ValueReason['kind'], string>> = {
  'looks-like-a-flag': '플래그처럼 보입니다. 값이 빠지지 않았는지 확인하세요.',
  'control-characters': '줄바꿈이나 제어 문자가 들어 있습니다.',
  'not-an-alias': '형식은 <ref>=<label>입니다.',
  'not-a-price': '미국 달러 금액이어야 합니다.',
  'not-a-count': '1부터 20까지의 정수여야 합니다.',
  'not-seconds': '0보다 크고 86400(하루) 이하인 초 단위 숫자여야 합니다.',
  'not-a-command-name': '명령 이름이어야 합니다.',
  'not-an-organisation': '조직 이름이어야 합니다(영문자, 숫자, ".", "_", "-").',
};

const seeHelp = (command: string) => `도움말: ${command} --help`;
const exampleOr = (example: string | null, command: string) => (example === null ? seeHelp(command) : `예: ${example}`);
const alikeOr = (alike: string | null, command: string) =>
  alike === null ? seeHelp(command) : `비슷한 항목: ${alike}`;

/** How else a token is passed, where the variable was not set. */
const OTHER_WAYS = '또는 파일(--huggingface-api-key-file <path>)이나 stdin(--huggingface-api-key -)으로 전달하세요.';

/** What is wrong with a command line. */
export const cliProblems = {
  'unknown-flag': ({ flag, alike, command }) => ({
    message: `${command}: ${flag} 플래그가 없습니다.`,
    hint: alikeOr(alike, command),
  }),
  'unknown-command': ({ name, alike, command }) => ({
    message: `${command}: "${name}" 명령이 없습니다.`,
    hint: alikeOr(alike, command),
  }),
  'foreign-command': ({ name }) => ({
    message: `"${name}" 명령은 이 프로그램이 아니라 OpenClaw 자체의 명령입니다.`,
    hint: '실제 OpenClaw에서 실행하세요. 이 프로그램의 명령: onboard, models, config, completion',
  }),
  'argument-missing': ({ name, command, example }) => ({
    message: `${command}: <${name}> 인수가 필요합니다.`,
    hint: exampleOr(example, command),
  }),
  'value-missing': ({ flag, command, example }) => ({
    message: `${flag}: 값이 없습니다.`,
    hint: exampleOr(example, command),
  }),
  'too-many-arguments': ({ given, allowed, instead, command }) => {
    const takes = allowed === 0 ? '인수를 받지 않습니다' : `인수를 ${allowed}개까지만 받습니다`;
    const got = given.map((text) => `"${text}"`).join(' ');
    return { message: `${command}: ${takes}. 입력된 값: ${got}`, hint: instead ?? seeHelp(command) };
  },
  'two-flags': ({ flags, instead }) => ({
    message: `함께 쓸 수 없는 플래그입니다: ${flags[0]}, ${flags[1]}`,
    hint: `하나만 사용하세요: ${instead}`,
  }),
  'flag-needs': ({ flag, needs, instead }) => ({
    message: `${flag} 플래그는 ${needs} 플래그와 함께 써야 합니다.`,
    hint: `둘 다 지정하세요: ${instead}`,
  }),
  'wrong-choice': ({ name, value, choices, alike, command }) => ({
    message: `${name}: "${value}" 값은 쓸 수 없습니다. 가능한 값: ${anyOf(choices)}`,
    hint: alikeOr(alike, command),
  }),
  'wrong-value': ({ name, value, reason, command, example }) => ({
    message: `${name}: "${value}" 값은 쓸 수 없습니다. ${valueReasons[reason.kind]}`,
    hint: exampleOr(example, command),
  }),
  'empty-value': ({ name, command }) => ({
    message: `${name}: 값이 비어 있습니다. 변수가 설정되어 있는지 확인하세요.`,
    hint: seeHelp(command),
  }),
  'empty-key': {
    message: '--huggingface-api-key: 값이 비어 있습니다. 변수가 설정되어 있는지 확인하세요.',
    hint: OTHER_WAYS,
  },
  'key-is-a-flag': {
    message: '--huggingface-api-key: 토큰 자리에 플래그가 있습니다. 변수가 설정되어 있는지 확인하세요.',
    hint: OTHER_WAYS,
  },
  'model-as-alias': ({ label, swapped }) => ({
    message: `"${label}": 별칭이 아니라 모델입니다.`,
    hint: `순서를 바꿔 보세요: ${swapped}`,
  }),
  'other-auth-choice': ({ choice }) => ({
    message: `이 프로그램은 Hugging Face만 설정합니다. "${choice}" 설정에는 OpenClaw 자체의 onboard 명령을 사용하세요.`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'other-provider': ({ provider }) => ({
    message: `이 프로그램은 Hugging Face 모델만 표시합니다. "${provider}" 모델은 표시하지 않습니다.`,
    hint: 'openclaw models list --provider huggingface',
  }),
  'needs-the-service': ({ what, instead }) => ({
    message: `${what}: Hugging Face에 요청해야 하지만 --offline 상태에서는 네트워크 요청을 보내지 않습니다.`,
    hint: `--offline 없이 실행: ${instead}`,
  }),
  'answers-missing': ({ path }) => ({
    message: `--from: ${path} 파일이 없습니다.`,
    hint: 'JSON 또는 JSON5 파일의 경로를 지정하거나, stdin에서 읽으려면 하이픈(-)을 지정하세요.',
  }),
  'answers-from-terminal': {
    message: '--from -: 파이프에서 답변을 읽어야 하는데 stdin이 터미널입니다.',
    hint: '파일을 지정하세요: openclaw onboard --from <file>',
  },
  'stdin-twice': {
    message: '두 플래그가 모두 stdin을 읽습니다: --from -, --huggingface-api-key -',
    hint: '토큰은 파일로 전달하세요: --huggingface-api-key-file <path>',
  },
  'token-among-answers': ({ place }) => ({
    message: `${place}: 토큰이나 토큰용 키가 있습니다. 답변에는 토큰을 넣을 수 없습니다.`,
    hint: '따로 전달하세요: --huggingface-api-key-file <path>',
  }),
  'unknown-answer': ({ key, place, flag, alike, known }) => {
    const other = alike === null ? `쓸 수 있는 항목: ${known.join(', ')}` : `비슷한 항목: ${alike}`;
    return {
      message: `${place}: "${key}" 항목은 답변으로 쓸 수 없습니다.`,
      hint: flag === null ? other : `플래그입니다. --from과 함께 지정하세요: ${flag}`,
    };
  },
  'remote-mode': {
    message: '--mode remote: 지원하지 않습니다. 원격 게이트웨이의 구성은 그 게이트웨이가 있는 컴퓨터에 있습니다.',
    hint: '그 컴퓨터에서 실행하세요: openclaw onboard --mode local',
  },
  'no-terminal': {
    message: '터미널이 없어 질문할 수 없습니다.',
    hint: '대신 실행하세요: openclaw onboard --non-interactive --mode local --auth-choice huggingface-api-key --huggingface-api-key-file <path>',
  },
  'out-of-time': ({ seconds, more }) => ({
    message: `실행이 ${seconds}초 안에 끝나지 않았습니다.`,
    hint: `다시 시도하거나 시간을 늘리세요: --timeout ${more}`,
  }),
  'removal-unconfirmed': {
    message: '터미널이 없어 제거하기 전에 확인을 받을 수 없습니다.',
    hint: '대신 실행하세요: openclaw onboard --remove --non-interactive',
  },
  unexpected: ({ detail }) => ({
    message: `예상하지 못한 오류: ${detail}`,
    hint: '같은 명령에 --verbose 플래그를 붙여 실행하고 출력 내용을 알려 주세요.',
  }),
  'output-failed': ({ code, wrote }) => ({ message: `출력을 쓸 수 없습니다(${code}).`, ...didWrite(wrote) }),
  'output-interrupted': ({ by, wrote }) => ({
    message: `출력이 읽히기를 기다리는 동안 ${by === 'SIGTERM' ? '종료' : '중단'}되었습니다.`,
    ...didWrite(wrote),
  }),
  'ended-early': ({ wrote }) => ({
    message: '더 기다릴 것이 없어 작업을 마치기 전에 실행이 끝났습니다.',
    ...(wrote.length > 0 && { hint: `그때까지 저장한 파일: ${wrote.join(', ')}` }),
  }),
} satisfies typeof english;

/** Of a run that was completed and could not say so. */
function didWrite(paths: readonly string[]): { hint?: string } {
  return paths.length === 0 ? {} : { hint: `작업 자체는 완료되었습니다. 저장한 파일: ${paths.join(', ')}` };
}
