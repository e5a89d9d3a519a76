import type { Command } from 'commander';
import type { GlobalOptions } from '../setup/context.ts';

/** Takes the exit code of a command that ended without throwing. */
export type Finish = (exitCode: number) => void;

export function globalOptions(command: Command): GlobalOptions {
  const { profile, dev, offline, verbose } = command.optsWithGlobals();
  return { profile: dev === true ? 'dev' : profile, offline: offline === true, verbose: verbose === true };
}

/** For what can't be done without the service; `asking` says what would be asked. */
export function refuseOffline(command: Command, asking: string): void {
  if (globalOptions(command).offline) command.error(`error: ${asking}, and --offline asks nothing: pass one of them.`);
}
