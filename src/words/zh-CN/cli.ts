import type { ValueReason } from '../en/cli.ts';
import { say } from '../message.ts';
import type { Words } from '../words.ts';
import { anyOf } from './units.ts';

/** Why a value is refused. */
const valueReasons = {
  'looks-like-a-flag': '它看起来像选项。是否漏写了值？',
  'control-characters': '其中含有换行符或控制字符。',
  'not-an-alias': '格式为 <ref>=<label>。',
  'not-a-price': '必须是以美元为单位的数字。',
  'not-a-count': '必须是 1 到 20 的整数。',
  'not-seconds': '必须是秒数：大于 0，最多 86400（一天）。',
  'not-a-command-name': '必须是命令名称。',
  'not-an-organisation': '必须是组织名称（字母、数字、“.”、“_”和“-”）。',
};

const whyRefused = (reason: ValueReason): string => say(valueReasons, reason);

const seeHelp = (command: string) => `请查看：${command} --help`;
const exampleOr = (example: string | null, command: string) =>
  example === null ? seeHelp(command) : `例如：${example}`;
const alikeOr = (alike: string | null, command: string) => (alike === null ? seeHelp(command) : `你是指 ${alike} 吗？`);

/** How else a token is passed, where the variable was not set. */
const OTHER_WAYS = '也可以通过文件（--huggingface-api-key-file <path>）或标准输入（--huggingface-api-key -）传入。';

export const cliProblems = {
  'unknown-flag': ({ flag, alike, command }) => ({
    message: `${command} 没有 ${flag} 选项。`,
    hint: alikeOr(alike, command),
  }),
  'unknown-command': ({ name, alike, command }) => ({
    message: `${command} 没有“${name}”命令。`,
    hint: alikeOr(alike, command),
  }),
  'foreign-command': ({ name }) => ({
    message: `“${name}”是 OpenClaw 自身的命令，不属于本程序。`,
    hint: '请用原版 OpenClaw 运行。本程序只有：onboard、models、config、completion。',
  }),
  'argument-missing': ({ name, command, example }) => ({
    message: `${command} 缺少参数 <${name}>。`,
    hint: exampleOr(example, command),
  }),
  'value-missing': ({ flag, command, example }) => ({
    message: `${flag}：缺少值。`,
    hint: exampleOr(example, command),
  }),
  'too-many-arguments': ({ given, allowed, instead, command }) => {
    const takes = allowed === 0 ? '不接受参数' : `只接受 ${allowed} 个参数`;
    const got = given.map((text) => `“${text}”`).join('');
    return { message: `${command} ${takes}，但收到了${got}。`, hint: instead ?? seeHelp(command) };
  },
  'two-flags': ({ flags, instead }) => ({
    message: `${flags[0]} 和 ${flags[1]} 不能同时使用。`,
    hint: `请只使用其中一个：${instead}`,
  }),
  'flag-needs': ({ flag, needs, instead }) => ({
    message: `${flag} 只能和 ${needs} 一起使用。`,
    hint: `请两者同时使用：${instead}`,
  }),
  'wrong-choice': ({ name, value, choices, alike, command }) => ({
    message: `${name} 不能是“${value}”，只能是 ${anyOf(choices)}。`,
    hint: alikeOr(alike, command),
  }),
  'wrong-value': ({ name, value, reason, command, example }) => ({
    message: `${name} 不能是“${value}”：${whyRefused(reason)}`,
    hint: exampleOr(example, command),
  }),
  'empty-value': ({ name, command }) => ({ message: `${name} 为空。变量是否已设置？`, hint: seeHelp(command) }),
  'empty-key': { message: '--huggingface-api-key 为空。变量是否已设置？', hint: OTHER_WAYS },
  'key-is-a-flag': {
    message: '--huggingface-api-key 后面是另一个选项，而不是令牌。变量是否已设置？',
    hint: OTHER_WAYS,
  },
  'model-as-alias': ({ label, swapped }) => ({
    message: `“${label}”是模型，不是别名。`,
    hint: `是不是写反了？${swapped}`,
  }),
  'other-auth-choice': ({ choice }) => ({
    message: `本程序只设置 Hugging Face；如需使用“${choice}”，请运行 OpenClaw 自身的 onboard。`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'other-provider': ({ provider }) => ({
    message: `本程序只列出 Hugging Face 的模型，不列出“${provider}”的模型。`,
    hint: 'openclaw models list --provider huggingface',
  }),
  'needs-the-service': ({ what, instead }) => ({
    message: `${what} 需要连接 Hugging Face，而 --offline 不会发出任何网络请求。`,
    hint: `去掉 --offline：${instead}`,
  }),
  'answers-missing': ({ path }) => ({
    message: `--from：${path} 不存在。`,
    hint: '请传入 JSON 或 JSON5 文件的路径，或用 - 表示标准输入。',
  }),
  'answers-from-terminal': {
    message: '--from - 从管道读取答案，但标准输入是终端。',
    hint: '请传入文件：openclaw onboard --from <file>',
  },
  'stdin-twice': {
    message: '--from - 和 --huggingface-api-key - 都会读取标准输入。',
    hint: '请用文件传入令牌：--huggingface-api-key-file <path>',
  },
  'token-among-answers': ({ place }) => ({
    message: `${place}：这里含有令牌，或用于令牌的键。答案中不能包含令牌。`,
    hint: '请另行传入：--huggingface-api-key-file <path>',
  }),
  'unknown-answer': ({ key, place, flag, alike, known }) => {
    const other = alike === null ? `可用的键：${known.join('、')}` : `你是指 ${alike} 吗？`;
    return {
      message: `${place}：“${key}”不是答案中可用的键。`,
      hint: flag === null ? other : `它是命令行选项：请在 --from 之外另加 ${flag}。`,
    };
  },
  'remote-mode': {
    message: '不支持 --mode remote：远程 Gateway 的配置在它自己的机器上。',
    hint: '请在那台机器上运行：openclaw onboard --mode local',
  },
  'no-terminal': {
    message: '没有终端，无法提问。',
    hint: '请改为运行：openclaw onboard --non-interactive --mode local --auth-choice huggingface-api-key --huggingface-api-key-file <path>',
  },
  'out-of-time': ({ seconds, more }) => ({
    message: `运行时间超过了 ${seconds} 秒。`,
    hint: `请重试，或延长时限：--timeout ${more}`,
  }),
  'removal-unconfirmed': {
    message: '没有终端，无法在移除前征求确认。',
    hint: '请改为运行：openclaw onboard --remove --non-interactive',
  },
  unexpected: ({ detail }) => ({
    message: `意外错误：${detail}`,
    hint: '请加上 --verbose 再次运行相同的命令，并反馈其输出。',
  }),
  'output-failed': ({ code, wrote }) => ({
    message: `无法写入输出（${code}）。`,
    ...didWrite(wrote),
  }),
  'output-interrupted': ({ by, wrote }) => ({
    message: `输出还在等待读取时，程序${by === 'SIGTERM' ? '被终止' : '被中断'}。`,
    ...didWrite(wrote),
  }),
  'ended-early': ({ wrote }) => ({
    message: '程序尚未完成工作就结束了：已没有可等待的操作。',
    ...(wrote.length > 0 && { hint: `此前已写入 ${wrote.join('、')}。` }),
  }),
} satisfies Partial<Words['problems']>;

/** Of a run that was completed and could not say so. */
function didWrite(paths: readonly string[]): { hint?: string } {
  return paths.length === 0 ? {} : { hint: `命令本身已完成，并写入了 ${paths.join('、')}。` };
}
