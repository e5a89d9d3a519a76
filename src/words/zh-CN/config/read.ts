import { shellQuote } from '../../../text/shell-quote.ts';
import type { Fault } from '../../en/config/read.ts';
import { say } from '../../message.ts';
import type { Words } from '../../words.ts';
import { isOfType, typeName } from '../units.ts';
import { cause, inMegabytes } from './files.ts';

const SAVE_AS_UTF8 = '请在编辑器中将它另存为 UTF-8，然后再次运行相同的命令。';

/** What is wrong with a text. */
const faults = {
  'unexpected-end': '文本意外结束',
  'unexpected-line-end': '该行意外结束',
  'unexpected-character': '意外的字符',
  'escape-in-key': '没有引号的键不允许使用此转义序列',
  'not-an-object': '顶层不是对象',
  'too-deep': ({ most }: { most: number }) => `嵌套超过 ${most} 层`,
  'invalid-utf8': '无效的 UTF-8',
};

export const faultIn = (fault: Fault): string => say(faults, fault);

const lookAt = (path: string) => `请查看那里是什么：ls -ld ${shellQuote(path)}`;

const inInclude = (path: string, what: string) => ({
  message: `${path}：$include ${what}`,
  hint: `请修正 ${path} 中的 $include，然后再次运行相同的命令。`,
});

function afterFault({ kind }: Fault, includedBy: string | null): string {
  if (includedBy !== null) return `由 ${includedBy} 引入。`;
  return kind === 'invalid-utf8' ? SAVE_AS_UTF8 : '请修正该处，然后再次运行相同的命令。';
}

type WrongType = Parameters<Words['problems']['wrong-type']>[0];

const mustBe = ({ key, path, found, needed }: WrongType) =>
  `${path} 中的 ${key} 应为${typeName(needed)}，但实际${isOfType(found)}。`;

const MADE_ANEW = '如果此文件不存在，OpenClaw 会重新创建：请将它移走，或修正该处。';

export const readProblems = {
  unreadable: ({ path, errno }) => ({
    message: `无法读取 ${path}：${cause(errno)}。`,
    hint: lookAt(path),
  }),
  'too-large-to-read': ({ path, most }) => ({
    message: `无法读取 ${path}：它大于 ${inMegabytes(most)}。`,
    hint: lookAt(path),
  }),
  'utf-16': ({ path }) => ({ message: `${path} 是 UTF-16 文本，不是 UTF-8。`, hint: SAVE_AS_UTF8 }),
  'not-utf-8': ({ path }) => ({ message: `${path} 不是 UTF-8 文本。`, hint: SAVE_AS_UTF8 }),
  'invalid-text': ({ path, line, column, fault, excerpt, includedBy }) => ({
    message: `${path}:${line}:${column}：${faultIn(fault)}${excerpt === null ? '。' : `\n${excerpt}`}`,
    hint: afterFault(fault, includedBy),
  }),
  'models-json-broken': ({ path, line, column, fault }) => ({
    message: `${path}:${line}:${column}：${faultIn(fault)}。`,
    hint: MADE_ANEW,
  }),
  'wrong-type': (wrong) => ({
    message: mustBe(wrong),
    hint: '请手动修正，然后再次运行相同的命令。',
  }),
  'models-json-wrong-type': (wrong) => ({ message: mustBe(wrong), hint: MADE_ANEW }),

  'include-no-name': ({ path }) => inInclude(path, '必须是文件名，或文件名的数组。'),
  'include-beside-keys': ({ path }) => inInclude(path, '旁边还有其他键，因此引入的文件内容必须是对象。'),
  'include-no-object': ({ path }) => inInclude(path, '位于顶层，因此必须指向对象。'),
  'include-too-large': ({ path, most }) => inInclude(path, `全部合并后超过 ${inMegabytes(most)}。`),
  'include-circle': ({ path, chain }) => inInclude(path, `形成循环：${chain.join(' -> ')}。`),
  'include-too-deep': ({ path, most }) => inInclude(path, `的嵌套超过 ${most} 个文件。`),
  'include-too-nested': ({ path, most }) => inInclude(path, `会导致嵌套超过 ${most} 层。`),
  'include-missing': ({ path, file }) => inInclude(path, `指向 ${file}，但它不存在。`),
  'include-linked': ({ path, file }) => inInclude(path, `指向 ${file}，但它有硬链接：OpenClaw 不会读取它。`),
  'include-outside': ({ path, file, directory, roots }) =>
    inInclude(
      path,
      `指向 ${file}，但它位于配置文件的目录 ${directory}${roots ? ' 和 OPENCLAW_INCLUDE_ROOTS 中的目录' : ' '}之外。`,
    ),
} satisfies Partial<Words['problems']>;
