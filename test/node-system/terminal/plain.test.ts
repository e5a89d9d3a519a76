import { describe, expect, test } from 'vitest';
import { ask } from '../../support/prompt-terminal.ts';

/** What a screen reader is told: every byte, without anything that moves a cursor. */
const spoken = (raw: string) => raw.replaceAll('\r', '');

describe.each([
  ['TERM=dumb', { TERM: 'dumb' }],
  ['OPENCLAW_ONBOARD_PLAIN=1', { OPENCLAW_ONBOARD_PLAIN: '1', NO_COLOR: '1' }],
])('with %s', (_, env) => {
  test('choices have numbers, and nothing that was written is written over', async () => {
    const terminal = ask('first list text secret', { env });
    await terminal.shows(/\[1\]:$/);
    terminal.type('\r');
    await terminal.shows(/\[3\]:$/);
    terminal.type('2\r');
    await terminal.shows(/Type a number from 1 to 3\.\n.* \[3\]:$/);
    terminal.type('1\r');
    await terminal.shows(/Alias \[DeepSeek R1\], b to go back:$/);
    terminal.type('taken\r');
    await terminal.shows(/Another model has this alias\.\n.*:$/);
    terminal.type('\r');
    await terminal.shows(/Hugging Face token \(hidden\), b to go back:$/);
    terminal.type('gsk_a\r');
    await terminal.shows(/A Hugging Face token starts with hf_\.\n.*:$/);
    terminal.type('hf_a\r');
    expect(await terminal.exited).toBe(0);
    expect(spoken(terminal.raw())).toBe(`  A line said before.
Provider
1. Hugging Face
2. Skip for now
Type a number from 1 to 2 [1]: 
✔ first: Hugging Face
Route requests by
1. Fastest
2. deepinfra (not available)
3. Cheapest
Type a number from 1 to 3 or b to go back [3]: 2
Type a number from 1 to 3.
Type a number from 1 to 3 or b to go back [3]: 1
✔ list: Fastest
Alias [DeepSeek R1], b to go back: taken
Another model has this alias.
Alias [DeepSeek R1], b to go back: 
✔ text: DeepSeek R1
Hugging Face token (hidden), b to go back: 
A Hugging Face token starts with hf_.
Hugging Face token (hidden), b to go back: 
✔ secret: hf_a
Done.
`);
  });

  test('a list is filtered by words, and an unlisted id is asked about', async () => {
    const terminal = ask('model', { env, columns: 120 });
    await terminal.shows(/\[1\]:$/);
    terminal.type('13 org\r');
    await terminal.shows(/10\. org\/model-137.*\n.*:$/);
    terminal.type('xyzzy\r');
    await terminal.shows(/No model matches.*\n.*:$/);
    terminal.type('acme/none\r');
    await terminal.shows(/1\. acme\/none\n.*:$/);
    terminal.type('1\r');
    await terminal.shows(/take it all the same, or.*\n.*:$/);
    terminal.type('\r');
    await terminal.shows('Done.');
    const whole = spoken(terminal.raw());
    expect(whole).toContain(
      '10. org/model-10, context 10k, tools yes, $/M in 10.00. Model 10, 4 inference providers\n',
    );
    expect(whole).toContain(`127 more
Type a number from 1 to 10, words to filter or b to go back [1]: 13 org
Default model: 10 of 137
1. org/model-13, context 13k, tools yes, $/M in 13.00. Model 13, 4 inference providers
2. org/model-113, `);
  });

  test('what takes a while is said once', async () => {
    const terminal = ask('wait', { env });
    expect(await terminal.exited).toBe(0);
    expect(spoken(terminal.raw())).toBe('  A line said before.\nChecking\n✔ wait: waited\nDone.\n');
  });

  test.each([
    ['a list', 'list', /\[3\]:$/],
    ['a text', 'text', /back:$/],
    ['a secret', 'secret', /back:$/],
  ])('%s is left by Ctrl-C, and by the end of the input', async (_, question, asked) => {
    for (const key of ['ctrl-c', 'ctrl-d'] as const) {
      const terminal = ask(question, { env });
      await terminal.shows(asked);
      terminal.press(key);
      expect(await terminal.exited).toBe(130);
      expect(terminal.text().split('\n').at(-1)).toBe('Ended: interrupted');
    }
  });

  test('b goes back, also by Esc at a hidden line', async () => {
    const terminal = ask('first secret', { env });
    await terminal.shows(/\[1\]:$/);
    terminal.type('\r');
    await terminal.shows(/back:$/);
    terminal.type('b\r');
    await terminal.shows(/to go back:\nProvider\n1\. Hugging Face\n.*\n.*:$/);
    terminal.type('2\r');
    await terminal.shows(/✔ first: Skip for now\nHugging Face token \(hidden\).*:$/);
    terminal.press('escape');
    await terminal.until(() => terminal.text().split('1. Hugging Face').length === 4, 'the first question again');
  });
});

const SGR = /\u001b\[[\d;]*m/;

test.each([
  ['NO_COLOR', 'first model text secret', { NO_COLOR: '1' }],
  ['--no-color', '--no-color first model text secret', {}],
])('with %s nothing is coloured', async (_, questions, env) => {
  expect(await answerAll(questions, env)).not.toMatch(SGR);
});

test('otherwise it is', async () => {
  expect(await answerAll('first model text secret', {})).toMatch(SGR);
});

test('where the locale is not UTF-8 all marks are ASCII', async () => {
  const raw = await answerAll('first model text secret', { LC_ALL: 'C' });
  expect(raw.match(/[^\x00-\x7f]/g)).toBeNull();
  expect(raw).toContain('up/down move, tab complete');
  expect(raw).toContain('v 121 more');
});

async function answerAll(questions: string, env: Record<string, string>): Promise<string> {
  const terminal = ask(questions, { env });
  await terminal.shows('? Provider');
  terminal.press('enter');
  await terminal.shows('? Default model');
  terminal.press('enter');
  await terminal.shows('? Alias');
  terminal.type('taken\r');
  await terminal.shows('Another model has this alias.');
  terminal.type('2\r');
  await terminal.shows('? Hugging Face token');
  terminal.type('hf_a\r');
  await terminal.shows('Done.');
  return terminal.raw();
}
