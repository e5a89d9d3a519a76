import type { Words } from '../../words.ts';
import { status } from '../status.ts';
import { isOfType } from '../units.ts';
import { faultIn } from './read.ts';

export const configProblems = {
  'not-a-path': ({ text }) => ({
    message: `${JSON.stringify(text)} 不是路徑。`,
    hint: '請這樣寫：openclaw config get \'agents.defaults.models["huggingface/Qwen/Qwen3-8B"].alias\'',
  }),
  'not-in-config': ({ key, path, near, parent, keys }) => ({
    message: `${path} 中沒有 ${key}。`,
    ...(near !== null && { hint: `你是指 ${near} 嗎？` }),
    ...(near === null &&
      keys.length > 0 && { hint: `${parent === null ? '設定中' : `${parent} 中`}有：${keys.join('、')}` }),
    ...(parent === null && keys.length === 0 && { hint: status.setUp }),
  }),
} satisfies Partial<Words['problems']>;

/** What a key that this program reads must be. */
const needed = {
  string: '字串',
  'non-negative': '大於或等於 0 的數字',
  positive: '大於 0 的數字',
  boolean: ' true 或 false',
  strings: '字串陣列',
  model: '模型參照，或含有 primary 和 fallbacks 的物件',
  object: '物件',
  array: '陣列',
};

const issues = {
  'invalid-text': ({ fault }) => faultIn(fault),
  'wrong-type': ({ key, needs, found }) =>
    `${key} 必須是${needed[needs]}，但目前${typeof found === 'string' ? isOfType(found) : `是 ${found}`}`,
  'key-missing': ({ key, missing }) => `${key} 缺少 OpenClaw 必要的 ${missing}`,
  'variable-not-set': ({ key, name }) => `${key} 參照了 \${${name}}，但執行此命令的環境未設定該變數`,
  'token-under-env': ({ key, name }) => `只有 2026.8 之前的 OpenClaw 會讀取 ${key}：之後的版本只接受 env.vars.${name}`,
} satisfies Words['config']['issues'];

export const config = {
  issues,
  verdict: ({ isValid, path }) => `${isValid ? '有效' : '無效'}：${path}`,
  issue: ({ message, at, isWarning }) => `- ${isWarning ? '警告：' : ''}${at === null ? '' : `${at}：`}${message}`,
  scope: '語法、引入的檔案，以及本程式會讀取的鍵',
  checked: ({ scope }) => `已檢查：${scope}。未檢查 OpenClaw 的完整結構描述。`,
  removed: ({ path }) => [`已移除：${path}`, '先前沒有此檔案。'],
  restored: ({ path, from }) => [`已還原：${path}`, `來源：${from}`],
} satisfies Words['config'];
