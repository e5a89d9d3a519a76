import { describe, expect, test } from 'vitest';
import type { Key } from '../../../scripts/terminal/terminal.js';
import { ask, becomes, isActive } from '../../support/prompt-terminal.ts';

describe('a list', () => {
  test('is moved in by all keys, wraps, and takes Enter', async () => {
    const terminal = ask('model');
    await isActive(terminal, 'org/model-1');
    const moves: [Key, string][] = [
      ['down', 'org/model-2'],
      ['up', 'org/model-1'],
      ['up', 'org/model-137'],
      ['down', 'org/model-1'],
      ['page-down', 'org/model-17'],
      ['page-down', 'org/model-33'],
      ['page-up', 'org/model-17'],
      ['end', 'org/model-137'],
      ['page-down', 'org/model-137'],
      ['home', 'org/model-1'],
      ['page-up', 'org/model-1'],
    ];
    for (const [key, row] of moves) {
      terminal.press(key);
      await isActive(terminal, row);
    }
    terminal.press('down', 'enter');
    await terminal.shows('✔ model  org/model-2\nDone.');
    expect(terminal.text()).toBe('  A line said before.\n✔ model  org/model-2\nDone.');
    expect(await terminal.exited).toBe(0);
    expect(terminal.cursorIsVisible()).toBe(true);
  });

  test('takes a held key', async () => {
    const terminal = ask('model');
    await isActive(terminal, 'org/model-1');
    for (let burst = 0; burst < 20; burst++) terminal.press(...Array.from({ length: 20 }, (): Key => 'down'));
    await isActive(terminal, `org/model-${(400 % 137) + 1}`);
  });

  test('is filtered by what is typed; Tab completes; an unlisted id wants Enter twice', async () => {
    const terminal = ask('model');
    await isActive(terminal, 'org/model-1');
    terminal.type('99 model');
    await terminal.shows('? Default model  1 of 137  99 model\n');
    await isActive(terminal, 'org/model-99');
    terminal.press('tab');
    await terminal.shows('? Default model  1 of 137  org/model-99\n');
    terminal.press('backspace', 'backspace');
    await terminal.shows('? Default model  137 of 137  org/model-\n');
    terminal.press('ctrl-u');
    await terminal.shows('type to filter\n');
    terminal.type('acme/none');
    await isActive(terminal, 'acme/none');
    terminal.press('enter');
    await terminal.shows('No inference provider serves acme/none. Enter once more takes it all the same.');
    terminal.press('enter');
    await terminal.shows('✔ model  acme/none');
  });

  test('with no match says so, and Enter takes nothing', async () => {
    const terminal = ask('model');
    await isActive(terminal, 'org/model-1');
    terminal.type('xyzzy');
    await terminal.shows('No model matches "xyzzy" (137 looked at).');
    terminal.press('enter', 'backspace');
    await terminal.shows('No model matches "xyzz" (137 looked at).');
  });

  test('without a filter begins with the usual row, passes over one that is not available, and types nothing', async () => {
    const terminal = ask('list');
    await isActive(terminal, 'Cheapest');
    terminal.type('xyz');
    terminal.press('up');
    await isActive(terminal, 'Fastest');
    expect(terminal.text()).toBe(
      '  A line said before.\n? Route requests by\n❯ Fastest\n- deepinfra\n  Cheapest\n\n  ↑↓ move · enter choose · esc back',
    );
    expect(terminal.cursorIsVisible()).toBe(false);
  });

  test.each([
    [40, 15, 5],
    [80, 24, 16],
    [120, 40, 32],
  ])('at %i by %i shows as many rows as there is room for', async (columns, rows, count) => {
    const terminal = ask('model', { columns, rows });
    await terminal.shows('esc back');
    expect(terminal.text().match(/org\/model-\d+/g)).toHaveLength(count);
    expect(terminal.text()).toContain(`↓ ${137 - count} more`);
    terminal.press('end', 'up');
    await isActive(terminal, 'org/model-136');
    expect(terminal.text()).toContain(`↑ ${137 - count} more`);
    expect(terminal.text()).toMatch(/^\? Default model/m);
  });
});

describe('a text', () => {
  test('has a default that typing replaces, and that Tab puts into the line to be edited', async () => {
    const terminal = ask('text text text');
    await terminal.shows('? Alias  DeepSeek R1');
    terminal.press('enter');
    await terminal.shows('✔ text  DeepSeek R1\n? Alias  DeepSeek R1');
    terminal.type('mine');
    await terminal.shows('? Alias  mine');
    terminal.press('left', 'left', 'backspace', 'enter');
    await terminal.shows('✔ text  mne\n? Alias  DeepSeek R1');
    terminal.press('tab', 'backspace', 'up', 'down');
    terminal.type('2');
    await terminal.shows('? Alias  DeepSeek R2');
    terminal.press('enter');
    await terminal.shows('✔ text  DeepSeek R2\nDone.');
  });

  test('that is refused stays to be changed, below the reason', async () => {
    const terminal = ask('text');
    await terminal.shows('? Alias');
    terminal.type('taken');
    terminal.press('enter');
    await terminal.shows('✗ Another model has this alias.\n? Alias  taken');
    terminal.type('2');
    await terminal.shows('said before.\n? Alias  taken2');
    terminal.press('enter');
    await terminal.shows('✔ text  taken2\nDone.');
  });

  test('that is wider than the window goes on in the next line', async () => {
    const terminal = ask('text', { columns: 40, rows: 15 });
    await terminal.shows('? Alias');
    terminal.type('a long name that needs more than a line');
    await terminal.shows('? Alias\n  a long name that needs more than a lin\ne');
    terminal.press('backspace', 'backspace', 'enter');
    await terminal.shows('before.\n✔ text\n  a long name that needs more than a li\nDone.');
  });
});

