import path from 'node:path';
import type { System } from '../system.ts';
import { createFiles } from './files.ts';
import { createHiddenTexts } from './hidden-texts.ts';
import { createLazyPrompt } from './lazy-prompt.ts';
import { type Leftovers, removeLeftovers } from './leftovers.ts';
import { createFetch } from './network.ts';
import { createShell } from './shell.ts';
import { createIo } from './terminal.ts';

export type NodeSystemOptions = {
  /** From `createInterruptSignal`; also ends waiting for a lock and for stdin. */
  signal: AbortSignal;
  /** `--no-color` */
  noColor?: boolean;
};

/** The machine as it is. Locks and temp files go when the process ends, however it does (save by SIGKILL). */
export function createNodeSystem({ signal, noColor = false }: NodeSystemOptions): System {
  const { env, platform } = process;
  const leftovers: Leftovers = new Set();
  const { hide, mask } = createHiddenTexts();
  process.on('exit', () => removeLeftovers(leftovers));
  const io = createIo({ env, platform, noColor, mask, signal });
  // Questions are written to stderr: stdout may well be a pipe.
  const canAsk = io.stdinIsTerminal && io.err.isTerminal;
  return {
    env,
    platform,
    io,
    prompt: canAsk ? createLazyPrompt({ signal, unicode: io.unicode, noColor }) : null,
    fetch: createFetch(env),
    files: createFiles(signal, leftovers),
    path,
    shell: createShell(),
    clock: { now: () => new Date(), monotonic: () => performance.now() },
    hash: (bytes) => process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest('hex'),
    hide,
    signal,
  };
}
