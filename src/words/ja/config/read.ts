import { shellQuote } from '../../../text/shell-quote.ts';
import type { faults as enFaults, readProblems as enProblems, Fault } from '../../en/config/read.ts';
import { say } from '../../message.ts';
import { typeName } from '../units.ts';
import { cause, inMegabytes } from './files.ts';

const AGAIN = '同じコマンドをもう一度実行してください。';
const SAVE_AS_UTF8 = `エディターで UTF-8 として保存してから、${AGAIN}`;

/** What is wrong with a text, where it is. */
export const faults = {
  'unexpected-end': 'テキストが途中で終わっています',
  'unexpected-line-end': '行が途中で終わっています',
  'unexpected-character': '予期しない文字です',
  'escape-in-key': '引用符のないキーでは、このエスケープを使えません',
  'not-an-object': '最上位がオブジェクトではありません',
  'too-deep': ({ most }) => `入れ子が${most}階層を超えています`,
  'invalid-utf8': 'UTF-8 として無効です',
} satisfies typeof enFaults;

const lookAt = (path: string) => `何があるか確認してください：ls -ld ${shellQuote(path)}`;

const inInclude = (path: string, what: string) => ({
  message: `${path}：$include ${what}。`,
  hint: `${path} の $include を修正してから、${AGAIN}`,
});

function afterFault({ kind }: Fault, includedBy: string | null): string {
  if (includedBy !== null) return `include 元：${includedBy}`;
  return kind === 'invalid-utf8' ? SAVE_AS_UTF8 : `その箇所を修正してから、${AGAIN}`;
}

const mustBe = ({ key, path, found, needed }: Parameters<(typeof enProblems)['wrong-type']>[0]) =>
  `${path} の ${key} は${typeName(needed)}である必要がありますが、現在は${typeName(found)}です。`;

const MADE_ANEW = 'このファイルがなければ OpenClaw が作り直します。別の場所に移すか、その箇所を修正してください。';

/** What can be wrong with the config, and with what it includes, where it is read. */
export const readProblems = {
  unreadable: ({ path, errno }) => ({
    message: `${path} を読み取れません：${cause(errno)}。`,
    hint: lookAt(path),
  }),
  'too-large-to-read': ({ path, most }) => ({
    message: `${path} を読み取れません：${inMegabytes(most)} を超えています。`,
    hint: lookAt(path),
  }),
  'utf-16': ({ path }) => ({ message: `${path} は UTF-8 ではなく UTF-16 のテキストです。`, hint: SAVE_AS_UTF8 }),
  'not-utf-8': ({ path }) => ({ message: `${path} は UTF-8 のテキストではありません。`, hint: SAVE_AS_UTF8 }),
  'invalid-text': ({ path, line, column, fault, excerpt, includedBy }) => ({
    message: `${path}:${line}:${column}：${say(faults, fault)}${excerpt === null ? '。' : `\n${excerpt}`}`,
    hint: afterFault(fault, includedBy),
  }),
  'models-json-broken': ({ path, line, column, fault }) => ({
    message: `${path}:${line}:${column}：${say(faults, fault)}。`,
    hint: MADE_ANEW,
  }),
  'wrong-type': (wrong) => ({ message: mustBe(wrong), hint: `手動で修正してから、${AGAIN}` }),
  'models-json-wrong-type': (wrong) => ({ message: mustBe(wrong), hint: MADE_ANEW }),

  'include-no-name': ({ path }) => inInclude(path, 'はファイル名またはファイル名の配列である必要があります'),
  'include-beside-keys': ({ path }) =>
    inInclude(path, 'と並んでほかのキーがあるため、include するファイルはオブジェクトである必要があります'),
  'include-no-object': ({ path }) => inInclude(path, 'が最上位にあるため、結果はオブジェクトである必要があります'),
  'include-too-large': ({ path, most }) => inInclude(path, `をすべてマージすると ${inMegabytes(most)} を超えます`),
  'include-circle': ({ path, chain }) => inInclude(path, `が循環しています：${chain.join(' -> ')}`),
  'include-too-deep': ({ path, most }) => inInclude(path, `の入れ子が${most}ファイルを超えています`),
  'include-too-nested': ({ path, most }) => inInclude(path, `の結果、入れ子が${most}階層を超えます`),
  'include-missing': ({ path, file }) => inInclude(path, `が指す ${file} がありません`),
  'include-linked': ({ path, file }) =>
    inInclude(path, `が指す ${file} にはハードリンクがあるため、OpenClaw は読み取りません`),
  'include-outside': ({ path, file, directory, roots }) =>
    inInclude(
      path,
      `が指す ${file} は、config のディレクトリ ${directory} ${roots ? 'と OPENCLAW_INCLUDE_ROOTS のディレクトリ' : ''}の外にあります`,
    ),
} satisfies typeof enProblems;
