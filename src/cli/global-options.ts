import type { Command } from 'commander';
import type { GlobalOptions } from '../setup/situation.ts';

/** Takes the exit code of a command that ended without throwing. */
export type Finish = (exitCode: number) => void;

export function globalOptions(command: Command): GlobalOptions {
  const { profile, dev, offline, verbose } = command.optsWithGlobals();
  return { profile: dev === true ? 'dev' : profile, offline: offline === true, verbose: verbose === true };
}