describe('a secret', () => {
  const TOKEN = `hf_${'x'.repeat(300)}`;

  test('is shown as dots, no more than there is room for', async () => {
    const terminal = ask('secret');
    await terminal.shows('? Hugging Face token (hidden)');
    terminal.type('hf_abc');
    await terminal.shows(/\(hidden\) •{6}$/);
    terminal.press('backspace', 'tab', 'left');
    await terminal.shows(/\(hidden\) •{5}$/);
    terminal.press('ctrl-u');
    await terminal.shows(/\(hidden\)$/);
    terminal.type(TOKEN);
    await terminal.shows(/\(hidden\) •{49}$/);
    terminal.press('backspace', 'enter');
    await terminal.shows('Done.');
    expect(terminal.text().replaceAll('\n', '')).toContain(`✔ secret  ${TOKEN.slice(0, -1)}Done.`);
    expect(terminal.text().split('\n')[0]).toBe('  A line said before.');
  });

  test('is empty again after a refusal', async () => {
    const terminal = ask('secret');
    await terminal.shows('? Hugging Face token (hidden)');
    terminal.type('gsk_abc\r');
    await terminal.shows(/^✗ A Hugging Face token starts with hf_\.\n\? Hugging Face token \(hidden\)$/m);
    terminal.type('hf_abc\r');
    await terminal.shows('✔ secret  hf_abc\nDone.');
  });

  test('takes the first line of a paste; the rest answers nothing', async () => {
    const terminal = ask('secret text');
    await terminal.shows('? Hugging Face token (hidden)');
    terminal.type('gsk_abc\rhf_rest\rmore');
    await terminal.shows(/✗ .*\n\? Hugging Face token \(hidden\)$/);
    terminal.type('hf_abc\nhf_rest\nmore\r');
    await terminal.shows('✔ secret  hf_abc\n? Alias  DeepSeek R1');
    terminal.press('enter');
    await terminal.shows('✔ text  DeepSeek R1\nDone.');
    expect(terminal.history()).not.toContain('rest');
  });
});

describe('between two questions', () => {
  test('nothing that is typed is shown, or answers the next one', async () => {
    const terminal = ask('secret wait text');
    await terminal.shows('? Hugging Face token');
    terminal.type('hf_a\r');
    await terminal.shows(/Checking \d s/);
    terminal.type('zzz\r\u001b[B');
    await terminal.shows('? Alias  DeepSeek R1');
    terminal.press('enter');
    await terminal.shows('✔ wait  waited\n✔ text  DeepSeek R1\nDone.');
    expect(terminal.raw()).not.toContain('zzz');
  });

  test('the screen is drawn anew where the window has another size', async () => {
    const terminal = ask('first wait text');
    await isActive(terminal, 'Hugging Face');
    terminal.press('enter');
    await terminal.shows(/Checking \d s/);
    terminal.resize(40, 15);
    await terminal.shows('? Alias  DeepSeek R1');
    expect(terminal.text()).toBe('  A line said before.\n✔ first  Hugging Face\n✔ wait  waited\n? Alias  DeepSeek R1');
  });
});

describe('back', () => {
  test('takes the withdrawn answer off the screen; the first question offers none', async () => {
    const terminal = ask('first secret text model');
    await isActive(terminal, 'Hugging Face');
    terminal.press('escape');
    terminal.press('enter');
    await terminal.shows('? Hugging Face token');
    terminal.type('hf_abc\r');
    await terminal.shows('✔ secret  hf_abc\n? Alias');
    terminal.press('enter');
    await terminal.shows('? Default model');
    terminal.press('escape');
    await becomes(terminal, '  A line said before.\n✔ first  Hugging Face\n✔ secret  hf_abc\n? Alias  DeepSeek R1');
    terminal.press('escape');
    await becomes(terminal, '  A line said before.\n✔ first  Hugging Face\n? Hugging Face token (hidden)');
    terminal.press('escape');
    await terminal.shows('before.\n? Provider\n❯ Hugging Face\n  Skip for now\n\n  ↑↓ move · enter choose');
  });

  test('draws the screen anew where what it takes off has scrolled away', async () => {
    const terminal = ask('first text text text text text text model', { rows: 10 });
    await isActive(terminal, 'Hugging Face');
    terminal.press('enter');
    for (let count = 1; count <= 6; count++) {
      await terminal.shows(new RegExp(`(✔ text  DeepSeek R1\n){${count - 1}}\\? Alias  DeepSeek R1$`));
      terminal.press('enter');
    }
    await isActive(terminal, 'org/model-1');
    terminal.press('escape');
    const answers = '✔ text  DeepSeek R1\n'.repeat(5);
    await becomes(terminal, `  A line said before.\n✔ first  Hugging Face\n${answers}? Alias  DeepSeek R1`);
  });
});
