import type { Command } from 'commander';
import type { System } from '../system.ts';
import { addTimeout } from './flags.ts';
import { addHelp, type HelpText } from './help/add-help.ts';
import { UsageCommand } from './usage.ts';

/** A command of the table, or a group of them: what it says of itself, what it takes, what it does. */
export type Definition = HelpText & {
  description: string;
  /** Help does not show it. */
  hidden?: true;
  /** Adds arguments and flags, in the order in which help shows them. */
  flags?: (command: Command) => Command;
  /** Of a command that asks the service: the seconds that it may take where `--timeout`, which it has then, is not given. */
  timeLimit?: number;
  /** What is to be read before the options are known. */
  prepare?: (command: Command, system: System) => Promise<void>;
  run?: Run;
  /** What arguments that it does not take may have been meant as. */
  instead?: UsageCommand['instead'];
  /** Of a group, by name. */
  commands?: Readonly<Record<string, Definition>>;
};

type Perform<Options> = (options: Options, system: System) => Promise<number>;

/** What a command does: its options from argv, then what runs with them and resolves to the exit code. */
export type Run = {
  options: (command: Command, ...args: string[]) => unknown;
  /** Nothing is loaded for the other commands. */
  load: () => Promise<Perform<never>>;
};

/** Pairs a command with the options that it takes: the one's result is the other's parameter. */
export function runs<Options>(
  options: (command: Command, ...args: string[]) => Options,
  load: () => Promise<Perform<Options>>,
): Run {
  return { options, load };
}

/** What the commands run on, and who runs the one that argv names. */
export type Runner = {
  system: System;
  /** `seconds`: how long it may take; undefined: as long as it does. */
  run: (options: () => Promise<unknown>, load: Run['load'], seconds: number | undefined) => Promise<void>;
};

/**
 * Adds the commands of a group: all, or, where argv goes on with the name of one, that one alone, which is soon built.
 * Nothing is loaded for a command before it runs.
 */
export function define(
  group: Command,
  definitions: Readonly<Record<string, Definition>>,
  runner: Runner,
  [first = '', ...others]: readonly string[] = [],
): void {
  // Help asks for the others.
  const named = first !== 'help' && Object.hasOwn(definitions, first);
  for (const [name, definition] of Object.entries(definitions))
    if (!named || name === first)
      addCommand(group.command(name, { hidden: definition.hidden === true }), definition, runner, named ? others : []);
}

function addCommand(command: Command, definition: Definition, runner: Runner, words: readonly string[]): void {
  const { description, flags, timeLimit, prepare, run, instead, commands = {} } = definition;
  command.description(description);
  flags?.(command);
  if (timeLimit !== undefined) addTimeout(command, timeLimit);
  addHelp(command, definition);
  if (command instanceof UsageCommand)
    Object.assign(command, {
      examples: definition.examples.map((example) => [example].flat().join(' ')),
      exitCodes: definition.exitCodes,
      ...(instead && { instead }),
    });
  if (run !== undefined)
    command.action(async (...given: unknown[]) => {
      // commander passes options and the command behind the arguments.
      const args = given.slice(0, -2) as string[];
      const options = async () => {
        await prepare?.(command, runner.system);
        return run.options(command, ...args);
      };
      await runner.run(options, run.load, command.opts().timeout);
    });
  define(command, commands, runner, words);
}
