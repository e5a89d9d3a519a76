import { type Command, Option } from 'commander';
import type { GlobalOptions, ListFormat, WriteOptions } from '../setup/options.ts';
import { isModelId, shortRef } from '../text/model-ref.ts';
import { shellQuote } from '../text/shell-quote.ts';
import { MAX_TIME } from './run/time-limit.ts';
import { InvalidValue, pathOf, shown, usageError } from './usage.ts';

export function globalOptions(command: Command): GlobalOptions {
  const { profile, dev, offline, verbose } = command.optsWithGlobals();
  return { profile: dev === true ? 'dev' : profile, offline: offline === true, verbose: verbose === true };
}

/** For what can't be done without the service: a flag that was given, or the command itself. */
export function refuseOffline(command: Command, flag?: string): void {
  if (!globalOptions(command).offline) return;
  const path = pathOf(command);
  const [what, instead] = flag === undefined ? [path, path] : [flag, `${path} ${flag}`];
  throw usageError({ kind: 'needs-the-service', what, instead });
}

/** `--dry-run` and `--json`, which every command has that writes. */
export function addWriteFlags(command: Command): Command {
  return command.option('--dry-run', 'print the diff, write nothing').option('--json', 'one JSON document on stdout');
}

export function writeOptions(command: Command): WriteOptions {
  const { dryRun, json } = command.opts();
  return { ...globalOptions(command), dryRun: dryRun === true, json: json === true };
}

/** `--json` or `--plain`, which every command has that lists. */
export function addListFlags(command: Command, plain: string): Command {
  return command
    .option('--json', 'one JSON document on stdout')
    .addOption(new Option('--plain', plain).conflicts('json'));
}

export function listFormat(command: Command): ListFormat {
  const { json, plain } = command.opts();
  return json ? 'json' : plain ? 'plain' : 'text';
}

/** `--timeout`, which every command has that asks the service. */
export function addTimeout(command: Command, usual: number): Command {
  const what = 'the most seconds that this may take; questions do not count';
  return command.addOption(new Option('--timeout <s>', what).default(usual).argParser(parseSeconds));
}

function parseSeconds(value: string): number {
  const seconds = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : 0;
  if (seconds <= 0 || seconds > MAX_TIME) throw new InvalidValue('not-seconds');
  return seconds;
}

/** An unset variable of the shell leaves an empty argument. */
export function parseNonEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidValue('empty');
  return value;
}

/** The same of a flag's value, in place of which the next flag may come. */
export function parseValue(value: string): string {
  return parseNonEmpty(parseWords(value));
}

export function parseWords(value: string): string {
  if (value.startsWith('-')) throw new InvalidValue('looks-like-a-flag');
  return value;
}

/** A label as it may be in a config and on a screen. */
export function parseLabel(value: string): string {
  const label = parseNonEmpty(value).trim();
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(label)) throw new InvalidValue('control-characters');
  return label;
}

/** An alias for a model, as `--alias` and the `aliases` of a file give it. */
export function parseAlias(model: string, given: string): { ref: string; label: string } {
  const ref = parseNonEmpty(model).trim();
  const label = parseLabel(given);
  // Here the label stands behind the model: reversed, the model is where the label belongs.
  if (isReversed(label, ref)) {
    const swapped = `--alias ${shellQuote(shown(`${label}=${ref}`))}`;
    throw usageError({ kind: 'model-as-alias', label: shown(label), swapped });
  }
  return { ref, label };
}

/** Whether label and model were given in the wrong order: what should be the label is a model, and the other is not. */
export function isReversed(label: string, model: string): boolean {
  return isModelLike(label) && !model.includes('/');
}

function isModelLike(text: string): boolean {
  return isModelId(shortRef(text));
}

/** US dollars. */
export function parsePrice(value: string): number {
  const price = Number(value);
  if (value.trim() === '' || !Number.isFinite(price) || price < 0) throw new InvalidValue('not-a-price');
  return price;
}
