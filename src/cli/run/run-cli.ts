import { CommanderError } from 'commander';
import type { System } from '../../system.ts';
import type { Runner } from '../define.ts';
import { createProgram } from '../program.ts';
import { runWithin } from './time-limit.ts';

/** Parses argv (without node and script) and runs the command. Returns the exit code; throws OpenclawError. */
export async function runCli(argv: readonly string[], version: string, system: System): Promise<number> {
  let exitCode = 0;
  const run: Runner['run'] = async (options, load, seconds) => {
    const perform = async (limited: System) => {
      const given = await options();
      return (await load())(given as never, limited);
    };
    exitCode = await (seconds === undefined ? perform(system) : runWithin(seconds, system, perform));
  };
  const program = createProgram(version, { system, run }, wordsIn(argv));
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' });
  } catch (error) {
    // How commander ends after --help and --version, and where a group was named without a command.
    if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help')) return 0;
    throw error;
  }
  return exitCode;
}

/**
 * What is neither a flag nor the value of the one global flag that has one: the command's name comes first. None where
 * help is asked for, which may be that of a group.
 */
function wordsIn(argv: readonly string[]): string[] {
  if (argv.includes('-h') || argv.includes('--help')) return [];
  return argv.filter((word, index) => !word.startsWith('-') && argv[index - 1] !== '--profile');
}
