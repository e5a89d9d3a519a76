import { writeSync } from 'node:fs';
import { interruption } from '../../src/errors.ts';
import { createNodeSystem } from '../../src/node-system/create-node-system.ts';
import { createInterruptSignal } from '../../src/node-system/interrupt-signal.ts';
import type { Answer, Listing, Row } from '../../src/system/prompt.ts';

/**
 * A process of its own that asks one question after the other, each named by an argument, and writes what it was told;
 * back leads to the one before. For the tests of what only a terminal shows.
 */
const signal = createInterruptSignal();
const { io, prompt } = createNodeSystem({ signal, noColor: process.argv.includes('--no-color') });
if (prompt === null) throw new Error('There is no terminal.');

const COLUMNS = [
  { title: '' },
  { title: 'context', align: 'right' },
  { title: 'tools' },
  { title: '$/M in', align: 'right' },
] as const;
const NUMBERS = Array.from({ length: 137 }, (_, index) => index + 1);
const MODELS: Row<string>[] = NUMBERS.map((number) => ({
  value: `org/model-${number}`,
  cells: [`org/model-${number}`, `${number}k`, 'yes', `${number}.00`],
  detail: `Model ${number} · 4 inference providers`,
}));

function find(typed: string): Listing<string> {
  const found = MODELS.filter(({ value }) => typed.split(' ').every((word) => value.includes(word)));
  const note = typed === '' ? '137 models, live · type to filter' : `${found.length} of 137`;
  if (found.length > 0 || !typed.includes('/')) {
    return { rows: found, total: found.length, note, empty: `No model matches "${typed}" (137 looked at).` };
  }
  const confirm = `No inference provider serves ${typed}. Enter once more takes it all the same.`;
  return { rows: [{ value: typed, cells: [typed], confirm }], total: 1, note };
}

const QUESTIONS: Record<string, () => Promise<Answer<string>>> = {
  first: () =>
    prompt.choose({
      message: 'Provider',
      find: [plainRow('Hugging Face'), plainRow('Skip for now')],
      canGoBack: false,
    }),
  list: () =>
    prompt.choose({
      message: 'Route requests by',
      find: [plainRow('Fastest'), { ...plainRow('deepinfra'), disabled: true }, plainRow('Cheapest')],
      initial: 'Cheapest',
    }),
  model: () => prompt.choose({ message: 'Default model', columns: COLUMNS, find }),
  text: () =>
    prompt.text({
      message: 'Alias',
      initial: 'DeepSeek R1',
      validate: (text) => {
        // As if another program wrote on the same terminal.
        if (text === 'debris') writeSync(2, '\r\n\nDEBRIS\n');
        return ['taken', 'debris'].includes(text) ? 'Another model has this alias.' : undefined;
      },
    }),
  secret: () =>
    prompt.secret({
      message: 'Hugging Face token',
      validate: (text) => (text.startsWith('hf_') ? undefined : 'A Hugging Face token starts with hf_.'),
    }),
  crash: () => {
    setTimeout(() => {
      throw new Error('crashed');
    }, 500);
    return prompt.choose({ message: 'Route requests by', find: [plainRow('Fastest')] });
  },
  wait: async () => {
    const work = new Promise((resolve, reject) => {
      setTimeout(resolve, 1500);
      signal.addEventListener('abort', () => reject(interruption(signal)));
    });
    await io.wait('Checking', work);
    return { kind: 'answer', value: 'waited' };
  },
};

function plainRow(text: string): Row<string> {
  return { value: text, cells: [text] };
}

const names = process.argv.slice(2).filter((name) => name in QUESTIONS);
const undo: (() => void)[] = [];
io.note('A line said before.');
try {
  for (let index = 0; index < names.length; ) {
    const name = names[index] ?? '';
    undo[index] ??= prompt.checkpoint();
    const answer = await QUESTIONS[name]?.();
    if (answer?.kind === 'answer') {
      undo[index] = prompt.checkpoint();
      prompt.answered(name, answer.value);
      index++;
    } else {
      index = Math.max(0, index - 1);
      undo[index]?.();
    }
  }
  io.tell('Done.');
} catch (error) {
  const { code, exitCode } = Object(error);
  io.tell(`Ended: ${code}`);
  process.exitCode = exitCode ?? 1;
}
