import { execFileSync } from 'node:child_process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openTerminal, type Terminal } from '../../../scripts/terminal/terminal.js';
import { ask, becomes, COMMAND, ROOT, TERMINAL_ENV } from '../../support/prompt-terminal.ts';

/** A screen and its last question, open with what was typed, as a person left it. */
const AT: [string, { questions: string; typed: string; screen: string }][] = [
  [
    'a list',
    {
      questions: 'list',
      typed: '\u001b[A',
      screen:
        '  A line said before.\n? Route requests by\n❯ Fastest\n- deepinfra\n  Cheapest\n\n  ↑↓ move · enter choose · esc back',
    },
  ],
  [
    'a filtered list',
    {
      questions: 'model',
      typed: '99 org',
      screen: `  A line said before.
? Default model  1 of 137  99 org
                context  tools  $/M in
❯ org/model-99      99k  yes     99.00

  Model 99 · 4 inference providers
  ↑↓ move · tab complete · enter choose · esc back`,
    },
  ],
  ['a text', { questions: 'text', typed: 'mine', screen: '  A line said before.\n? Alias  mine' }],
  [
    'a secret',
    { questions: 'secret', typed: 'hf_abc', screen: '  A line said before.\n? Hugging Face token (hidden) ••••••' },
  ],
];

/** The worker in a shell with job control, whose prompt is `$ `. */
async function inShell(questions: string): Promise<Terminal> {
  const env = { ...TERMINAL_ENV, PS1: '$ ' };
  const terminal = openTerminal('bash', ['--norc', '--noprofile', '-i'], { env, cwd: ROOT });
  onTestFinished(terminal.kill);
  await terminal.shows('$');
  terminal.type(`worker() { ${COMMAND.join(' ')} "$@"; }; clear\r`);
  await terminal.until(() => terminal.text().trim() === '$', 'an empty screen');
  terminal.type(`worker ${questions}\r`);
  await terminal.shows(/^\? /m);
  return terminal;
}

/** The modes of the shell's terminal that a question changes. */
const MODES = 'stty -a | grep -o " -\\?\\(echo\\|icanon\\)\\b" | tr -d "\\n"';

async function hasItsTerminal(terminal: Terminal, mark: string): Promise<void> {
  terminal.type(`${MODES}; echo " ${mark}"\r`);
  await terminal.shows(new RegExp(`^ icanon echo ${mark}`, 'm'));
  expect(terminal.cursorIsVisible()).toBe(true);
}

/** The process that a shell waits for. */
function workerIn(terminal: Terminal): number {
  return Number(execFileSync('pgrep', ['-P', String(terminal.pid)], { encoding: 'utf8' }));
}

async function drawsAnew(terminal: Terminal, disturb: () => Promise<void> | void): Promise<void> {
  const before = terminal.raw().length;
  await disturb();
  await terminal.until(() => terminal.raw().slice(before).includes('\u001b[2J'), 'a clean screen');
}

