import { readFileSync } from 'node:fs';
import { diffLines } from 'diff';
import JSON5 from 'json5';
import { expect, test } from 'vitest';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, modeOf, WITH_TOKEN } from '../../support/program.ts';

const program = useCommands();
const COMMENTED = readFileSync(new URL('../../../fixtures/configs/commented.json5', import.meta.url), 'utf8');
const CHOICE = [...WITH_TOKEN, '--fallback', 'deepseek-ai/DeepSeek-R1', '--fallback', 'Qwen/Qwen3-8B:cheapest'];

/** The lines that went, and those that came. */
function changedLines(before: string, after: string): { gone: string[]; new: string[] } {
  const parts = diffLines(before, after);
  const linesOf = (wanted: typeof parts) => wanted.flatMap(({ value }) => value.split(/(?<=\n)/));
  return {
    gone: linesOf(parts.filter(({ removed }) => removed)),
    new: linesOf(parts.filter(({ added }) => added)),
  };
}

test('a config full of comments: a line diff shows insertions only', async () => {
  const { onboard, read, write } = program();
  write('openclaw.json', COMMENTED);
  expect(await onboard(CHOICE)).toMatchObject({ code: 0 });
  const after = read('openclaw.json') ?? '';
  const changed = changedLines(COMMENTED, after);
  expect(changed.gone).toEqual([]);
  expect(changed.new.join('')).toBe(`    mode: 'local',
          'huggingface/deepseek-ai/DeepSeek-R1',
          'huggingface/Qwen/Qwen3-8B:cheapest',
        'huggingface/deepseek-ai/DeepSeek-R1': { alias: 'DeepSeek R1' },
        'huggingface/Qwen/Qwen3-8B:cheapest': { alias: 'Qwen3 8B (cheapest)' },
      huggingface: {
        baseUrl: 'https://router.huggingface.co/v1',
        api: 'openai-completions',
        models: [
          {
            id: 'deepseek-ai/DeepSeek-R1',
            name: 'DeepSeek R1',
            reasoning: true,
            input: ['text'],
            cost: { input: 3, output: 7, cacheRead: 3, cacheWrite: 3 },
            contextWindow: 64000,
            maxTokens: 16000,
          },
          {
            id: 'Qwen/Qwen3-8B:cheapest',
            name: 'Qwen3 8B (cheapest)',
            reasoning: true,
            input: ['text'],
            cost: { input: 0.07, output: 0.18, cacheRead: 0.07, cacheWrite: 0.07 },
            contextWindow: 40960,
            maxTokens: 8192,
          },
        ],
      },
`);
  const { agents } = JSON5.parse(after);
  expect(agents.defaults.model).toEqual({
    primary: 'anthropic/claude-opus-4-6',
    fallbacks: ['openai/gpt-5.2', 'huggingface/deepseek-ai/DeepSeek-R1', 'huggingface/Qwen/Qwen3-8B:cheapest'],
  });
});

test('the same with CRLF and a BOM, which stay', async () => {
  const { onboard, read, write } = program();
  const before = `\ufeff${COMMENTED.replaceAll('\n', '\r\n')}`;
  write('openclaw.json', before);
  await onboard(CHOICE);
  const after = read('openclaw.json') ?? '';
  expect(changedLines(before, after).gone).toEqual([]);
  expect(after.startsWith('\ufeff//')).toBe(true);
  expect(after.match(/(?<!\r)\n/)).toBeNull();
});

test('its mode stays, the old bytes are in a private backup, and the second run changes nothing', async () => {
  const { onboard, read, write, config, files } = program();
  write('openclaw.json', COMMENTED, 0o640);
  const document = documentOf(await onboard([...CHOICE, '--json']));
  expect(document).toMatchObject({ changed: true, config: { path: config, backup: `${config}.bak` } });
  expect(read('openclaw.json.bak')).toBe(COMMENTED);
  expect([modeOf(config), modeOf(`${config}.bak`)]).toEqual(['640', '600']);
  const before = files();
  const { code, stdout } = await onboard(CHOICE);
  expect([code, stdout.split('\n').at(-2)]).toEqual([0, `Already up to date: ${config}`]);
  expect(files()).toEqual(before);
});
