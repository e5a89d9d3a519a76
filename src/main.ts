import { createCommandNamer } from './cli/name-commands.ts';
import { reportError } from './cli/report-error.ts';
import { runCli } from './cli/run-cli.ts';
import { createNodeSystem } from './node-system/create-node-system.ts';
import { createInterruptSignal } from './node-system/interrupt-signal.ts';

/** Set by the build from package.json. */
declare const OPENCLAW_ONBOARD_VERSION: string | undefined;
const VERSION = typeof OPENCLAW_ONBOARD_VERSION === 'string' ? OPENCLAW_ONBOARD_VERSION : '0.0.0-dev';

/**
 * Builds the real System, runs the command and returns the exit code. Never throws. `program` is the name it was
 * started by.
 */
export async function main(argv: readonly string[], program = 'openclaw'): Promise<number> {
  const signal = createInterruptSignal();
  const system = createNodeSystem({
    signal,
    noColor: argv.includes('--no-color'),
    nameCommands: createCommandNamer(program, argv),
  });
  const report = (error: unknown) =>
    reportError(error, { json: argv.includes('--json'), verbose: argv.includes('--verbose') }, system);
  // What no await waits for: Node would print its stack, and whatever secret its message holds.
  process.on('uncaughtException', (error) => process.exit(report(error)));
  try {
    return await runCli(argv, VERSION, system);
  } catch (error) {
    return report(error);
  }
}
