import { type Command, CommanderError } from 'commander';
import { OpenclawError } from '../errors.ts';
import type { System } from '../system.ts';
import { nearest } from '../text/nearest.ts';
import { redact } from '../text/redact.ts';
import { sanitise } from '../text/sanitise.ts';
import { createProgram } from './program.ts';

/** Commands of OpenClaw itself: no typos, but another program's. */
const OPENCLAW_COMMANDS = `
  acp agent agents approvals backup browser channels clawbot configure crestodian cron daemon
  dashboard devices directory dns docs doctor flows gateway health hooks infer logs mcp memory message
  migrate node nodes pairing plugins qr reset sandbox secrets security sessions setup skills status
  system tasks tui uninstall update voicecall webhooks
`
  .trim()
  .split(/\s+/);

/** Within groups that this program has too. */
const OPENCLAW_SUBCOMMANDS = [
  'config set',
  'config unset',
  'config schema',
  'config file',
  'models scan',
  'models auth',
  'models set-image',
  'models image-fallbacks',
];

/**
 * Parses argv (without node and script) and runs the command. Returns the exit code; throws OpenclawError, also for
 * everything commander refuses.
 */
export async function runCli(argv: readonly string[], version: string, system: System): Promise<number> {
  let exitCode = 0;
  const finish = (code: number) => {
    exitCode = code;
  };
  const program = createProgram(version, system, finish, operandsOf(argv)[0]);
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === 'commander.help') return 0;
    throw usageErrorOf(error, program, argv);
  }
  return exitCode;
}

/** commander's `error: … \n(Did you mean …?)` as ours, with exit code 2. */
function usageErrorOf(error: CommanderError, program: Command, argv: readonly string[]): OpenclawError {
  const words = operandsOf(argv);
  const own = [...OPENCLAW_COMMANDS, ...OPENCLAW_SUBCOMMANDS].find((name) =>
    `${words.join(' ')} `.startsWith(`${name} `),
  );
  if (error.code === 'commander.unknownCommand' && own !== undefined) return foreignCommand(own);
  // Line breaks of commander's own stand before its suggestion; others are part of a value.
  const [, said = '', suggested = ''] = /^(.*?)(?:\n(\(Did you mean.*))?$/s.exec(redact(error.message)) ?? [];
  const first = said
    .replace(/^error: /, '')
    // What follows the = of an unknown flag may be another program's secret.
    .replace(/^(unknown option '[^'=]+)=.*'/, "$1'");
  const message = sanitise(first);
  const suggestion = sanitise(suggested).replace(/^\((.*)\)$/, '$1');
  return new OpenclawError('usage', message.charAt(0).toUpperCase() + message.slice(1), {
    hint: suggestion || suggestChoice(error) || helpHint(words, program),
  });
}

/** Without flags, and without the value of the one global flag that has one. */
function operandsOf(argv: readonly string[]): string[] {
  return argv.filter((word, index) => !word.startsWith('-') && argv[index - 1] !== '--profile');
}

function foreignCommand(name: string): OpenclawError {
  return new OpenclawError('usage', `"${name}" is a command of OpenClaw itself, not of this program.`, {
    hint: 'Run it with the real OpenClaw. This program has: onboard, models, config, completion.',
  });
}

/** commander suggests options and commands, but not choices: `--verify of` -> `off`. */
function suggestChoice(error: CommanderError): string | undefined {
  const match = /(?:argument|value) '(.*)' is invalid.*\. Allowed choices are (.*)\.$/.exec(error.message);
  if (match === null) return undefined;
  const choices = (match[2] ?? '').split(', ');
  const typed = match[1] ?? '';
  const [best] = [...choices.filter((choice) => choice.startsWith(typed)), ...nearest(typed, choices, 1), ...choices];
  return `Did you mean ${best}?`;
}

function helpHint(words: readonly string[], program: Command): string {
  let command = program;
  const path = ['openclaw'];
  for (const word of words) {
    const next = command.commands.find((candidate) => candidate.name() === word);
    if (next === undefined) break;
    command = next;
    path.push(word);
  }
  return `See: ${path.join(' ')} --help`;
}
