import type { Align } from '../text/table.ts';

/** The answer to a question, or the wish to go back one question (Esc). Ctrl-C rejects with `interrupted`. */
export type Answer<T> = { kind: 'answer'; value: T } | { kind: 'back' };

/** A row of a list to choose from. */
export type Row<T> = {
  value: T;
  /** By column. The first is never cut; of the others as many are shown, from the left, as there is room for. */
  cells: readonly string[];
  /** Dim, behind the first cell: `(current)`. */
  mark?: string;
  /** Shown below the list while the row is active, one line or several. */
  detail?: string;
  /** Shown as a row that can't be chosen. */
  disabled?: true;
  /** A sentence on which Enter has to be pressed once more. */
  confirm?: string;
};

/** What a list shows for what is typed. */
export type Listing<T> = {
  rows: readonly Row<T>[];
  /** How many there are; more than the rows where those are only the first. */
  total: number;
  /** Beside the question: `4 of 137`. */
  note?: string;
  /** Instead of rows where there are none. */
  empty?: string;
};

export type ListColumn = {
  title: string;
  align?: Align;
  /** How its cell is read aloud, where that is not its title and the cell; null is not known. */
  spoken?: (figure: string | null) => string;
};

export type ListQuestion<T> = {
  message: string;
  /** With a line of titles above the rows. */
  columns?: readonly ListColumn[];
  /** The rows; or how to find them, and then typing filters. */
  find: readonly Row<T>[] | ((typed: string) => Listing<T>);
  initial?: T;
  /** False for the first question: the keys then offer no "back". */
  canGoBack?: boolean;
};

export type TextQuestion = {
  message: string;
  /** Taken where nothing is typed; Tab puts it into the line to be edited. */
  initial?: string;
  /** Why the text is refused; undefined takes it. */
  validate: (text: string) => string | undefined;
  /** False for the first question: where ways back are named, it names none. */
  canGoBack?: boolean;
};

/**
 * Questions to a person, on stderr. A question leaves nothing on the screen: what was answered is written by `answered`,
 * and taken off again by the way back.
 */
export type Prompt = {
  choose<T>(question: ListQuestion<T>): Promise<Answer<T>>;
  text(question: TextQuestion): Promise<Answer<string>>;
  /** Hidden while it is typed; empty again after a refusal. */
  secret(question: Omit<TextQuestion, 'initial'>): Promise<Answer<string>>;
  /** Writes `✔ Title  answer`. */
  answered(title: string, answer: string): void;
  /** Remembers what is on the screen; the function returned takes everything off again that was written since. */
  checkpoint(): () => void;
  /** Lines of the screen, for a question and what explains it; without a limit where questions are plain lines. */
  height(): number;
};
