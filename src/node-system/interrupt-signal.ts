import { exitOnceWhole } from './uninterrupted.ts';

/**
 * A signal aborted with the reason 'SIGINT' on Ctrl-C and 'SIGTERM' on a termination or a closed terminal window.
 * The program unwinds then; a second one does not wait for that: it exits at once (130, 143), or after the
 * writes that belong together (`Files.uninterrupted`); the process's `exit` listeners still remove locks.
 */
export function createInterruptSignal(): AbortSignal {
  const controller = new AbortController();
  const interrupt = (reason: 'SIGINT' | 'SIGTERM') => {
    if (controller.signal.aborted) return exitOnceWhole(reason === 'SIGINT' ? 130 : 143);
    controller.abort(reason);
  };
  process.on('SIGINT', () => interrupt('SIGINT'));
  process.on('SIGTERM', () => interrupt('SIGTERM'));
  process.on('SIGHUP', () => interrupt('SIGTERM'));
  return controller.signal;
}
