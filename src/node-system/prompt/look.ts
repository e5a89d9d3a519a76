import type { Style } from '../../system.ts';
import { asciiOf } from '../../text/sanitise.ts';
import type { PromptWords } from '../../words/words.ts';

/** What the screen is like. */
export type Look = {
  /** Cells. */
  columns: number;
  /** Lines. */
  rows: number;
  /** Of them, those of what was said to explain the question: they stay in sight. */
  explained: number;
  /** False where the locale is not UTF-8: marks that it can show. */
  unicode: boolean;
  words: PromptWords;
  paint: (style: Style | readonly Style[], text: string) => string;
};

/** The text in what the screen can show; asked before it is measured. */
export function spelled(text: string, { unicode }: Look): string {
  return unicode ? text : asciiOf(text);
}
