import { createPrompt, isEnterKey, useKeypress, useState } from '@inquirer/core';
import type { TextQuestion } from '../../system.ts';
import { widthOf, wrapWords } from '../../text/wrap.ts';
import type { Look } from './list-view.ts';
import { type Terminal, useTerminal } from './use-terminal.ts';

type LineQuestion = TextQuestion & { isHidden: boolean };
type LineState = { typed: string; refusal?: string | undefined };

/** A line to type: as text with a default that Tab puts into it, or hidden, and then empty again after a refusal. */
export const askLine = createPrompt<string, { question: LineQuestion; terminal: Terminal }>(
  ({ question, terminal }, done) => {
    const [state, setState] = useState<LineState>({ typed: '' });
    useKeypress((key, line) => {
      if (isEnterKey(key)) {
        const text = state.typed === '' ? (question.initial ?? '') : state.typed;
        const refusal = question.validate(text);
        if (refusal === undefined) return done(text);
        const typed = question.isHidden ? '' : state.typed;
        keep(line, typed);
        setState({ typed, refusal });
      } else if (key.name === 'tab') {
        const typed = state.typed || (question.isHidden ? '' : (question.initial ?? ''));
        keep(line, typed);
        setState({ typed });
      } else if (line.line !== state.typed) setState({ typed: line.line });
    });
    const heading = viewLine(question, state, terminal.look());
    useTerminal(terminal, heading, '');
    return heading;
  },
);

/** The question with what was typed at its end, below the reason why the last answer was refused. */
export function viewLine(
  { message, initial, isHidden }: LineQuestion,
  { typed, refusal }: LineState,
  look: Look,
): string {
  const { paint, words, unicode, columns } = look;
  const cross = unicode ? '✗' : 'x';
  const why = refusal === undefined ? '' : `${paint('red', wrapWords(`${cross} ${refusal}`, columns, '  '))}\n`;
  const title = `${paint('cyan', '?')} ${paint('bold', message)}`;
  if (isHidden) {
    const asked = `? ${message} ${words.hidden} `;
    const room = Math.max(8, columns - widthOf(asked) - 1);
    return `${why}${title} ${paint('dim', words.hidden)} ${(unicode ? '•' : '*').repeat(Math.min(typed.length, room))}`;
  }
  const shown = typed === '' && initial ? paint('dim', initial) : typed;
  const gap = widthOf(`? ${message}  ${typed || (initial ?? '')}`) < columns ? '  ' : '\n  ';
  return `${why}${title}${gap}${shown}`;
}

function keep(line: { clearLine(direction: 0): void; write(text: string): void }, text: string): void {
  line.clearLine(0);
  line.write(text);
}
