import type { ValueReason } from '../en/cli.ts';
import { say } from '../message.ts';
import type { Words } from '../words.ts';
import { anyOf } from './units.ts';

/** Why a value is refused. */
const valueReasons = {
  'looks-like-a-flag': '它看起來像旗標。是否漏了值？',
  'control-characters': '其中含有換行或控制字元。',
  'not-an-alias': '格式為 <ref>=<label>。',
  'not-a-price': '必須是以美元為單位的數字。',
  'not-a-count': '必須是 1 到 20 的整數。',
  'not-seconds': '必須是秒數：大於 0，最多 86400（一天）。',
  'not-a-command-name': '必須是命令的名稱。',
  'not-an-organisation': '必須是組織的名稱（字母、數字、「.」、「_」和「-」）。',
};

const whyRefused = (reason: ValueReason): string => say(valueReasons, reason);

const seeHelp = (command: string) => `請見：${command} --help`;
const exampleOr = (example: string | null, command: string) =>
  example === null ? seeHelp(command) : `例如：${example}`;
const alikeOr = (alike: string | null, command: string) => (alike === null ? seeHelp(command) : `你是指 ${alike} 嗎？`);

/** How else a token is passed, where the variable was not set. */
const OTHER_WAYS = '也可以透過檔案（--huggingface-api-key-file <path>）或標準輸入（--huggingface-api-key -）傳入。';

