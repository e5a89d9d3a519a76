import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openTerminal, type Terminal } from '../../scripts/terminal/terminal.js';
import { worker } from './workers.ts';

export const ROOT = join(import.meta.dirname, '../..');
/** The worker that asks the questions which its arguments name. */
export const COMMAND = [process.execPath, worker('prompt-worker')] as const;
export const TERMINAL_ENV = { PATH: process.env.PATH ?? '', HOME: '/', TERM: 'xterm-256color', LC_ALL: 'C.UTF-8' };

export type PromptTerminalOptions = { columns?: number; rows?: number; env?: Record<string, string> };

/** The worker with these questions in a terminal. */
export function ask(questions: string, { columns = 80, rows = 24, env = {} }: PromptTerminalOptions = {}): Terminal {
  const [file, ...args] = [...COMMAND, ...questions.split(' ')];
  const terminal = openTerminal(file ?? '', args, { env: { ...TERMINAL_ENV, ...env }, cwd: ROOT, columns, rows });
  onTestFinished(terminal.kill);
  return terminal;
}

export function isActive(terminal: Terminal, row: string): Promise<void> {
  const active = new RegExp(`^[❯>] ${row}(?: |$)`, 'm');
  return terminal.until(() => active.test(terminal.text()), `the active row ${row}`);
}

/** Waits until this is all that is on the screen. */
export function becomes(terminal: Terminal, screen: string): Promise<void> {
  return terminal.until(() => terminal.text() === screen, `this:\n${screen}\nbut this`);
}
