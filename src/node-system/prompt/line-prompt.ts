import {
  createPrompt,
  isEnterKey,
  type useKeypress as UseKeypress,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core';
import type { TextQuestion } from '../../system/prompt.ts';
import { marks } from '../../text/sanitise.ts';
import { gapBefore, widthOf, wrapWords } from '../../text/wrap.ts';
import { type Look, spelled } from './look.ts';
import { type Terminal, useTerminal } from './use-terminal.ts';

export type LineQuestion = TextQuestion & { isHidden: boolean };
export type LineState = { typed: string; refusal?: string | undefined };

type Key = Parameters<Parameters<typeof UseKeypress>[0]>[0];
type ReadLine = Parameters<Parameters<typeof UseKeypress>[0]>[1];

const LEAST_DOTS = 8;

/** A line to type: as text with a default that Tab puts into it, or hidden, and then empty again after a refusal. */
export const askLine = createPrompt<string, { question: LineQuestion; terminal: Terminal }>(
  ({ question, terminal }, done) => {
    const { initial = '', isHidden } = question;
    const [state, setState] = useState<LineState>({ typed: '' });
    // What follows a refused line in the same paste is not an answer.
    const isDeaf = useRef(false);
    useKeypress((key, line) => {
      if (isDeaf.current) return keep(line, state.typed);
      if (isEnterKey(key)) {
        const text = state.typed === '' ? initial : state.typed;
        const refusal = question.validate(text);
        if (refusal === undefined) return done(text);
        isDeaf.current = true;
        setImmediate(() => {
          isDeaf.current = false;
        });
        const typed = isHidden ? '' : state.typed;
        keep(line, isHidden ? '' : typed);
        return setState({ typed, refusal });
      }
      const typed = isHidden ? hiddenText(state.typed, key, line) : shownText(state.typed, key, line, initial);
      if (typed !== state.typed) setState({ typed });
    });
    const heading = viewLine(question, state, terminal.look());
    useTerminal(terminal, heading, '');
    return heading;
  },
);

/** Readline's own line stays empty: it would be as long as the secret, and not as what is shown of it. */
function hiddenText(typed: string, key: Key, line: ReadLine): string {
  const added = line.line;
  keep(line, '');
  if (key.name === 'backspace') return [...typed].slice(0, -1).join('');
  if (key.ctrl && (key.name === 'u' || key.name === 'w')) return '';
  return key.name === 'tab' ? typed : typed + added;
}

function shownText(typed: string, key: Key, line: ReadLine, initial: string): string {
  if (key.name === 'up' || key.name === 'down') keep(line, typed);
  if (key.name !== 'tab') return line.line;
  keep(line, typed || initial);
  return typed || initial;
}

/** The question with what was typed at its end, below the reason why the last answer was refused. */
export function viewLine(
  { message, initial, isHidden }: LineQuestion,
  { typed, refusal }: LineState,
  look: Look,
): string {
  const { paint, words, unicode, columns } = look;
  const refused =
    refusal === undefined ? '' : wrapWords(`${marks(unicode).failed} ${spelled(refusal, look)}`, columns, '  ');
  const title = wrapWords(`? ${spelled(message, look)}`, columns - 1, '  ');
  const width = widthOf(title.slice(title.lastIndexOf('\n') + 1));
  const asked = `${refused && `${paint('red', refused)}\n`}${paint('cyan', '?')}${paint('bold', title.slice(1))}`;
  if (isHidden) {
    const room = Math.max(LEAST_DOTS, columns - width - widthOf(words.hidden) - 3);
    const dots = marks(unicode).hidden.repeat(Math.min(typed.length, room));
    return `${asked}${gapBefore(words.hidden)}${paint('dim', words.hidden)} ${dots}`;
  }
  const usual = spelled(initial ?? '', look);
  const gap = width + widthOf(typed || usual) + 3 <= columns ? '  ' : '\n  ';
  return `${asked}${gap}${typed || (usual && paint('dim', usual))}`;
}

/** Readline clears its line on Enter, and moves in its history on the arrows: what was typed stays what it is. */
export function keep(line: ReadLine, text: string): void {
  line.clearLine(0);
  line.write(text);
}
