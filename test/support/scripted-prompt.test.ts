import { expect, test } from 'vitest';
import type { Row } from '../../src/system/prompt.ts';
import { BACK, CTRL_C, scriptedPrompt } from './scripted-prompt.ts';

const row = (text: string, rest: Partial<Row<string>> = {}): Row<string> => ({ value: text, cells: [text], ...rest });
const ROUTES = { message: 'Route', find: [row('fastest'), row('deepinfra', { disabled: true }), row('cheapest')] };

test('answers each question by its step, and tells what was shown', async () => {
  const prompt = scriptedPrompt([
    { asks: 'Route', answers: 'cheapest' },
    { asks: 'Route' },
    { asks: 'Route', answers: BACK },
    { asks: 'Alias', answers: 'taken' },
    { asks: 'Alias' },
  ]);
  expect(await prompt.choose(ROUTES)).toEqual({ kind: 'answer', value: 'cheapest' });
  expect(await prompt.choose({ ...ROUTES, initial: 'cheapest' })).toEqual({ kind: 'answer', value: 'cheapest' });
  expect(await prompt.choose(ROUTES)).toEqual({ kind: 'back' });
  const validate = (text: string) => (text === 'taken' ? 'Another model has it.' : undefined);
  expect(await prompt.text({ message: 'Alias', initial: 'R1', validate })).toEqual({ kind: 'answer', value: 'R1' });
  expect(prompt.asked[0]).toEqual({
    title: 'Route',
    screen: '? Route \n❯ fastest\n- deepinfra\n  cheapest\n\n  ↑↓ move · enter choose · esc back',
    rows: ['fastest', 'deepinfra', 'cheapest'],
    details: {},
    active: 'fastest',
  });
  expect(prompt.asked.slice(3)).toEqual([
    { title: 'Alias', screen: '? Alias  R1', refused: 'Another model has it.' },
    { title: 'Alias', screen: '✗ Another model has it.\n? Alias  R1' },
  ]);
});

test.each([
  ['another question', { asks: 'Model' }, '"Route" is asked, and the next step answers "Model".'],
  ['a row that is not there', { asks: 'Route', answers: 'x' }, '"Route" has no row x:'],
  ['a row that can not be chosen', { asks: 'Route', answers: 'deepinfra' }, '"Route" has no row deepinfra:'],
  ['a filter for a list without one', { asks: 'Route', types: 'x' }, '"Route" takes no filter.'],
  ['Ctrl-C', { asks: 'Route', answers: CTRL_C } as const, 'Interrupted.'],
])('%s rejects', async (_, step, message) => {
  await expect(scriptedPrompt([step]).choose(ROUTES)).rejects.toThrow(message);
});

test('a row that wants Enter twice is taken by a step that says so only', async () => {
  const question = { message: 'Model', find: [row('a/b', { confirm: 'Nobody serves it.' })] };
  await expect(scriptedPrompt([{ asks: 'Model' }]).choose(question)).rejects.toThrow('twice: Nobody serves it.');
  const prompt = scriptedPrompt([{ asks: 'Model', twice: true }]);
  expect(await prompt.choose(question)).toEqual({ kind: 'answer', value: 'a/b' });
  expect(prompt.asked[0]?.confirm).toBe('Nobody serves it.');
});

test('the way back takes off what was answered since', () => {
  const prompt = scriptedPrompt([]);
  prompt.answered('Provider', 'Hugging Face');
  const undo = prompt.checkpoint();
  prompt.answered('Route', 'fastest');
  undo();
  expect(prompt.answers).toEqual(['Provider  Hugging Face']);
});
