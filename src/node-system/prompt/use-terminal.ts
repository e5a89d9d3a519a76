import { AsyncResource } from 'node:async_hooks';
import { useEffect, useKeypress, useState } from '@inquirer/core';
import type { Look } from './look.ts';
import type { Drawn } from './screen.ts';

/** The terminal that a question is on. */
export type Terminal = {
  look(): Look;
  /** Draws everything anew. */
  redraw(): void;
  /** Tells what is on the screen; returns how to say that it no longer is. */
  drawn(question: Drawn): () => void;
};

/** Keeps the question whole where the screen was disturbed: another size, a run that was stopped, Ctrl-L. */
export function useTerminal(terminal: Terminal, heading: string, body: string): void {
  const [, setTimes] = useState(0);
  const height = `${heading}\n${body}`.split('\n').length;
  const above = heading.split('\n').length - 1;
  // Called from events outside of Inquirer's own, which would not find its state.
  const drawAgain = AsyncResource.bind(() => setTimes((times) => times + 1));
  useKeypress((key) => {
    if (key.ctrl && key.name === 'l') terminal.redraw();
  });
  useEffect(() => terminal.drawn({ height, above, drawAgain }), [height, above]);
}
