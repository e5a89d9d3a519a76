import { resolve } from 'node:path';
import type { Command, Option } from 'commander';
import { explainSyntax } from '../../config/read/invalid-text.ts';
import { readText } from '../../config/read/read-text.ts';
import { OpenclawError } from '../../errors.ts';
import { Json5SyntaxError } from '../../json5/errors.ts';
import { positionAt } from '../../json5/lines.ts';
import { type Document, parse } from '../../json5/parse.ts';
import { positionOf } from '../../json5/position.ts';
import type { System } from '../../system.ts';
import { formatPath, isJsonObject, type JsonPath, type JsonType, type JsonValue, jsonTypeOf } from '../../text/json.ts';
import { isSecretKey, tokenShapeIn } from '../../text/redact.ts';
import { parseAlias } from '../flags.ts';
import { alike, parseGiven, pathOf, shown, usageError } from '../usage.ts';

/** Flags that say how to run, not what to set up; a token and taking away are never read from a file either. */
const FLAGS_ONLY = new Set([
  '--non-interactive',
  '--huggingface-api-key',
  '--from',
  '--remove',
  '--token',
  '--dry-run',
  '--exit-code',
  '--json',
  '--timeout',
]);

/** Flags that are given several times are one list, or one object, here. */
const LISTS: Readonly<Record<string, { key: string; form: 'array' | 'object' }>> = {
  fallback: { key: 'fallbacks', form: 'array' },
  alias: { key: 'aliases', form: 'object' },
};

const MOST_BYTES = 1024 * 1024;

type AnswersFile = { path: string; document: Document };

/**
 * Reads the answers of `--from`, by the names of the flags in camelCase, as if each were given by its flag: by the same
 * checks, and a flag that is given wins. Rejects with `usage`: unreadable, a token in it, an unknown key, a wrong type or
 * value.
 */
export async function takeAnswers(command: Command, system: Pick<System, 'files' | 'io'>): Promise<void> {
  const { from, huggingfaceApiKey } = command.opts();
  if (from === '-' && huggingfaceApiKey === '-') throw usageError({ kind: 'stdin-twice' });
  const file = await readAnswers(from, system);
  refuseToken(file);
  const answers = new Map(answersOf(command).map((option) => [keyOf(option), option]));
  for (const [key, value] of Object.entries(file.document.value)) {
    const option = answers.get(key);
    if (option === undefined) throw unknownAnswer(key, [...answers.keys()], file, command);
    const name = option.attributeName();
    const parsed = parseAnswer(option, value, file, command);
    if (parsed !== undefined && !isGiven(name, command)) command.setOptionValueWithSource(name, parsed, 'config');
  }
}

/** What a file may answer: all that help shows, but for what says how to run. */
function answersOf(command: Command): Option[] {
  return command.options.filter(({ hidden, long }) => !hidden && long != null && !FLAGS_ONLY.has(long));
}

function keyOf(option: Option): string {
  const name = option.attributeName();
  return LISTS[name]?.key ?? name;
}

function isGiven(name: string, command: Command): boolean {
  const names = name === 'huggingfaceApiKeyFile' ? [name, 'huggingfaceApiKey'] : [name];
  return names.some((one) => command.getOptionValueSource(one) === 'cli');
}

async function readAnswers(from: string, { files, io }: Pick<System, 'files' | 'io'>): Promise<AnswersFile> {
  if (from === '-') {
    if (io.stdinIsTerminal) throw usageError({ kind: 'answers-from-terminal' });
    return parseAnswers('stdin', await io.readStdin());
  }
  const path = resolve(from);
  const file = await readText(path, MOST_BYTES, files, { showExcerpt: true }).catch((error) => {
    throw asUsage(error);
  });
  if (file === undefined) throw usageError({ kind: 'answers-missing', path });
  return parseAnswers(path, file.text);
}

function parseAnswers(path: string, text: string): AnswersFile {
  try {
    const document = parse(text);
    // Nothing at all is what a program that was to make them leaves when it fails.
    if (document.root === null) throw new Json5SyntaxError({ kind: 'unexpected-end' }, text.trimEnd().length);
    return { path, document };
  } catch (error) {
    throw asUsage(explainSyntax(error, { path, text, showExcerpt: text.trim() !== '' }));
  }
}

/** The same words as of a config; here it is the command line that is wrong. */
function asUsage(error: unknown): unknown {
  return error instanceof OpenclawError ? usageError(error.problem) : error;
}

/** Also in a comment, in a key, or behind an escape. */
function refuseToken({ path, document }: AnswersFile): void {
  const { text, value } = document;
  const at = tokenShapeIn(text) ?? (tokenShapeIn(JSON.stringify(value)) === undefined ? undefined : 0);
  if (at === undefined) return;
  const { line, column } = positionAt(text, at);
  throw usageError({ kind: 'token-among-answers', place: `${path}:${line}:${column}` });
}

function placeOf({ path, document }: AnswersFile, at: JsonPath): string {
  const position = positionOf(document, at);
  return position === undefined ? path : `${path}:${position.line}:${position.column}`;
}

function unknownAnswer(key: string, known: readonly string[], file: AnswersFile, command: Command): OpenclawError {
  const place = placeOf(file, [key]);
  const flag = command.options.find((option) => option.attributeName() === key)?.long;
  const global = command.parent?.options.find((option) => option.attributeName() === key)?.long;
  const runs = (flag != null && FLAGS_ONLY.has(flag) ? flag : global) ?? null;
  const near = alike(key, known);
  if (flag === '--huggingface-api-key' || (isSecretKey(key) && near === null))
    return usageError({ kind: 'token-among-answers', place });
  return usageError({ kind: 'unknown-answer', key: shown(key), place, flag: runs, alike: near, known });
}

/** undefined where there is nothing to set: `null`, as generated files have it, and an empty list. */
function parseAnswer(option: Option, value: JsonValue, file: AnswersFile, command: Command): unknown {
  if (value === null) return undefined;
  const key = keyOf(option);
  const form = LISTS[option.attributeName()]?.form ?? (option.required ? 'string' : 'boolean');
  refuseType([key], value, form, file);
  if (typeof value === 'boolean') return value;
  return membersOf(key, value, option).reduce<unknown>((previous, [at, found, target]) => {
    refuseType(at, found, 'string', file);
    const name = `${placeOf(file, at)}: ${formatPath(at, file.document.value)}`;
    return parseGiven(target, String(found), previous, { name, command: pathOf(command), flag: null, example: null });
  }, undefined);
}

type Member = [at: JsonPath, found: JsonValue, target: Parameters<typeof parseGiven>[0]];

/** What the flag would be given with, once each; an alias is not split, as its model may have a `=` in it. */
function membersOf(key: string, value: JsonValue, option: Option): Member[] {
  if (Array.isArray(value)) return value.map((found, index) => [[key, String(index)], found, option]);
  if (!isJsonObject(value)) return [[[key], value, option]];
  return Object.entries(value).map(([ref, found]) => [[key, ref], found, { parseArg: collectAlias(ref) }]);
}

function collectAlias(ref: string) {
  return (label: string, previous: unknown) => [...((previous as object[]) ?? []), parseAlias(ref, label)];
}

function refuseType(at: JsonPath, value: JsonValue, needed: JsonType, file: AnswersFile): void {
  const found = jsonTypeOf(value);
  if (found === needed) return;
  const where = { key: formatPath(at, file.document.value), path: placeOf(file, at) };
  throw usageError({ kind: 'wrong-type', ...where, needed, found });
}
