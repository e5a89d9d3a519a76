import type { KEYS } from './keys.js';

export type Key = keyof typeof KEYS;

export type TerminalOptions = {
  /** The whole environment of the program. */
  env: Record<string, string>;
  cwd: string;
  /** 80 by default. */
  columns?: number;
  /** 24 by default. */
  rows?: number;
};

/** `at` and `width` in cells. */
export type Run = {
  at: number;
  width: number;
  text: string;
  color: number | null;
  bold: boolean;
  dim: boolean;
};

export type Terminal = {
  /** Resolves as soon as the screen shows this; rejects, with the screen, when the program ends before or time is up. */
  shows(wanted: string | RegExp): Promise<void>;
  /** Resolves as soon as the screen shows this no more. */
  hides(wanted: string | RegExp): Promise<void>;
  /** Resolves as soon as the condition holds; `what` names it where it never does. */
  until(condition: () => boolean, what: string): Promise<void>;
  /** Resolves as soon as the question that begins so is open. */
  asks(title: string): Promise<void>;
  type(text: string): void;
  press(...keys: Key[]): void;
  resize(columns: number, rows: number): void;
  /** What is on the screen now. */
  text(): string;
  /** The same with its looks: of each line the pieces that look alike. `color`: of the terminal's palette; null is the usual one. */
  runs(): Run[][];
  /** What was on it, too: the lines that scrolled off at the top come first. */
  history(): string;
  /** The lines of `history` that were wider than the terminal, each in one piece. */
  broken(): string[];
  /** Every byte the program has written. */
  raw(): string;
  /** When it last wrote something, by `performance.now()`; 0 before. */
  lastOutputAt(): number;
  cursorIsVisible(): boolean;
  /** The exit code; 128 and the signal's number where one ended it. */
  exited: Promise<number>;
  pid: number;
  /** Sends the program itself a signal. */
  signal(name: NodeJS.Signals): void;
  /** The window is closed. */
  hangUp(): void;
  kill(): void;
};

export function openTerminal(file: string, args: readonly string[], options: TerminalOptions): Terminal;