export const cliProblems = {
  'unknown-flag': ({ flag, alike, command }) => ({
    message: `${command} 沒有旗標 ${flag}。`,
    hint: alikeOr(alike, command),
  }),
  'unknown-command': ({ name, alike, command }) => ({
    message: `${command} 沒有命令「${name}」。`,
    hint: alikeOr(alike, command),
  }),
  'foreign-command': ({ name }) => ({
    message: `「${name}」是 OpenClaw 本身的命令，不是本程式的命令。`,
    hint: '請用 OpenClaw 本身執行。本程式只有：onboard、models、config、completion。',
  }),
  'argument-missing': ({ name, command, example }) => ({
    message: `${command} 缺少引數 <${name}>。`,
    hint: exampleOr(example, command),
  }),
  'value-missing': ({ flag, command, example }) => ({
    message: `${flag}：缺少值。`,
    hint: exampleOr(example, command),
  }),
  'too-many-arguments': ({ given, allowed, instead, command }) => {
    const takes = allowed === 0 ? '不接受引數' : `只接受 ${allowed} 個引數`;
    const got = given.map((text) => `「${text}」`).join('');
    return { message: `${command} ${takes}，但收到${got}。`, hint: instead ?? seeHelp(command) };
  },
  'two-flags': ({ flags, instead }) => ({
    message: `${flags[0]} 和 ${flags[1]} 不能同時使用。`,
    hint: `請只傳入其中一個：${instead}`,
  }),
  'flag-needs': ({ flag, needs, instead }) => ({
    message: `${flag} 只能和 ${needs} 一起使用。`,
    hint: `請同時傳入兩者：${instead}`,
  }),
  'wrong-choice': ({ name, value, choices, alike, command }) => ({
    message: `${name} 不能是「${value}」，只能是 ${anyOf(choices)}。`,
    hint: alikeOr(alike, command),
  }),
  'wrong-value': ({ name, value, reason, command, example }) => ({
    message: `${name} 不能是「${value}」：${whyRefused(reason)}`,
    hint: exampleOr(example, command),
  }),
  'empty-value': ({ name, command }) => ({ message: `${name} 是空的。變數是否已設定？`, hint: seeHelp(command) }),
  'empty-key': { message: '--huggingface-api-key 是空的。變數是否已設定？', hint: OTHER_WAYS },
  'key-is-a-flag': {
    message: '--huggingface-api-key 後面是旗標，不是權杖。變數是否已設定？',
    hint: OTHER_WAYS,
  },
  'model-as-alias': ({ label, swapped }) => ({
    message: `「${label}」是模型，不是別名。`,
    hint: `順序是否寫反了？${swapped}`,
  }),
  'other-auth-choice': ({ choice }) => ({
    message: `本程式只設定 Hugging Face；若要使用「${choice}」，請執行 OpenClaw 本身的 onboard。`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'other-provider': ({ provider }) => ({
    message: `本程式只列出 Hugging Face 的模型，不列出「${provider}」的模型。`,
    hint: 'openclaw models list --provider huggingface',
  }),
  'needs-the-service': ({ what, instead }) => ({
    message: `${what} 需要連線到 Hugging Face，但 --offline 不會發出任何網路請求。`,
    hint: `拿掉 --offline：${instead}`,
  }),
  'answers-missing': ({ path }) => ({
    message: `--from：${path} 不存在。`,
    hint: '請傳入 JSON 或 JSON5 檔案的路徑，或以 - 表示標準輸入。',
  }),
  'answers-from-terminal': {
    message: '--from - 從管線讀取答案，但標準輸入是終端機。',
    hint: '請傳入檔案：openclaw onboard --from <file>',
  },
  'stdin-twice': {
    message: '--from - 和 --huggingface-api-key - 都會讀取標準輸入。',
    hint: '請用檔案傳入權杖：--huggingface-api-key-file <path>',
  },
  'token-among-answers': ({ place }) => ({
    message: `${place}：這裡有權杖，或用於權杖的鍵。答案中不能有權杖。`,
    hint: '請另外傳入：--huggingface-api-key-file <path>',
  }),
  'unknown-answer': ({ key, place, flag, alike, known }) => {
    const other = alike === null ? `可用的鍵：${known.join('、')}` : `你是指 ${alike} 嗎？`;
    return {
      message: `${place}：「${key}」不是答案可用的鍵。`,
      hint: flag === null ? other : `它是旗標：請在 --from 之外另加 ${flag}。`,
    };
  },
  'remote-mode': {
    message: '不支援 --mode remote：遠端 Gateway 的設定在它自己的電腦上。',
    hint: '請在那台電腦上執行：openclaw onboard --mode local',
  },
  'no-terminal': {
    message: '沒有終端機，無法提問。',
    hint: '請改為執行：openclaw onboard --non-interactive --mode local --auth-choice huggingface-api-key --huggingface-api-key-file <path>',
  },
  'out-of-time': ({ seconds, more }) => ({
    message: `執行時間超過 ${seconds} 秒。`,
    hint: `請再試一次，或延長時限：--timeout ${more}`,
  }),
  'removal-unconfirmed': {
    message: '沒有終端機，無法在移除前徵求確認。',
    hint: '請改為執行：openclaw onboard --remove --non-interactive',
  },
  unexpected: ({ detail }) => ({
    message: `未預期的錯誤：${detail}`,
    hint: '請加上 --verbose 再執行一次相同的命令，並回報其輸出。',
  }),
  'output-failed': ({ code, wrote }) => ({
    message: `無法寫出輸出（${code}）。`,
    ...didWrite(wrote),
  }),
  'output-interrupted': ({ by, wrote }) => ({
    message: `輸出還在等候讀取時，程式${by === 'SIGTERM' ? '被終止' : '被中斷'}。`,
    ...didWrite(wrote),
  }),
  'ended-early': ({ wrote }) => ({
    message: '程式在工作完成前就結束了：已沒有可等待的作業。',
    ...(wrote.length > 0 && { hint: `在此之前已寫入 ${wrote.join('、')}。` }),
  }),
} satisfies Partial<Words['problems']>;

/** Of a run that was completed and could not say so. */
function didWrite(paths: readonly string[]): { hint?: string } {
  return paths.length === 0 ? {} : { hint: `命令本身已完成，並已寫入 ${paths.join('、')}。` };
}