describe.each(AT)('%s', (_, { questions, typed, screen }) => {
  test('is stopped by Ctrl-Z, which gives the shell its terminal back; fg comes back to it as it was', async () => {
    const terminal = await inShell(questions);
    terminal.type(typed);
    await terminal.shows(screen.slice(screen.indexOf('?')));
    terminal.press('ctrl-z');
    await terminal.shows('Stopped');
    expect(terminal.text()).not.toContain('? ');
    await hasItsTerminal(terminal, 'stopped');
    terminal.type('fg\r');
    await becomes(terminal, screen);
    process.kill(workerIn(terminal), 'SIGTSTP');
    await terminal.shows('Stopped');
    terminal.type('fg\r');
    await becomes(terminal, screen);
    terminal.press('enter');
    await terminal.shows('Done.');
    await hasItsTerminal(terminal, 'ended');
  });

  test('comes back as it was after a SIGTSTP and a SIGSTOP from outside', async () => {
    const terminal = ask(questions);
    await terminal.shows(/^\? /m);
    terminal.type(typed);
    await becomes(terminal, screen);
    await drawsAnew(terminal, async () => {
      // Nobody would wake it: the system does not stop it, and it goes on.
      terminal.signal('SIGTSTP');
    });
    await becomes(terminal, screen);
    await drawsAnew(terminal, async () => {
      terminal.signal('SIGSTOP');
      await new Promise((resolve) => setTimeout(resolve, 100));
      terminal.signal('SIGCONT');
    });
    await becomes(terminal, screen);
    terminal.press('enter');
    await terminal.shows('Done.');
    expect(await terminal.exited).toBe(0);
  });

  test('is drawn whole in a window that gets narrower, wider and lower, and on Ctrl-L', async () => {
    const terminal = ask(questions);
    await terminal.shows(/^\? /m);
    terminal.type(typed);
    await becomes(terminal, screen);
    for (const [columns, rows] of [
      [40, 15],
      [120, 40],
      [60, 12],
      [80, 24],
    ] as const) {
      await drawsAnew(terminal, () => terminal.resize(columns, rows));
      await terminal.shows(/^ {2}A line said before\.\n\? /);
      expect(terminal.text().match(/^\? /gm)).toHaveLength(1);
    }
    await becomes(terminal, screen);
    await drawsAnew(terminal, () => terminal.press('ctrl-l'));
    await becomes(terminal, screen);
    terminal.press('enter');
    await terminal.shows('Done.');
  });

  test('is left by Ctrl-C: exit 130, nothing of it on the screen, the terminal as it was', async () => {
    const terminal = await inShell(questions);
    terminal.type(typed);
    await terminal.shows(screen.slice(screen.indexOf('?')));
    terminal.press('ctrl-c');
    await terminal.shows('A line said before.\nEnded: interrupted');
    terminal.type('echo "it was $?"\r');
    await terminal.shows(/^it was 130/m);
    await hasItsTerminal(terminal, 'ended');
  });

  test('is left by the end of the input', async () => {
    const terminal = ask(questions);
    await terminal.shows(/^\? /m);
    terminal.press('ctrl-d');
    expect(await terminal.exited).toBe(130);
    expect(terminal.text()).toBe('  A line said before.\nEnded: interrupted');
  });
});

test('a long list that was higher for a while leaves what was said its room again', async () => {
  const terminal = ask('model');
  await terminal.shows('↓ 121 more');
  const screen = terminal.text();
  await drawsAnew(terminal, () => terminal.resize(120, 40));
  await terminal.shows('↓ 105 more');
  await drawsAnew(terminal, () => terminal.resize(80, 24));
  await becomes(terminal, screen);
  expect(screen).toMatch(/^ {2}A line said before\.\n\? Default model/);
});

test('what another program wrote over the question goes with Ctrl-L', async () => {
  const terminal = ask('text');
  await terminal.shows('? Alias');
  terminal.type('debris\r');
  await terminal.shows('DEBRIS');
  terminal.press('ctrl-l');
  await becomes(terminal, '  A line said before.\n✗ Another model has this alias.\n? Alias  debris');
});

test.each([
  ['Ctrl-C', (terminal: Terminal) => terminal.press('ctrl-c'), 130],
  ['a SIGTERM', (terminal: Terminal) => terminal.signal('SIGTERM'), 143],
])('waiting is left by %s', async (_, leave, code) => {
  const terminal = ask('secret wait');
  await terminal.shows('? Hugging Face token');
  terminal.type('hf_a\r');
  await terminal.shows(/Checking \d s/);
  leave(terminal);
  expect(await terminal.exited).toBe(code);
  expect(terminal.cursorIsVisible()).toBe(true);
});

test.each([
  ['a SIGTERM', 'list', 143, (terminal: Terminal) => process.kill(workerIn(terminal), 'SIGTERM')],
  ['a crash', 'crash', 1, () => true],
])('%s at a question gives the shell its terminal back', async (_, question, code, end) => {
  const terminal = await inShell(`${question}; echo "it was $?"`);
  end(terminal);
  await terminal.shows(new RegExp(`^it was ${code}`, 'm'));
  await hasItsTerminal(terminal, 'ended');
});
