import { AsyncResource } from 'node:async_hooks';
import { useEffect, useKeypress, useState } from '@inquirer/core';
import type { Conversation } from './conversation.ts';
import type { Look } from './list-view.ts';

/** The terminal that a question is on. */
export type Terminal = {
  look(): Look;
  redraw: Conversation['redraw'];
  /** Calls back when the window has another size, or the run was stopped and goes on; returns how to end that. */
  onDisturbed(redraw: () => void): () => void;
};

/** Draws the question and all that was said before it anew where the screen can no longer be trusted, or on Ctrl-L. */
export function useTerminal(terminal: Terminal, heading: string, body: string): void {
  const [, setDrawn] = useState(0);
  const height = `${heading}\n${body}`.split('\n').length;
  const above = heading.split('\n').length - 1;
  // Called from events outside of Inquirer's own, which would not find its state.
  const redraw = AsyncResource.bind(() => {
    terminal.redraw({ height, above });
    setDrawn((drawn) => drawn + 1);
  });
  useKeypress((key) => {
    if (key.ctrl && key.name === 'l') redraw();
  });
  useEffect(
    (line) => {
      // Readline pauses its input when a stopped run goes on, and without input the run would end.
      const resume = () => line.resume();
      line.on('SIGCONT', resume);
      const end = terminal.onDisturbed(redraw);
      return () => {
        line.removeListener('SIGCONT', resume);
        end();
      };
    },
    [height, above],
  );
}
