import type { PassThrough } from 'node:stream';
import { interruption } from '../../errors.ts';
import type { Answer, Prompt } from '../../system/prompt.ts';
import type { Keyboard } from './keyboard.ts';

/** The questions themselves, without what is said around them. */
export type Questions = Pick<Prompt, 'choose' | 'text' | 'secret'>;

/** Puts one question at a time to the person at the keyboard. */
export type Asker = {
  /** Esc answers "back", where that is offered; Ctrl-C, a termination and the end of stdin reject with `interrupted`. */
  ask<T>(
    open: (keys: PassThrough, signal: AbortSignal) => Promise<T>,
    options?: { mode?: 'keys' | 'lines'; canGoBack?: boolean | undefined },
  ): Promise<Answer<T>>;
};

export type AskerOptions = {
  keyboard: Keyboard;
  /** Aborted by Ctrl-C and by a termination. */
  interrupt: AbortSignal;
};

/** Esc is the first byte of the arrow keys, too: this long, not Node's 500 ms, it waits for the rest of one. */
const ESCAPE_MS = 100;

export function createAsker({ keyboard, interrupt }: AskerOptions): Asker {
  return {
    ask: async (open, { mode = 'keys', canGoBack = true } = {}) => {
      const { stdin } = process;
      const left = new AbortController();
      const leave = (why: 'back' | 'ended') => () => left.abort(why);
      const end = leave('ended');
      if (interrupt.aborted) throw interruption(interrupt);
      const keys = await keyboard.open(mode);
      if (mode === 'keys') listen(keys, { onEscape: canGoBack ? leave('back') : () => {}, onEnd: end });
      stdin.once('end', end).once('close', end);
      try {
        return { kind: 'answer', value: await open(keys, AbortSignal.any([interrupt, left.signal])) };
      } catch (error) {
        if (interrupt.aborted) throw interruption(interrupt);
        if (left.signal.reason === 'back') return { kind: 'back' };
        if (left.signal.aborted) throw interruption(left.signal);
        throw error;
      } finally {
        keyboard.close();
        stdin.off('end', end).off('close', end);
      }
    },
  };
}

function listen(keys: PassThrough, { onEscape, onEnd }: { onEscape: () => void; onEnd: () => void }): void {
  const { emitKeypressEvents } = process.getBuiltinModule('node:readline');
  // The first reader's waiting time counts for all, so it is told before Inquirer reads. Of the interface that the type
  // demands, only this member is read.
  Reflect.apply(emitKeypressEvents, undefined, [keys, { escapeCodeTimeout: ESCAPE_MS }]);
  keys.on('keypress', (_: unknown, key: { name?: string; ctrl?: boolean } | undefined) => {
    if (key?.name === 'escape') onEscape();
    // The end of the input: readline closes then, and nobody would hear of it.
    if (key?.ctrl && key.name === 'd') onEnd();
  });
}
