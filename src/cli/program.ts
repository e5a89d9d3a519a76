import { Command } from 'commander';
import type { System } from '../system.ts';
import { defineCompletion } from './completion/completion.ts';
import { defineConfig } from './config.ts';
import type { Finish } from './global-options.ts';
import { addHelp, EXIT } from './help.ts';
import { defineModels } from './models/models.ts';
import { defineOnboard } from './onboard.ts';

/** Fixed, so that the text the build stores for the door is the text the program says. */
const HELP_WIDTH = 80;

/** The commands at the root. `completion` also has the hidden `__complete`, which asks the whole table. */
const DEFINERS = { onboard: defineOnboard, models: defineModels, config: defineConfig, completion: defineCompletion };

/**
 * The command table: whole, or, where argv names a command of it first, only that one, which is a millisecond less to
 * build. Nothing is loaded for a command before it runs.
 */
export function createProgram(version: string, system: System, finish: Finish, named?: string): Command {
  const program = new Command('openclaw')
    .description('Sets up Hugging Face Inference Providers in an OpenClaw config.')
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .option('--profile <name>', 'use the state directory ~/.openclaw-<name>')
    .option('--dev', 'the same as --profile dev')
    .option('--offline', 'call nothing: cached or built-in list, no token check')
    .option('--no-color', 'no colours')
    .option('--verbose', 'show each request (token redacted) on stderr')
    .exitOverride()
    .configureHelp({ helpWidth: HELP_WIDTH, showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => system.io.out.write(text),
      // Only the help of a group that was named without a command: errors are thrown, and written by report-error.
      writeErr: (text) => system.io.out.write(text),
      outputError: () => {},
      getOutHelpWidth: () => HELP_WIDTH,
    });
  addHelp(program, {
    examples: ['openclaw onboard --auth-choice huggingface-api-key', 'openclaw models list --provider huggingface'],
    exitCodes: Object.values(EXIT),
  });
  const only = Object.entries(DEFINERS).filter(([name]) => name === named && name !== 'completion');
  for (const [, define] of only.length > 0 ? only : Object.entries(DEFINERS)) define(program, system, finish);
  return program;
}
