import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { openTerminal, type Terminal } from '../../scripts/terminal/terminal.js';
import { OTHER_TOKEN, type Program, TOKEN } from './program.ts';
import { BIN } from './run-openclaw.ts';
import { leaksIn } from './secrets.ts';

export type SessionOptions = {
  env?: Record<string, string>;
  columns?: number;
  rows?: number;
  /** Standard output goes into this file below the home, as with `> file`. */
  stdoutTo?: string;
};

/** A person at a terminal: what is asked, and the usual ways to answer. */
export type Session = Terminal & {
  /** Waits for a list with this title and takes the row that begins so; without one the row that is active. */
  choose(title: string, row?: string): Promise<void>;
  /** Types into a list until the row that begins so is active, and takes it. */
  find(title: string, typed: string, row: string): Promise<void>;
  /** Types a secret, waits until it is all there, and presses enter. */
  paste(secret: string, title?: string): Promise<void>;
  /** The exit code. No token may have been shown, and the cursor must be back. */
  ends(): Promise<number>;
};

export const WITH_CHOICE = ['onboard', '--auth-choice', 'huggingface-api-key'];

/** Starts the built program in a pseudo-terminal; it is killed with the test. */
export function startSession(
  { home, service }: Program,
  args: readonly string[] = WITH_CHOICE,
  { env = {}, columns = 80, rows = 24, stdoutTo }: SessionOptions = {},
): Session {
  const command = [process.execPath, BIN, ...args];
  const redirected = ['/bin/sh', '-c', `exec "$@" > "$0"`, join(home, stdoutTo ?? ''), ...command];
  const [file = '', ...rest] = stdoutTo === undefined ? command : redirected;
  const terminal = openTerminal(file, rest, {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: home,
      TERM: 'xterm-256color',
      LC_ALL: 'C.UTF-8',
      HF_ENDPOINT: service.url,
      OPENCLAW_HUGGINGFACE_BASE_URL: service.baseUrl,
      ...env,
    },
    cwd: home,
    columns,
    rows,
  });
  onTestFinished(terminal.kill);
  return personAt(terminal);
}

/** A terminal with the usual ways to answer. */
export function personAt(terminal: Terminal): Session {
  return { ...terminal, ...answersIn(terminal) };
}

function answersIn(terminal: Terminal): Omit<Session, keyof Terminal> {
  const { asks, shows, until, type, press } = terminal;
  /** The last one: narrowing a terminal can leave a piece of the old list above. */
  const activeRow = () => [...terminal.text().matchAll(/^[❯>] (.*)$/gm)].at(-1)?.[1];
  const isActive = (row: string) => activeRow()?.startsWith(row) ?? false;
  /** A screen that is half drawn has no active row: it is looked at again. */
  const nextRow = async (other?: string) => {
    let row: string | undefined;
    const isNext = () => {
      row = activeRow();
      return row !== undefined && row !== other;
    };
    await until(isNext, other === undefined ? 'a list' : `another row than ${other}`);
    return row ?? '';
  };
  /** An answered question leaves the screen; where it is asked again at once, something else is above it then. */
  const confirm = async (title: string) => {
    const above = () => terminal.text().split(`? ${title}`).slice(0, -1).join();
    const before = above();
    press('enter');
    const isAnswered = () => !terminal.text().includes(`? ${title}`) || above() !== before;
    await until(isAnswered, `an answer to "${title}"`);
  };
  return {
    choose: async (title, row = '') => {
      await asks(title);
      let active = await nextRow();
      while (!active.startsWith(row)) {
        press('down');
        active = await nextRow(active);
      }
      await confirm(title);
    },
    find: async (title, typed, row) => {
      await asks(title);
      await until(() => isActive(''), 'a list');
      type(typed);
      await until(() => isActive(row), `the row ${row}`);
      await confirm(title);
    },
    paste: async (secret, title = 'Hugging Face token') => {
      await asks(title);
      type(secret);
      await shows(new RegExp(`[•*]{${Math.min(secret.length, 8)}}`));
      press('enter');
    },
    ends: async () => {
      const code = await terminal.exited;
      const shown = { code, stdout: terminal.raw(), stderr: terminal.history().replaceAll('\n', '') };
      expect(leaksIn(shown, [TOKEN, OTHER_TOKEN])).toEqual([]);
      expect(terminal.cursorIsVisible()).toBe(true);
      return code;
    },
  };
}

/** The questions of a first run with a pasted token, each answered with what is offered, up to the summary. */
export async function answerFirstRun(session: Session): Promise<void> {
  await session.paste(TOKEN);
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.asks('Apply these changes?');
}
