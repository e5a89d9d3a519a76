import { SIGNAL_EXITS } from '../errors.ts';
import { onceWhole } from './disk/uninterrupted.ts';

const SIGNALS = { SIGINT: 'SIGINT', SIGTERM: 'SIGTERM', SIGHUP: 'SIGTERM' } as const;

/**
 * A signal aborted with the reason 'SIGINT' on Ctrl-C and 'SIGTERM' on a termination or a closed terminal window.
 * The program unwinds then; a second one does not wait for that, but for the writes that belong together
 * (`Files.uninterrupted`): the process's `exit` listeners still remove locks, then the signal itself ends the process.
 */
export function createInterruptSignal(): AbortSignal {
  const controller = new AbortController();
  for (const [name, reason] of Object.entries(SIGNALS)) {
    process.on(name, () => {
      if (controller.signal.aborted) onceWhole(() => endBy(reason));
      controller.abort(reason);
    });
  }
  return controller.signal;
}

/** Not by `process.exit` alone, which waits for a thread that waits for a name server or a disk. */
function endBy(name: 'SIGINT' | 'SIGTERM'): void {
  process.once('exit', () => {
    process.removeAllListeners(name);
    process.kill(process.pid, name);
  });
  process.exit(SIGNAL_EXITS[name]);
}
