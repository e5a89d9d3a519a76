import { endedEarly, lostOutput } from './cli/lost-output.ts';
import { createCommandNamer } from './cli/name-commands.ts';
import { reportError } from './cli/report-error.ts';
import { runCli } from './cli/run/run-cli.ts';
import { createNodeSystem } from './node-system/create-node-system.ts';
import { recordChanges } from './node-system/disk/changed-files.ts';
import { createInterruptSignal } from './node-system/interrupt-signal.ts';
import { isUnicodeLocale } from './node-system/terminal/io.ts';
import { loadWords } from './words/load-words.ts';
import { chooseLanguage } from './words/locale.ts';

/** Set by the build from package.json. */
declare const OPENCLAW_ONBOARD_VERSION: string | undefined;
const VERSION = typeof OPENCLAW_ONBOARD_VERSION === 'string' ? OPENCLAW_ONBOARD_VERSION : '0.0.0-dev';

/**
 * Builds the real System, runs the command, and returns the exit code once all output is written. Never throws; never
 * returns where the process runs out of things to wait for. `program` is the name it was started by.
 */
export async function main(argv: readonly string[], program = 'openclaw'): Promise<number> {
  const signal = createInterruptSignal();
  const { env, platform } = process;
  const { drained, failure, ...system } = createNodeSystem({
    signal,
    words: await loadWords(chooseLanguage(env, isUnicodeLocale(env, platform))),
    noColor: argv.includes('--no-color'),
    nameCommands: createCommandNamer(program, argv),
  });
  const changed = new Set<string>();
  const files = recordChanges(system.files, changed);
  const show = { json: argv.includes('--json'), verbose: argv.includes('--verbose') };
  const report = (error: unknown) => reportError(error, show, system);
  const endEarly = () => report(endedEarly([...changed]));
  const finish = async (code: number) => {
    const isWhole = await drained(signal);
    process.off('beforeExit', endEarly);
    const lost = lostOutput({ code, isWhole, failure: failure(), wrote: [...changed] }, signal);
    return lost === undefined ? code : reportError(lost, { ...show, json: false }, system);
  };
  // Errors that no await catches: Node would print their stack, and whatever secret their message holds.
  process.on('uncaughtException', async (error) => process.exit(await finish(report(error))));
  process.once('beforeExit', endEarly);
  return finish(await runCli(argv, VERSION, { ...system, files }).catch(report));
}
