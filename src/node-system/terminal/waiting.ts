import type { Stream } from '../../system.ts';
import { widthOf, wrapWords } from '../../text/wrap.ts';
import { monotonic } from '../monotonic.ts';

/** Waiting shorter than this shows nothing: a spinner that flashes is worse than none. */
const SPINNER_AFTER_MS = 300;
const FRAME_MS = 100;
const FRAMES = [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'];
const ASCII_FRAMES = [...'-\\|/'];

const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
const CLEAR_TO_END = '\u001b[K';

/** Says once that `work` is under way, where it takes longer: nothing may be drawn over. */
export async function sayWaiting<T>(say: () => void, work: Promise<T>): Promise<T> {
  const timer = setTimeout(say, SPINNER_AFTER_MS);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

/** Shows `label` and the elapsed seconds on a terminal while `work` is under way: one line, of any width. */
export async function showWaiting<T>(
  label: string,
  work: Promise<T>,
  { terminal, unicode }: { terminal: Stream; unicode: boolean },
): Promise<T> {
  if (!terminal.isTerminal) return work;
  const frames = unicode ? FRAMES : ASCII_FRAMES;
  const started = monotonic();
  let drawn = 0;
  const draw = () => {
    const frame = terminal.style('cyan', frames[drawn % frames.length] ?? '');
    const seconds = ` ${Math.floor((monotonic() - started) / 1000)} s`;
    // The last column stays free: some terminals go on to the next line once it is written.
    const text = firstLine(label, terminal.columns - widthOf(`- ${seconds}`) - 1);
    terminal.write(
      `${drawn === 0 ? HIDE_CURSOR : ''}\r${frame} ${text}${terminal.style('dim', seconds)}${CLEAR_TO_END}`,
    );
    drawn++;
  };
  let timer = setTimeout(() => {
    timer = setInterval(draw, FRAME_MS);
    draw();
  }, SPINNER_AFTER_MS);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    if (drawn > 0) terminal.write(`\r${CLEAR_TO_END}${SHOW_CURSOR}`);
  }
}

/** A text in at most this many cells, with `…` where it goes on. */
function firstLine(text: string, columns: number): string {
  const [whole = '', ...more] = wrapWords(text, columns).split('\n');
  return more.length === 0 ? whole : `${wrapWords(text, columns - 1).split('\n')[0]}…`;
}
