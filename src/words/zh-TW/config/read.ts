import { shellQuote } from '../../../text/shell-quote.ts';
import type { Fault } from '../../en/config/read.ts';
import { say } from '../../message.ts';
import type { Words } from '../../words.ts';
import { isOfType, typeName } from '../units.ts';
import { cause, inMegabytes } from './files.ts';

const SAVE_AS_UTF8 = '請在編輯器中將它存成 UTF-8，再執行一次相同的命令。';

/** What is wrong with a text. */
const faults = {
  'unexpected-end': '文字意外結束',
  'unexpected-line-end': '該行意外結束',
  'unexpected-character': '非預期的字元',
  'escape-in-key': '沒有引號的鍵不允許使用此跳脫序列',
  'not-an-object': '最上層不是物件',
  'too-deep': ({ most }: { most: number }) => `巢狀超過 ${most} 層`,
  'invalid-utf8': '無效的 UTF-8',
};

export const faultIn = (fault: Fault): string => say(faults, fault);

const lookAt = (path: string) => `請查看該處的內容：ls -ld ${shellQuote(path)}`;

const inInclude = (path: string, what: string) => ({
  message: `${path}：$include ${what}`,
  hint: `請修正 ${path} 中的 $include，再執行一次相同的命令。`,
});

function afterFault({ kind }: Fault, includedBy: string | null): string {
  if (includedBy !== null) return `由 ${includedBy} 引入。`;
  return kind === 'invalid-utf8' ? SAVE_AS_UTF8 : '請修正該處，再執行一次相同的命令。';
}

type WrongType = Parameters<Words['problems']['wrong-type']>[0];

const mustBe = ({ key, path, found, needed }: WrongType) =>
  `${path} 中的 ${key} 必須是${typeName(needed)}，但目前${isOfType(found)}。`;

const MADE_ANEW = '若此檔案不存在，OpenClaw 會重新建立它：請將它移開，或修正該處。';

export const readProblems = {
  unreadable: ({ path, errno }) => ({
    message: `無法讀取 ${path}：${cause(errno)}。`,
    hint: lookAt(path),
  }),
  'too-large-to-read': ({ path, most }) => ({
    message: `無法讀取 ${path}：它大於 ${inMegabytes(most)}。`,
    hint: lookAt(path),
  }),
  'utf-16': ({ path }) => ({ message: `${path} 是 UTF-16 文字，不是 UTF-8。`, hint: SAVE_AS_UTF8 }),
  'not-utf-8': ({ path }) => ({ message: `${path} 不是 UTF-8 文字。`, hint: SAVE_AS_UTF8 }),
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
    hint: '請手動修正，再執行一次相同的命令。',
  }),
  'models-json-wrong-type': (wrong) => ({ message: mustBe(wrong), hint: MADE_ANEW }),

  'include-no-name': ({ path }) => inInclude(path, '必須是檔案名稱，或檔案名稱的陣列。'),
  'include-beside-keys': ({ path }) => inInclude(path, '旁邊還有其他鍵，因此引入的檔案內容必須是物件。'),
  'include-no-object': ({ path }) => inInclude(path, '位於最上層，因此必須指向物件。'),
  'include-too-large': ({ path, most }) => inInclude(path, `全部合併後超過 ${inMegabytes(most)}。`),
  'include-circle': ({ path, chain }) => inInclude(path, `形成循環：${chain.join(' -> ')}。`),
  'include-too-deep': ({ path, most }) => inInclude(path, `的巢狀深度超過 ${most} 個檔案。`),
  'include-too-nested': ({ path, most }) => inInclude(path, `會造成巢狀超過 ${most} 層。`),
  'include-missing': ({ path, file }) => inInclude(path, `指向 ${file}，但它不存在。`),
  'include-linked': ({ path, file }) => inInclude(path, `指向 ${file}，但它有硬連結：OpenClaw 不會讀取。`),
  'include-outside': ({ path, file, directory, roots }) =>
    inInclude(
      path,
      `指向 ${file}，但它位於設定檔的目錄 ${directory}${roots ? ' 和 OPENCLAW_INCLUDE_ROOTS 中的目錄' : ' '}之外。`,
    ),
} satisfies Partial<Words['problems']>;
