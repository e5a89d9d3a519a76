import type { Words } from '../../words.ts';
import { status } from '../status.ts';
import { isOfType } from '../units.ts';
import { faultIn } from './read.ts';

export const configProblems = {
  'not-a-path': ({ text }) => ({
    message: `${JSON.stringify(text)} 不是路径。`,
    hint: '请这样写：openclaw config get \'agents.defaults.models["huggingface/Qwen/Qwen3-8B"].alias\'',
  }),
  'not-in-config': ({ key, path, near, parent, keys }) => ({
    message: `${path} 中没有 ${key}。`,
    ...(near !== null && { hint: `你是指 ${near} 吗？` }),
    ...(near === null &&
      keys.length > 0 && { hint: `${parent === null ? '配置中' : `${parent} 中`}有：${keys.join('、')}` }),
    ...(parent === null && keys.length === 0 && { hint: status.setUp }),
  }),
} satisfies Partial<Words['problems']>;

/** What a key that this program reads must be. */
const needed = {
  string: '字符串',
  'non-negative': '大于或等于 0 的数字',
  positive: '大于 0 的数字',
  boolean: ' true 或 false',
  strings: '字符串数组',
  model: '模型引用，或含有 primary 和 fallbacks 的对象',
  object: '对象',
  array: '数组',
};

const issues = {
  'invalid-text': ({ fault }) => faultIn(fault),
  'wrong-type': ({ key, needs, found }) =>
    `${key} 应为${needed[needs]}，但实际${typeof found === 'string' ? isOfType(found) : `是 ${found}`}`,
  'key-missing': ({ key, missing }) => `${key} 缺少 OpenClaw 必需的 ${missing}`,
  'variable-not-set': ({ key, name }) => `${key} 引用了 \${${name}}，但运行此命令的环境中未设置该变量`,
  'token-under-env': ({ key, name }) => `只有 2026.8 之前的 OpenClaw 会读取 ${key}：之后的版本只接受 env.vars.${name}`,
} satisfies Words['config']['issues'];

export const config = {
  issues,
  verdict: ({ isValid, path }) => `${isValid ? '有效' : '无效'}：${path}`,
  issue: ({ message, at, isWarning }) => `- ${isWarning ? '警告：' : ''}${at === null ? '' : `${at}：`}${message}`,
  scope: '语法、引入的文件，以及本程序读取的键',
  checked: ({ scope }) => `已检查：${scope}。未检查 OpenClaw 的完整 schema。`,
  removed: ({ path }) => [`已移除：${path}`, '原先没有此文件。'],
  restored: ({ path, from }) => [`已还原：${path}`, `来源：${from}`],
} satisfies Words['config'];
