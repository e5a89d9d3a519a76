import type { Argument, Command, Option } from 'commander';
import type { Completion } from '../../commands/completion/complete.ts';
import type { Candidate, ValueKind } from '../../commands/completion/values.ts';
import { valueName } from '../flag.ts';

/** By what help calls the value of a flag: `--model <ref>`. */
const FLAG_VALUES: Readonly<Record<string, ValueKind>> = {
  ref: 'model',
  'ref=label': 'model',
  path: 'file',
  file: 'file',
};

const ARGUMENT_VALUES: Readonly<Record<string, ValueKind>> = {
  'ref-or-alias': 'model',
  ref: 'model',
  fallback: 'fallback',
  alias: 'alias',
  path: 'config-path',
};

/** Completes the last of the words (may be empty) behind the program's name, by the command table alone. */
export function completeWords(program: Command, words: readonly string[]): Completion {
  const current = words.at(-1) ?? '';
  const { command, option, positional } = walk(program, words.slice(0, -1));
  if (option !== undefined) return valuesOf(option.argChoices, kindOf(option), current);
  const [flag = '', ...rest] = current.split('=');
  if (current.startsWith('-')) {
    const given = rest.length > 0 ? findOption(command, flag) : undefined;
    if (given === undefined) return only(flagsOf(command), current);
    const value = rest.join('=');
    return withFlag(`${flag}=`, valuesOf(given.argChoices, kindOf(given), value));
  }
  const { registeredArguments } = command;
  const last = registeredArguments.at(-1);
  const argument: Argument | undefined = registeredArguments[positional] ?? (last?.variadic ? last : undefined);
  if (argument !== undefined) return valuesOf(argument.argChoices, ARGUMENT_VALUES[argument.name()], current);
  return only(positional === 0 ? commandsOf(command) : [], current);
}

type Position = {
  command: Command;
  /** One that still waits for its value. */
  option: Option | undefined;
  /** Arguments that stand already. */
  positional: number;
};

function walk(program: Command, words: readonly string[]): Position {
  const position: Position = { command: program, option: undefined, positional: 0 };
  for (const word of words) {
    if (position.option !== undefined) position.option = undefined;
    else if (word.startsWith('-') && word !== '-') {
      const option = findOption(position.command, word);
      if (option !== undefined && (option.required || option.optional)) position.option = option;
    } else {
      const next = position.command.commands.find((command) => command.name() === word);
      if (next === undefined) position.positional++;
      else Object.assign(position, { command: next, positional: 0 });
    }
  }
  return position;
}

function kindOf(option: Option): ValueKind | undefined {
  return FLAG_VALUES[valueName(option) ?? ''];
}

/** Hidden ones too: their value is not an argument. */
function findOption(command: Command, word: string): Option | undefined {
  for (let at: Command | null = command; at !== null; at = at.parent) {
    const option = at.options.find(({ long, short }) => long === word || short === word);
    if (option !== undefined) return option;
  }
  return undefined;
}

function flagsOf(command: Command): Candidate[] {
  const help = command.createHelp();
  return [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)].flatMap(({ long, description }) =>
    long ? [{ value: long, description }] : [],
  );
}

function commandsOf(command: Command): Candidate[] {
  const shown = command.createHelp().visibleCommands(command);
  return shown.map((one) => ({ value: one.name(), description: one.description() }));
}

function valuesOf(choices: readonly string[] | undefined, kind: ValueKind | undefined, prefix: string): Completion {
  const candidates = (choices ?? []).map((value) => ({ value, description: '' }));
  return { ...only(candidates, prefix), lookUp: kind === undefined ? null : { kind, prefix } };
}

function only(candidates: readonly Candidate[], prefix: string): Completion {
  return { candidates: candidates.filter(({ value }) => value.startsWith(prefix)), lookUp: null, before: '' };
}

function withFlag(before: string, { candidates, lookUp }: Completion): Completion {
  const whole = candidates.map(({ value, description }) => ({ value: before + value, description }));
  return { candidates: whole, lookUp, before };
}
