import type { JsonType } from '../../../text/json.ts';
import { shellQuote } from '../../../text/shell-quote.ts';
import { type MessageOf, say } from '../../message.ts';
import { typeName } from '../units.ts';
import { cause, inMegabytes } from './files.ts';

const SAVE_AS_UTF8 = 'Save it as UTF-8 in an editor, then run the same command again.';

/** What is wrong with a text, where it is. */
export const faults = {
  'unexpected-end': 'unexpected end of the text',
  'unexpected-line-end': 'unexpected end of the line',
  'unexpected-character': 'unexpected character',
  'escape-in-key': 'this escape is not allowed in a key without quotes',
  'not-an-object': 'the top level is not an object',
  'too-deep': ({ most }: { most: number }) => `more than ${most} levels of nesting`,
  'invalid-utf8': 'invalid UTF-8',
};

export type Fault = MessageOf<typeof faults>;

const lookAt = (path: string) => `Look at what is there: ls -ld ${shellQuote(path)}`;

const inInclude = (path: string, what: string) => ({
  message: `${path}: $include ${what}`,
  hint: `Fix the $include in ${path}, then run the same command again.`,
});

type InvalidText = {
  path: string;
  /** From 1. */
  line: number;
  column: number;
  fault: Fault;
  /** The line in question with a caret below it, secrets masked; null where none may be shown. */
  excerpt: string | null;
  /** The file whose `$include` names this one; null for the config itself. */
  includedBy: string | null;
};

function afterFault({ kind }: Fault, includedBy: string | null): string {
  if (includedBy !== null) return `Included by ${includedBy}.`;
  return kind === 'invalid-utf8' ? SAVE_AS_UTF8 : 'Fix that place, then run the same command again.';
}

type IncludeOutside = {
  path: string;
  file: string;
  /** The config's own. */
  directory: string;
  /** Whether OPENCLAW_INCLUDE_ROOTS names others. */
  roots: boolean;
};

type WrongType = {
  /** The path of what is of a wrong type. */
  key: string;
  path: string;
  found: JsonType;
  needed: JsonType;
};

const mustBe = ({ key, path, found, needed }: WrongType) =>
  `${key} in ${path} must be ${typeName(needed)}, but is ${typeName(found)}.`;

const MADE_ANEW = 'OpenClaw recreates this file where it is missing: move it away, or fix that place.';

/** What can be wrong with the config, and with what it includes, where it is read. */
export const readProblems = {
  unreadable: ({ path, errno }: { path: string; errno: string }) => ({
    message: `${path} can't be read: ${cause(errno)}.`,
    hint: lookAt(path),
  }),
  'too-large-to-read': ({ path, most }: { path: string; most: number }) => ({
    message: `${path} can't be read: it is larger than ${inMegabytes(most)}.`,
    hint: lookAt(path),
  }),
  'utf-16': ({ path }: { path: string }) => ({ message: `${path} is UTF-16 text, not UTF-8.`, hint: SAVE_AS_UTF8 }),
  'not-utf-8': ({ path }: { path: string }) => ({ message: `${path} is not UTF-8 text.`, hint: SAVE_AS_UTF8 }),
  /** `excerpt` is the line in question and a caret below it, secrets masked. */
  'invalid-text': ({ path, line, column, fault, excerpt, includedBy }: InvalidText) => ({
    message: `${path}:${line}:${column}: ${say(faults, fault)}${excerpt === null ? '.' : `\n${excerpt}`}`,
    hint: afterFault(fault, includedBy),
  }),
  'models-json-broken': ({ path, line, column, fault }: Omit<InvalidText, 'excerpt' | 'includedBy'>) => ({
    message: `${path}:${line}:${column}: ${say(faults, fault)}.`,
    hint: MADE_ANEW,
  }),
  'wrong-type': (wrong: WrongType) => ({
    message: mustBe(wrong),
    hint: 'Fix it by hand, then run the same command again.',
  }),
  'models-json-wrong-type': (wrong: WrongType) => ({ message: mustBe(wrong), hint: MADE_ANEW }),

  'include-no-name': ({ path }: { path: string }) => inInclude(path, 'must be a file name or an array of file names.'),
  'include-beside-keys': ({ path }: { path: string }) =>
    inInclude(path, 'has keys beside it, so the included file must hold an object.'),
  'include-no-object': ({ path }: { path: string }) => inInclude(path, 'at the top level must lead to an object.'),
  'include-too-large': ({ path, most }: { path: string; most: number }) =>
    inInclude(path, `leads to more than ${inMegabytes(most)} when everything is merged.`),
  'include-circle': ({ path, chain }: { path: string; chain: readonly string[] }) =>
    inInclude(path, `goes in a circle: ${chain.join(' -> ')}.`),
  'include-too-deep': ({ path, most }: { path: string; most: number }) =>
    inInclude(path, `is nested deeper than ${most} files.`),
  'include-too-nested': ({ path, most }: { path: string; most: number }) =>
    inInclude(path, `leads to more than ${most} levels of nesting.`),
  'include-missing': ({ path, file }: { path: string; file: string }) =>
    inInclude(path, `names ${file}, which does not exist.`),
  'include-linked': ({ path, file }: { path: string; file: string }) =>
    inInclude(path, `names ${file}, which has hard links: OpenClaw does not read it.`),
  'include-outside': ({ path, file, directory, roots }: IncludeOutside) =>
    inInclude(
      path,
      `names ${file}, which is outside the config's directory ${directory}${roots ? ' and those of OPENCLAW_INCLUDE_ROOTS' : ''}.`,
    ),
};
