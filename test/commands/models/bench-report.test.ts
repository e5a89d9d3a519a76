import { describe, expect, test } from 'vitest';
import type { Bench } from '../../../src/commands/models/bench/measure.ts';
import type { RouteFigures } from '../../../src/commands/models/bench/rank.ts';
import { showBench } from '../../../src/commands/models/bench/report.ts';
import { createVoice } from '../../../src/node-system/terminal/voice.ts';
import type { Io } from '../../../src/system.ts';
import { formatMostUsd, formatSmallUsd } from '../../../src/text/numbers.ts';
import { widthOf } from '../../../src/text/wrap.ts';
import { LANGUAGES, type Language, loadWords } from '../../../src/words/load-words.ts';

const route = (inferenceProvider: string, over: Partial<RouteFigures>): RouteFigures => ({
  inferenceProvider,
  price: { input: 0.15, output: 0.6 },
  rounds: 3,
  answered: 3,
  toolCalls: 3,
  firstTokenMs: 330,
  tokensPerSecond: 120.3,
  cost: { amount: 0.000099, isEstimate: false },
  failures: [],
  ...over,
});
const nothing = { answered: 0, toolCalls: 0, firstTokenMs: null, tokensPerSecond: null };
const free = { amount: 0, isEstimate: false };

const BENCH: Bench = {
  models: [
    {
      id: 'openai/gpt-oss-120b',
      routes: [
        route('novita', {
          toolCalls: 1,
          cost: { amount: 0.000031, isEstimate: true },
          failures: Array(2).fill({ code: 'service_error', problem: { kind: 'tool-call-as-text' } }),
        }),
        route('fireworks-ai', {}),
        route('groq', { tokensPerSecond: 437.6, firstTokenMs: 212, price: { input: 0.15, output: 0.75 } }),
        route('together', {
          ...nothing,
          rounds: 1,
          cost: free,
          failures: [
            {
              code: 'rate_limited',
              problem: {
                kind: 'rate-limited',
                status: 429,
                inferenceProvider: null,
                words: 'Overloaded',
                waitSeconds: null,
              },
            },
          ],
        }),
        route('nscale', {
          ...nothing,
          price: null,
          rounds: 0,
          cost: free,
          failures: [{ code: 'not_found', problem: { kind: 'route-without-price' } }],
        }),
      ],
    },
  ],
  stop: null,
  kept: 0,
};

async function shown(columns: number, language: Language = 'en', isPart = false): Promise<string> {
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  const out = { write, isTerminal: true, columns, style: (_: unknown, text: string) => text, hyperlinks: false };
  const io = { ...createVoice(out, out, true), out, unicode: true, nameCommands: (hint: string) => hint };
  showBench(BENCH, { rounds: 3, isPart }, { io: io as unknown as Io, words: await loadWords(language) });
  return said;
}

test('80 columns', async () => {
  expect(await shown(80)).toBe(`openai/gpt-oss-120b: 5 inference providers, 3 messages each
Inference provider  Tools  $/M in   Out  Tokens/s  First token        Cost
groq                  3/3    0.15  0.75       438       212 ms   $0.000099
fireworks-ai          3/3    0.15  0.60       120       330 ms   $0.000099
novita                1/3    0.15  0.60       120       330 ms  ~$0.000031
together              0/1    0.15  0.60         –            –          $0
nscale                  –       –     –         –            –           –
- novita: It wrote the tool call as text, so nothing would be called. (2 times)
- together: Too many requests (429): Overloaded. It was not asked again.
- nscale: Not measured: without a price in the list, --max-cost could not be
  kept.

Best: groq. To pin it:
  openclaw models set huggingface/openai/gpt-oss-120b:groq

Cost: $0.00023 for 10 messages, by the prices of the list
~: estimated, as some answers did not tell their usage
`);
});

test('40 columns: up to the speed', async () => {
  expect(await shown(40)).toContain(`Inference provider
           Tools  $/M in   Out  Tokens/s
groq         3/3    0.15  0.75       438
fireworks-ai
             3/3    0.15  0.60       120
`);
});

test('after Ctrl-C no best one is named', async () => {
  const said = await shown(80, 'en', true);
  expect(said).toContain('Cost: $0.00023');
  expect(said).not.toMatch(/Best|None answered/);
});

describe.each(LANGUAGES)('in %s', (language) => {
  test.each([40, 80])('nothing is wider than %i columns, but what is never cut', async (columns) => {
    const lines = (await shown(columns, language)).split('\n');
    const wide = lines.filter((line) => widthOf(line) > columns && !/^\s*(?:\S+|openclaw .*)$/.test(line));
    expect(wide).toEqual([]);
  });
});

test.each<[number, string, string]>([
  [0, '0', '0'],
  [0.00000031, '0.00000031', '0.00001'],
  [0.0000031, '0.0000031', '0.00001'],
  [0.000031, '0.000031', '0.000031'],
  [0.00481, '0.0048', '0.0049'],
  [0.01, '0.01', '0.01'],
  [0.0091, '0.0091', '0.0091'],
  [0.123, '0.12', '0.13'],
  [2, '2', '2'],
  [12.31, '12', '13'],
])('%s USD are about %s, and at most %s', (amount, about, most) => {
  expect([formatSmallUsd(amount), formatMostUsd(amount)]).toEqual([about, most]);
});
