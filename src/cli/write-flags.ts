import { type Command, InvalidArgumentError, Option } from 'commander';
import type { WriteOptions } from '../setup/apply/change-config.ts';
import type { ListFormat } from '../setup/list-format.ts';
import { globalOptions } from './global-options.ts';

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
    .addOption(new Option('--json', 'one JSON document on stdout').conflicts('plain'))
    .option('--plain', plain);
}

export function listFormat(command: Command): ListFormat {
  const { json, plain } = command.opts();
  return json ? 'json' : plain ? 'plain' : 'text';
}

/** An unset variable of the shell leaves an empty argument. */
export function parseNonEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty: is the variable set?');
  return value;
}

/** A label as it may stand in a config and on a screen. */
export function parseLabel(value: string): string {
  const label = parseNonEmpty(value).trim();
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(label))
    throw new InvalidArgumentError('It holds a line break or a control character.');
  return label;
}
