/**
 * A program in a real pseudo-terminal, and the screen that a person would see: for the tests, the screens in the README
 * and the measurements. It never runs in the product.
 */
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { KEYS } from './keys.js';

/** A machine that does other things at the same time takes its time too. */
const PATIENCE_MS = 20_000;

/**
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('./terminal.d.ts').TerminalOptions} options
 * @returns {import('./terminal.d.ts').Terminal}
 */
export function openTerminal(file, args, { env, cwd, columns = 80, rows = 24 }) {
  const emulator = new xterm.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
  const child = pty.spawn(file, [...args], { name: env.TERM ?? 'xterm-256color', cols: columns, rows, cwd, env });
  let raw = '';
  let lastOutput = 0;
  let exitCode;
  const text = () => linesOf(emulator, emulator.buffer.active.viewportY, emulator.rows);
  const { look, ...waits } = createWaits(text, () => exitCode);
  child.onData((text) => {
    raw += text;
    lastOutput = performance.now();
    emulator.write(text, look);
  });
  const exited = new Promise((resolve) => {
    child.onExit((exit) => {
      // The emulator is behind: only now it has drawn everything.
      emulator.write('', () => {
        exitCode = exit.signal ? 128 + exit.signal : exit.exitCode;
        look();
        resolve(exitCode);
      });
    });
  });
  return {
    ...waits,
    type: (input) => child.write(input),
    press: (...keys) => child.write(keys.map((key) => KEYS[key]).join('')),
    resize: (wide, high) => {
      emulator.resize(wide, high);
      child.resize(wide, high);
    },
    text,
    runs: () => Array.from({ length: emulator.rows }, (_, line) => runsOf(emulator, line)),
    history: () => linesOf(emulator, 0, emulator.buffer.active.length),
    broken: () => brokenIn(emulator),
    raw: () => raw,
    lastOutputAt: () => lastOutput,
    cursorIsVisible: () => raw.lastIndexOf('\u001b[?25h') >= raw.lastIndexOf('\u001b[?25l'),
    exited,
    pid: child.pid,
    signal: (name) => process.kill(child.pid, name),
    hangUp: () => child.kill('SIGHUP'),
    kill: () => {
      if (exitCode === undefined) child.kill('SIGKILL');
    },
  };
}

/** Ways to wait for what the screen shows; it is looked at after every piece of output, by `look`. */
function createWaits(text, exitCode) {
  const watchers = new Set();
  const look = () => {
    for (const watch of [...watchers]) watch();
  };
  /** Resolves as soon as the condition holds. */
  function until(condition, what) {
    return new Promise((resolve, reject) => {
      const stop = () => {
        watchers.delete(watch);
        clearTimeout(timer);
      };
      const fail = (why) => {
        stop();
        reject(new Error(`The terminal ${why} before it showed ${what}. Its screen:\n${text()}`));
      };
      const watch = () => {
        if (condition()) {
          stop();
          resolve(undefined);
        } else if (exitCode() !== undefined) fail(`ended with ${exitCode()}`);
      };
      const timer = setTimeout(() => fail(`waited ${PATIENCE_MS / 1000} s`), PATIENCE_MS);
      watchers.add(watch);
      watch();
    });
  }
  const includes = (wanted) => (typeof wanted === 'string' ? text().includes(wanted) : wanted.test(text()));
  return {
    look,
    until,
    shows: (wanted) => until(() => includes(wanted), String(wanted)),
    hides: (wanted) => until(() => !includes(wanted), `no more ${wanted}`),
    asks: (title) => until(() => isAsked(title, text()), `the question "${title}"`),
  };
}

/** Whether the last question on the screen is this one; an answered question has lost its question mark. */
function isAsked(title, screen) {
  const questions = screen.split('\n').filter((line) => /^[?✔*] /.test(line));
  return questions.at(-1)?.startsWith(`? ${title}`) ?? false;
}

/** Lines of the screen without the blanks at their ends, and without the empty ones at the bottom. */
function linesOf({ buffer }, start, count) {
  const lines = Array.from(
    { length: count },
    (_, index) => buffer.active.getLine(start + index)?.translateToString(true) ?? '',
  );
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}

/** The lines that were wider than the terminal, each in one piece. */
function brokenIn({ buffer }) {
  const broken = [];
  let whole = '';
  for (let at = 0; at <= buffer.active.length; at++) {
    const line = buffer.active.getLine(at);
    if (line?.isWrapped) {
      whole += line.translateToString(true);
      if (!buffer.active.getLine(at + 1)?.isWrapped) broken.push(whole);
    } else whole = line?.translateToString(true) ?? '';
  }
  return broken;
}

/** The pieces of a line of the screen that look alike; where more than a blank is between them, they are two. */
function runsOf({ buffer, cols }, line) {
  const cells = buffer.active.getLine(buffer.active.viewportY + line);
  const runs = [];
  for (let at = 0; at < cols; at++) {
    const cell = cells?.getCell(at);
    const text = cell?.getChars() ?? '';
    if (cell === undefined || text.trim() === '') continue;
    const color = cell.isFgPalette() ? cell.getFgColor() : null;
    const look = { color, bold: cell.isBold() !== 0, dim: cell.isDim() !== 0 };
    const last = runs.at(-1);
    const gap = last === undefined ? cols : at - last.at - last.width;
    if (gap <= 1 && last.color === look.color && last.bold === look.bold && last.dim === look.dim) {
      last.text += ' '.repeat(gap) + text;
      last.width += gap + cell.getWidth();
    } else runs.push({ at, width: cell.getWidth(), text, ...look });
  }
  return runs;
}
