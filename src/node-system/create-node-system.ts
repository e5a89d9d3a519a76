import path from 'node:path';
import type { Prompt, System } from '../system.ts';
import { createFiles } from './files.ts';
import { createHiddenTexts } from './hidden-texts.ts';
import { type Leftovers, removeLeftovers } from './leftovers.ts';
import { createFetch } from './network.ts';
import { createShell } from './shell.ts';
import { createIo } from './terminal.ts';

export type NodeSystemOptions = {
  /** From `createInterruptSignal`; also ends waiting for a lock and for stdin. */
  signal: AbortSignal;
  /** Who answers questions; null (default) where nobody can. */
  prompt?: Prompt | null;
  /** `--no-color` */
  noColor?: boolean;
};

/** The machine as it is. Locks and temp files go when the process ends, however it does (save by SIGKILL). */
export function createNodeSystem({ signal, prompt = null, noColor = false }: NodeSystemOptions): System {
  const { env, platform } = process;
  const leftovers: Leftovers = new Set();
  const { hide, mask } = createHiddenTexts();
  process.on('exit', () => removeLeftovers(leftovers));
  return {
    env,
    platform,
    io: createIo({ env, platform, noColor, mask, signal }),
    prompt,
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
