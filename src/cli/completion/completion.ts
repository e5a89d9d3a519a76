import { Argument, type Command, InvalidArgumentError } from 'commander';
import type { Shell } from '../../commands/completion/script.ts';
import type { System } from '../../system.ts';
import type { Finish } from '../global-options.ts';
import { addHelp, EXIT } from '../help.ts';
import { type Completion, completeWords } from './complete-words.ts';

const SHELLS = ['bash', 'zsh', 'fish'];

export function defineCompletion(program: Command, system: System, finish: Finish): void {
  const command = program
    .command('completion')
    .description('Completion of commands, flags, models and aliases for a shell.')
    .addArgument(new Argument('<shell>', 'whose script to print').choices(SHELLS))
    .option('--name <command>', 'only for this command name, e.g. where openclaw is OpenClaw itself', parseName);
  addHelp(command, {
    examples: [
      'source <(openclaw completion bash)',
      'source <(openclaw completion zsh)',
      'openclaw completion fish | source',
      'openclaw completion bash --name openclaw-onboard',
    ],
    exitCodes: [EXIT.done, EXIT.usage],
  });
  command.action(async (shell: Shell) => {
    const { completion } = await import('../../commands/completion/script.ts');
    finish(await completion({ shell, name: command.opts().name }, system));
  });
  defineComplete(program, system);
}

/** What the scripts ask: `openclaw __complete <shell> -- …`. Whatever goes wrong, a Tab shows nothing of it. */
function defineComplete(program: Command, system: System): void {
  program
    .command('__complete', { hidden: true })
    .argument('<shell>')
    .argument('[words...]')
    .action(async (shell: Shell, words: string[]) => {
      try {
        const { lineOf, writeCandidates } = await import('../../commands/completion/complete.ts');
        const line = lineOf(shell, words);
        const completion: Completion = completeWords(program, line.words);
        await writeCandidates({ shell, line, completion }, system);
      } catch {
        // No candidates.
      }
    });
}

function parseName(name: string): string {
  if (!/^[\w.-]+$/.test(name)) throw new InvalidArgumentError('It must be the name of a command.');
  return name;
}
