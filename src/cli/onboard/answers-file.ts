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
import { Flag } from '../flag.ts';
import { parseAlias } from '../flags.ts';
import { alike, parseGiven, pathOf, shown, usageError } from '../usage.ts';
import { collect } from './parse-values.ts';

const MAX_BYTES = 1024 * 1024;

type Answer = NonNullable<Flag['answer']> & { flag: Flag };

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
  const answers = answersOf(command);
  for (const [key, value] of Object.entries(file.document.value)) {
    const answer = answers.get(key);
    if (answer === undefined) throw unknownAnswer(key, [...answers.keys()], file, command);
    const name = answer.flag.attributeName();
    const parsed = parseAnswer(answer, value, file, command);
    if (parsed !== undefined && !isGiven(name, command)) command.setOptionValueWithSource(name, parsed, 'config');
  }
}

/** What a file may answer, by its name there. */
function answersOf(command: Command): Map<string, Answer> {
  const flags = command.options.filter((option) => option instanceof Flag);
  return new Map(flags.flatMap((flag) => (flag.answer === null ? [] : [[flag.answer.key, { flag, ...flag.answer }]])));
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
  const file = await readText(path, MAX_BYTES, files, { showExcerpt: true }).catch((error) => {
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
  // That says how to run.
  const isIt = (option: Option) =>
    option.attributeName() === key && !option.hidden && !(option instanceof Flag && option.answer);
  const flag = command.options.find(isIt)?.long ?? command.parent?.options.find(isIt)?.long ?? null;
  const near = alike(key, known);
  if (flag === '--huggingface-api-key' || (isSecretKey(key) && near === null))
    return usageError({ kind: 'token-among-answers', place });
  return usageError({ kind: 'unknown-answer', key: shown(key), place, flag, alike: near, known });
}

/** undefined where there is nothing to set: `null`, as generated files have it, and an empty list. */
function parseAnswer({ flag, key, type }: Answer, value: JsonValue, file: AnswersFile, command: Command): unknown {
  if (value === null) return undefined;
  refuseType([key], value, type, file);
  if (typeof value === 'boolean') return value;
  return membersOf(key, value, flag).reduce<unknown>((previous, [at, found, target]) => {
    refuseType(at, found, 'string', file);
    const name = `${placeOf(file, at)}: ${formatPath(at, file.document.value)}`;
    return parseGiven(target, String(found), previous, { name, command: pathOf(command), flag: null, example: null });
  }, undefined);
}

type Member = [at: JsonPath, found: JsonValue, target: Parameters<typeof parseGiven>[0]];

/** What the flag would be given with, once each; an alias is not split, as its model may have a `=` in it. */
function membersOf(key: string, value: JsonValue, flag: Flag): Member[] {
  if (Array.isArray(value)) return value.map((found, index) => [[key, String(index)], found, flag]);
  if (!isJsonObject(value)) return [[[key], value, flag]];
  return Object.entries(value).map(([ref, found]) => [
    [key, ref],
    found,
    { parseArg: collect((label) => parseAlias(ref, label)) },
  ]);
}

function refuseType(at: JsonPath, value: JsonValue, needed: JsonType, file: AnswersFile): void {
  const found = jsonTypeOf(value);
  if (found === needed) return;
  const where = { key: formatPath(at, file.document.value), path: placeOf(file, at) };
  throw usageError({ kind: 'wrong-type', ...where, needed, found });
}
