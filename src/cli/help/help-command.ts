import type { Command } from 'commander';
import { type Definition, runs } from '../define.ts';
import { UsageCommand } from '../usage.ts';
import { EXIT } from './add-help.ts';

/** In place of commander's own: as text that of one command, as JSON the table of all, or of those below one. */
export const HELP: Definition = {
  description: 'Help for a command; with --json the command table, for a program.',
  flags: (command) =>
    command
      .argument('[command...]', 'its words: models set')
      .option('--json', 'one JSON document on stdout: commands, flags, exit codes, error codes'),
  examples: ['openclaw help models set', 'openclaw help --json', 'openclaw help models --json'],
  exitCodes: [EXIT.done, EXIT.usage],
  run: runs(
    // commander passes the words of a variadic argument as one list.
    (command, ...words) => ({
      named: findCommand(command.parent ?? command, words.flat()),
      json: command.opts().json === true,
    }),
    async () => (await import('./show-help.ts')).showHelp,
  ),
};

/** `models help set` is `help models set`; where help names what there is, it names that once. */
export const GROUP_HELP: Definition = { ...HELP, hidden: true };

/** The words behind a whole command are taken for its arguments. */
function findCommand(from: Command, [word, ...words]: readonly string[]): Command {
  if (word === undefined || from.commands.length === 0) return from;
  const below = from.commands.find((command) => command.name() === word);
  if (below !== undefined) return findCommand(below, words);
  return from instanceof UsageCommand ? from.unknownCommand([word, ...words]) : from;
}
