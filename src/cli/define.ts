import type { Command } from 'commander';
import type { System } from '../system.ts';
import { addHelp, type HelpText } from './help.ts';
import { UsageCommand } from './usage.ts';

/** A command of the table, or a group of them: what it says of itself, what it takes, what it does. */
export type Definition = HelpText & {
  description: string;
  /** Adds arguments and flags, in the order in which help shows them. */
  flags?: (command: Command) => Command;
  /** Loads what it runs when it runs: nothing is loaded for the other commands. Resolves to the exit code. */
  run?: (command: Command, system: System, ...args: string[]) => Promise<number>;
  /** What arguments that it does not take may have been meant as. */
  instead?: UsageCommand['instead'];
  /** Of a group, by name. */
  commands?: Readonly<Record<string, Definition>>;
};

/** What the commands run on, and who takes the exit code of one that ends without throwing. */
export type Runner = { system: System; finish: (exitCode: number) => void };

export function define(parent: Command, name: string, definition: Definition, runner: Runner): void {
  const { description, flags, run, instead, commands = {} } = definition;
  const command = parent.command(name).description(description);
  flags?.(command);
  addHelp(command, definition);
  if (command instanceof UsageCommand)
    Object.assign(command, { examples: definition.examples, ...(instead && { instead }) });
  if (run !== undefined)
    command.action(async (...given: unknown[]) => {
      // commander passes options and the command behind the arguments.
      const args = given.slice(0, -2) as string[];
      runner.finish(await run(command, runner.system, ...args));
    });
  for (const [below, one] of Object.entries(commands)) define(command, below, one, runner);
}
