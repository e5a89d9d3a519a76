import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createHiddenTexts } from '../../src/node-system/terminal/hidden-texts.ts';
import { isUnicodeLocale } from '../../src/node-system/terminal/io.ts';
import { createStream, hasHyperlinks } from '../../src/node-system/terminal/output-stream.ts';
import type { Env } from '../../src/system.ts';
import { tempDirectory } from '../support/temp-directory.ts';
import { worker } from '../support/workers.ts';

test.each([
  [{}, 'linux', false],
  [{}, 'darwin', true],
  [{}, 'win32', true],
  [{ LANG: 'en_GB.UTF-8' }, 'linux', true],
  [{ LANG: 'de_DE.utf8' }, 'linux', true],
  [{ LANG: 'C' }, 'darwin', false],
  [{ LC_ALL: 'C', LANG: 'en_GB.UTF-8' }, 'linux', false],
  [{ LC_ALL: '', LC_CTYPE: 'UTF-8', LANG: 'C' }, 'linux', true],
])('in %j on %s Unicode is %s', (env, platform, expected) => {
  expect(isUnicodeLocale(env, platform)).toBe(expected);
});

test.each([
  [{}, false],
  [{ TERM_PROGRAM: 'vscode' }, true],
  [{ TERM_PROGRAM: 'Apple_Terminal' }, false],
  [{ VTE_VERSION: '6003' }, true],
  [{ VTE_VERSION: '4999' }, false],
  [{ KITTY_WINDOW_ID: '1' }, true],
  [{ WT_SESSION: 'x', TERM: 'dumb' }, false],
  [{ WT_SESSION: 'x', TMUX: 'x' }, false],
])('in %j links are %s', (env, expected) => {
  expect(hasHyperlinks(env)).toBe(expected);
});

describe('a stream', () => {
  /** With the answers of a terminal or of a pipe. */
  const stream = (terminal: boolean, env: Env = {}, noColor = false, columns = 120) => {
    const output = { isTerminal: terminal, columns: () => columns, rows: () => 24, write: () => {} };
    return createStream(output, { env, noColor, mask: (text) => text });
  };

  test.each([
    ['a terminal', stream(true), true],
    ['a pipe', stream(false), false],
    ['NO_COLOR', stream(true, { NO_COLOR: '1' }), false],
    ['an empty NO_COLOR, which does not count', stream(true, { NO_COLOR: '' }), true],
    ['TERM=dumb', stream(true, { TERM: 'dumb' }), false],
    ['--no-color', stream(true, {}, true), false],
  ])('colours: %s', (_, out, expected) => {
    expect(out.style('red', 'x')).toBe(expected ? '\u001b[31mx\u001b[39m' : 'x');
    expect(out.style(['bold', 'cyan'], 'x').includes('\u001b[1m')).toBe(expected);
  });

  test.each([
    [stream(true), 120],
    [stream(true, { COLUMNS: '60' }), 120],
    [stream(true, { COLUMNS: '60' }, false, 0), 60],
    [stream(true, {}, false, 0), 80],
    [stream(false), Number.POSITIVE_INFINITY],
    [stream(false, { COLUMNS: '60' }), 60],
    [stream(false, { COLUMNS: 'x' }), Number.POSITIVE_INFINITY],
  ])('has columns (%#)', (out, expected) => {
    expect(out.columns).toBe(expected);
  });
});

test('hidden texts are masked, also within JSON and URLs; short ones are not', () => {
  const { hide, mask } = createHiddenTexts();
  hide('hf_"x"&y_9fQ2abcd');
  hide('short');
  expect(mask('a hf_"x"&y_9fQ2abcd short')).toBe('a hf_…abcd short');
  expect(mask(JSON.stringify({ t: 'hf_"x"&y_9fQ2abcd' }))).toBe('{"t":"hf_…abcd"}');
  expect(mask(`?t=${encodeURIComponent('hf_"x"&y_9fQ2abcd')}`)).toBe('?t=hf_…abcd');
});

describe('a process', () => {
  const WORKER = worker('terminal-worker');

  test('ends quietly with its own exit code when the reader of its output leaves', () => {
    const command = `"${process.execPath}" "${WORKER}" lines | head -n 1; echo "code \${PIPESTATUS[0]}"`;
    const output = execFileSync('bash', ['-c', `{ ${command}; } 2>&1`], { encoding: 'utf8' });
    expect(output).toMatch(/^line 0 x+\ncode 0\n$/);
  });

  test('writes everything into a pipe before it exits', () => {
    const output = execFileSync(process.execPath, [WORKER, 'much'], { encoding: 'utf8', maxBuffer: 1e8 });
    expect(output).toHaveLength(5_000_000);
  });

  test('reads standard input to its end', () => {
    const output = execFileSync(process.execPath, [WORKER, 'stdin'], { encoding: 'utf8', input: 'hf_ä\n' });
    expect(output).toBe('"hf_ä\\n"');
  });

  test.each([
    ['SIGINT', 'interrupted 130'],
    ['SIGTERM', 'interrupted 143'],
  ] as const)('stops reading standard input on %s', async (signal, expected) => {
    const child = spawn(process.execPath, [WORKER, 'stdin']);
    await once(child.stderr, 'data');
    await new Promise((resolve) => setTimeout(resolve, 100));
    child.kill(signal);
    expect(String(await once(child.stdout, 'data'))).toBe(expected);
    child.stdin.end();
    await once(child, 'exit');
  });

  test('ends at once by a second Ctrl-C, and its locks go', async () => {
    const child = spawn(process.execPath, [WORKER, 'stubborn'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([null, 'SIGINT']);
    expect(execFileSync('ls', ['-A', '/tmp'], { encoding: 'utf8' })).not.toContain(`openclaw-stubborn-${child.pid}`);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'a second %s ends it also while a thread waits for a file that nobody writes',
    async (signal) => {
      const fifo = join(tempDirectory(), 'fifo');
      execFileSync('mkfifo', [fifo]);
      const child = spawn(process.execPath, [WORKER, 'blocked', fifo], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      child.kill(signal);
      await once(child.stdout, 'data');
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([null, signal]);
    },
  );
});
