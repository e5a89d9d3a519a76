import { Argument, type Command } from 'commander';
import type { ShellName } from '../../commands/completion/script.ts';
import type { System } from '../../system.ts';
import { type Definition, runs } from '../define.ts';
import { EXIT } from '../help/add-help.ts';
import { InvalidValue } from '../usage.ts';

const SHELLS: readonly ShellName[] = ['bash', 'zsh', 'fish'];

export const COMPLETION: Definition = {
  description: 'Completion of commands, flags, models and aliases for a shell.',
  flags: (command) =>
    command
      .addArgument(new Argument('<shell>', 'whose script to print').choices(SHELLS))
      .option('--name <command>', 'only for this command name, e.g. where openclaw is OpenClaw itself', parseName),
  examples: [
    'source <(openclaw completion bash)',
    'source <(openclaw completion zsh)',
    'openclaw completion fish | source',
    'openclaw completion bash --name openclaw-onboard',
  ],
  exitCodes: [EXIT.done, EXIT.usage],
  run: runs(
    (command, shell) => ({ shell: shell as ShellName, name: command.opts().name }),
    async () => (await import('../../commands/completion/script.ts')).completion,
  ),
};

/** What the scripts ask: `openclaw __complete <shell> -- …`. Whatever goes wrong, a Tab shows nothing of it. */
export function addComplete(program: Command, system: System): void {
  program
    .command('__complete', { hidden: true })
    .argument('<shell>')
    .argument('[words...]')
    .action(async (shell: ShellName, words: string[]) => {
      try {
        const { completeLine } = await import('./complete-line.ts');
        await completeLine(program, { shell, words }, system);
      } catch {
        // No candidates.
      }
    });
}

function parseName(name: string): string {
  if (!/^[\w.-]+$/.test(name)) throw new InvalidValue('not-a-command-name');
  return name;
}
