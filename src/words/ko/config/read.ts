import type { JsonType } from '../../../text/json.ts';
import { shellQuote } from '../../../text/shell-quote.ts';
import type { faults as englishFaults, readProblems as englishProblems, Fault } from '../../en/config/read.ts';
import { say } from '../../message.ts';
import { typeName } from '../units.ts';
import { cause, inMegabytes } from './files.ts';

const SAVE_AS_UTF8 = '편집기에서 UTF-8로 저장한 다음 같은 명령을 다시 실행하세요.';

/** What is wrong with a text, where it is. */
export const faults = {
  'unexpected-end': '내용이 중간에 끝났습니다',
  'unexpected-line-end': '줄이 중간에 끝났습니다',
  'unexpected-character': '예상하지 못한 문자입니다',
  'escape-in-key': '따옴표 없는 키에는 이 이스케이프를 쓸 수 없습니다',
  'not-an-object': '최상위 값이 객체가 아닙니다',
  'too-deep': ({ most }) => `중첩이 ${most}단계를 넘습니다`,
  'invalid-utf8': 'UTF-8이 올바르지 않습니다',
} satisfies typeof englishFaults;

const lookAt = (path: string) => `무엇이 있는지 확인하세요: ls -ld ${shellQuote(path)}`;

const inInclude = (path: string, what: string) => ({
  message: `${path}: $include ${what}`,
  hint: `$include 항목을 고친 다음 같은 명령을 다시 실행하세요: ${path}`,
});

function afterFault({ kind }: Fault, includedBy: string | null): string {
  if (includedBy !== null) return `이 파일을 포함하는 파일: ${includedBy}`;
  return kind === 'invalid-utf8' ? SAVE_AS_UTF8 : '그 위치를 고친 다음 같은 명령을 다시 실행하세요.';
}

type WrongType = { key: string; path: string; found: JsonType; needed: JsonType };

const mustBe = ({ key, path, found, needed }: WrongType) =>
  `${path}의 ${key}: 형식이 맞지 않습니다(필요: ${typeName(needed)}, 현재: ${typeName(found)}).`;

const MADE_ANEW = '이 파일은 없으면 OpenClaw가 새로 만듭니다. 파일을 옮기거나 그 위치를 고치세요.';

/** What can be wrong with the config, and with what it includes, where it is read. */
export const readProblems = {
  unreadable: ({ path, errno }) => ({ message: `${path}: 읽을 수 없습니다. ${cause(errno)}.`, hint: lookAt(path) }),
  'too-large-to-read': ({ path, most }) => ({
    message: `${path}: 파일이 ${inMegabytes(most)}보다 커서 읽을 수 없습니다.`,
    hint: lookAt(path),
  }),
  'utf-16': ({ path }) => ({ message: `${path}: UTF-8이 아니라 UTF-16 텍스트입니다.`, hint: SAVE_AS_UTF8 }),
  'not-utf-8': ({ path }) => ({ message: `${path}: UTF-8 텍스트가 아닙니다.`, hint: SAVE_AS_UTF8 }),
  'invalid-text': ({ path, line, column, fault, excerpt, includedBy }) => ({
    message: `${path}:${line}:${column}: ${say(faults, fault)}${excerpt === null ? '.' : `\n${excerpt}`}`,
    hint: afterFault(fault, includedBy),
  }),
  'models-json-broken': ({ path, line, column, fault }) => ({
    message: `${path}:${line}:${column}: ${say(faults, fault)}.`,
    hint: MADE_ANEW,
  }),
  'wrong-type': (wrong) => ({
    message: mustBe(wrong),
    hint: '직접 고친 다음 같은 명령을 다시 실행하세요.',
  }),
  'models-json-wrong-type': (wrong) => ({ message: mustBe(wrong), hint: MADE_ANEW }),

  'include-no-name': ({ path }) => inInclude(path, '값은 파일 이름이거나 파일 이름의 배열이어야 합니다.'),
  'include-beside-keys': ({ path }) => inInclude(path, '옆에 다른 키가 있으므로 포함된 파일의 내용이 객체여야 합니다.'),
  'include-no-object': ({ path }) => inInclude(path, '항목이 최상위에 있으면 결과가 객체여야 합니다.'),
  'include-too-large': ({ path, most }) => inInclude(path, `내용을 모두 병합하면 ${inMegabytes(most)}를 넘습니다.`),
  'include-circle': ({ path, chain }) => inInclude(path, `항목이 순환합니다: ${chain.join(' -> ')}`),
  'include-too-deep': ({ path, most }) => inInclude(path, `항목의 중첩이 파일 ${most}개를 넘습니다.`),
  'include-too-nested': ({ path, most }) => inInclude(path, `결과의 중첩이 ${most}단계를 넘습니다.`),
  'include-missing': ({ path, file }) => inInclude(path, `항목의 파일이 없습니다: ${file}`),
  'include-linked': ({ path, file }) =>
    inInclude(path, `항목의 파일에 하드 링크가 있어 OpenClaw에서 읽지 않습니다: ${file}`),
  'include-outside': ({ path, file, directory, roots }) =>
    inInclude(
      path,
      `항목의 파일이 구성 디렉터리(${directory})${roots ? '와 OPENCLAW_INCLUDE_ROOTS 디렉터리' : ''} 밖에 있습니다: ${file}`,
    ),
} satisfies typeof englishProblems;
