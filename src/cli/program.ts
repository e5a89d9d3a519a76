import type { Command } from 'commander';
import { addComplete, COMPLETION } from './completion/completion.ts';
import { CONFIG } from './config.ts';
import { define, type Runner } from './define.ts';
import { addHelp, EXIT } from './help/add-help.ts';
import { HELP } from './help/help-command.ts';
import { MODELS } from './models/models.ts';
import { ONBOARD } from './onboard/onboard.ts';
import { UsageCommand } from './usage.ts';

/** Fixed, so that the text the build stores for the door is the text the program says. */
const HELP_WIDTH = 80;

const COMMANDS = { onboard: ONBOARD, models: MODELS, config: CONFIG, completion: COMPLETION };

/** The command table: whole, or only what the words of argv name of it. */
export function createProgram(version: string, runner: Runner, words: readonly string[] = []): Command {
  const { system } = runner;
  const program = new UsageCommand('openclaw')
    .description('Sets up Hugging Face Inference Providers in an OpenClaw config.')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .option('--profile <name>', 'use the state directory ~/.openclaw-<name>')
    .option('--dev', 'the same as --profile dev')
    .option('--offline', 'make no network requests: cached or built-in list, no token check')
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
  define(program, COMMANDS, runner, words);
  // They ask the whole table.
  if (!Object.hasOwn(COMMANDS, words[0] ?? '')) {
    define(program, { help: HELP }, runner);
    addComplete(program, system);
  }
  return program;
}
