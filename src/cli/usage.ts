import { Command, type Option } from 'commander';
import { OpenclawError } from '../errors.ts';
import { isModelId } from '../text/model-ref.ts';
import { nearest } from '../text/nearest.ts';
import { redact } from '../text/redact.ts';
import { sanitise } from '../text/sanitise.ts';
import type { ValueReason } from '../words/en/cli.ts';
import type { Problem } from '../words/words.ts';
import { foreignName } from './foreign-commands.ts';
import type { ExitCode } from './help/add-help.ts';

/** A command line that is refused: exit code 2. */
export function usageError(problem: Problem): OpenclawError {
  return new OpenclawError('usage', problem);
}

/** What a parser of a value throws; the command adds which flag or argument it was. */
export class InvalidValue extends Error {
  readonly reason: ValueReason | { readonly kind: 'empty' };

  constructor(kind: ValueReason['kind'] | 'empty') {
    super(kind);
    this.reason = { kind };
  }
}

/** What has a value: a flag, or commander's Option or Argument. */
type Target = {
  flags?: string;
  long?: string | undefined;
  argChoices?: string[];
  foreign?: ((choice: string) => Problem) | undefined;
  parseArg?(value: string, previous: unknown): unknown;
};

/** Characters of an example that is a hint: indented, a line of a terminal. */
const LONGEST_EXAMPLE = 78;

/**
 * commander with refusals of ours: each is a typed problem, whose words are made where it is reported. Overridden are
 * the methods of commander 14 by which it refuses, some of them not in its types: test/cli/usage.test.ts holds each.
 */
export class UsageCommand extends Command {
  /** Copyable command lines, of which the first is the hint where an argument is missing. */
  examples: readonly string[] = [];
  exitCodes: readonly ExitCode[] = [];
  /** What too many arguments may have been meant as; null where that is not known. */
  instead: (given: readonly string[]) => string | null = () => null;

  /** The example that has this flag, on one line: of a long one this flag alone; null where none has. */
  exampleWith(flag: string | undefined): string | null {
    const example = this.examples.find((line) => flag !== undefined && line.includes(` ${flag} `)) ?? null;
    if (example === null || example.length <= LONGEST_EXAMPLE || example.includes(' | ')) return example;
    const [value = ''] = /^("[^"]*"|\S+)/.exec(example.slice(example.indexOf(` ${flag} `) + ` ${flag} `.length)) ?? [];
    return `${pathOf(this)} ${flag} ${value}`;
  }

  override createCommand(name?: string): UsageCommand {
    return new UsageCommand(name);
  }

  unknownOption(flag: string): never {
    // What follows the = of an unknown flag may be another program's secret.
    const [name = ''] = flag.split('=');
    throw usageError({
      kind: 'unknown-flag',
      flag: shown(name),
      alike: name.startsWith('--') ? alike(name, flagsOf(this)) : null,
      command: pathOf(this),
    });
  }

  unknownCommand([name = '', ...others]: readonly string[] = this.args): never {
    const command = pathOf(this);
    const foreign = foreignName([...command.split(' ').slice(1), name]);
    if (foreign !== undefined) throw usageError({ kind: 'foreign-command', name: foreign });
    const names = this.createHelp()
      .visibleCommands(this)
      .map((one) => one.name());
    const near = alike(name, names);
    const meant = near === null ? this.instead([name, ...others]) : `${command} ${near}`;
    throw usageError({ kind: 'unknown-command', name: shown(name), alike: meant, command });
  }

  missingArgument(name: string): never {
    throw usageError({ kind: 'argument-missing', name, command: pathOf(this), example: this.examples[0] ?? null });
  }

  optionMissingArgument({ flags, long }: Option): never {
    throw usageError({ kind: 'value-missing', flag: flags, command: pathOf(this), example: this.exampleWith(long) });
  }

  _excessArguments(given: readonly string[]): never {
    throw usageError({
      kind: 'too-many-arguments',
      given: given.map(shown),
      allowed: this.registeredArguments.length,
      instead: this.instead(given),
      command: pathOf(this),
    });
  }

  /** The flag that says what it conflicts with is the one that gives way. */
  _conflictingOption(one: Option, other: Option): never {
    const flags = [other.long ?? '', one.long ?? ''] as const;
    throw usageError({ kind: 'two-flags', flags, instead: `${pathOf(this)} ${flags[0]}` });
  }

  _callParseArg(target: Target & { name(): string }, value: string, previous: unknown): unknown {
    const { long } = target;
    const name = long ?? `<${target.name()}>`;
    const example = this.exampleWith(long);
    return parseGiven(target, value, previous, { name, command: pathOf(this), flag: long ?? null, example });
  }
}

/**
 * The value of a flag or an argument, checked. `name`: what messages call it; `flag`: what a better value is suggested
 * with; `example`: a command line that has it right. Throws `usage`.
 */
export function parseGiven(
  target: Target,
  value: string,
  previous: unknown,
  { name, command, flag, example }: { name: string; command: string; flag: string | null; example: string | null },
): unknown {
  const { argChoices: choices, foreign } = target;
  if (choices !== undefined && !choices.includes(value)) {
    if (value.trim() === '') throw usageError({ kind: 'empty-value', name, command });
    const near = alike(value, choices);
    if (near === null && foreign !== undefined) throw usageError(foreign(shown(value)));
    const meant = near === null || flag === null ? near : `${flag} ${near}`;
    throw usageError({ kind: 'wrong-choice', name, value: shown(value), choices, alike: meant, command });
  }
  try {
    return target.parseArg?.(value, previous);
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error;
    const { reason } = error;
    if (reason.kind === 'empty') throw usageError({ kind: 'empty-value', name, command });
    throw usageError({ kind: 'wrong-value', name, value: shown(value), reason, command, example });
  }
}

/** `openclaw models list` */
export function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

/** `openclaw models set Qwen/Qwen3-8B`, where a model was given without the words that say what to do with it. */
export function modelTo(command: string): UsageCommand['instead'] {
  return ([given = '']) => (isModelId(given) ? `${command} ${given}` : null);
}

/** What was typed, without a secret in it and without what a terminal obeys. */
export function shown(text: string): string {
  return sanitise(redact(text));
}

/** The one of these that a text may be a slip of: its beginning, a part of it, or a few letters away. */
export function alike(typed: string, known: readonly string[]): string | null {
  const text = typed.replace(/^--/, '');
  const [slip] = nearest(typed, known, 1, Math.ceil(text.length * 0.4));
  const longer = text.length > 1 ? known.filter((name) => name.replace(/^--/, '').startsWith(text)) : [];
  const containing = text.length > 4 ? known.filter((name) => name.includes(text)) : [];
  return longer[0] ?? slip ?? containing[0] ?? null;
}

/** The flags that help shows, of the command and of those above it. */
function flagsOf(command: Command): string[] {
  const help = command.createHelp();
  return [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)].flatMap(({ long }) => long ?? []);
}
