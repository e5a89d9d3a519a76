import { describe, expect, test } from 'vitest';
import { fixtureAnswer, VALID_TOKEN } from '../../scripts/stand-in/answers.js';
import { type CompletionKind, type CompletionOptions, completion } from '../../scripts/stand-in/completions.js';
import type { Answer } from '../../scripts/stand-in/server.js';
import { probeModel, usageOf } from '../../src/huggingface/probe/probe-model.ts';
import { type Call, judgeCalls } from '../../src/huggingface/probe/tool.ts';
import { networkSystem } from '../support/network-system.ts';
import { routerServer } from '../support/router-server.ts';

const server = routerServer();

const probe = (answer: Answer) => {
  server().script('/v1/chat/completions', answer);
  const options = { baseUrl: server().baseUrl, token: VALID_TOKEN, namedByEnvironment: [], limitMs: 2000 };
  return probeModel('openai/gpt-oss-120b:groq', options, networkSystem());
};

test('asks for one call with an argument, and for the usage', async () => {
  await probe(completion('call'));
  expect(JSON.parse(server().requests[0]?.body ?? '')).toMatchObject({
    stream_options: { include_usage: true },
    tools: [{ function: { name: 'ready', parameters: { required: ['count'] } } }],
  });
});

test.each<[CompletionKind, string, boolean | null]>([
  ['call', 'well-formed', true],
  ['thinking', 'well-formed', true],
  ['words', 'missing', false],
  ['call-as-text', 'as-text', false],
  ['invalid-json', 'not-json', true],
  ['wrong-schema', 'other-arguments', true],
  ['wrong-tool', 'other-tool', true],
  ['out-of-tokens', 'cut', null],
])('a stream of the kind %s has a tool call that is %s', async (kind, call, tools) => {
  expect(await probe(completion(kind))).toMatchObject({ kind: 'answered', call, tools });
});

test.each<[text: string, calls: Call[], isCut: boolean, verdict: string]>([
  ['', [{ name: 'ready', args: '{"count":1,"more":2}' }], false, 'well-formed'],
  ['', [{ name: 'ready', args: '{"count":1.5}' }], false, 'other-arguments'],
  ['', [{ name: 'ready', args: '[1]' }], false, 'other-arguments'],
  ['', [{ name: 'ready', args: '' }], false, 'not-json'],
  ['', [{ name: 'ready', args: '{"cou' }], true, 'cut'],
  ['', [{ name: '', args: '{"count":1}' }], false, 'other-tool'],
  ['I am ready now.', [], false, 'missing'],
  ['I am ready: call me "ready" (once).', [], false, 'missing'],
  ['ready(count=1)', [], false, 'as-text'],
  ['{"tool": "ready", "args": {}}', [], false, 'as-text'],
  ['functions.ready:0', [], false, 'as-text'],

  ['```json\n{"count": 1}\n```', [], false, 'as-text'],
  ['<|tool_call|>', [], true, 'as-text'],
])('%j with the calls %j, cut: %s: %s', (text, calls, isCut, verdict) => {
  expect(judgeCalls(calls, text, isCut)).toBe(verdict);
});

const USAGE = { prompt_tokens: 211, completion_tokens: 17 };

describe('usage', () => {
  test.each<[string, CompletionKind, CompletionOptions, object]>([
    ['is what the stream tells', 'call', { usage: USAGE }, { prompt: 211, completion: 17 }],
    [
      'is counted by characters where it is not told',
      'call',
      { tells: false },
      { prompt: expect.any(Number), completion: 5 },
    ],
    ['is not told by zeros', 'call', { usage: { prompt_tokens: 0, completion_tokens: 0 } }, { completion: 5 }],
    ['of a cut stream is counted as far as it came', 'cut', {}, { completion: expect.any(Number) }],
  ])('%s', async (_, kind, options, usage) => {
    expect(usageOf(await probe(completion(kind, options)))).toMatchObject(usage);
  });
});

test('the first token is timed, not the headers', async () => {
  const result = await probe(completion('call', { eventMs: 30 }));
  expect(result).toMatchObject({ kind: 'answered', firstTokenMs: expect.any(Number) });
  const { firstTokenMs = 0, latencyMs } = result.kind === 'answered' ? result : { latencyMs: 0 };
  expect(firstTokenMs).toBeGreaterThanOrEqual(25);
  expect(latencyMs - (firstTokenMs ?? 0)).toBeGreaterThanOrEqual(100);
});

test.each<[string, Answer, boolean]>([
  ['a status', fixtureAnswer('chat-error-503-unavailable.json'), true],
  ['a reset', { reset: true }, false],
  ['a cut', completion('cut'), false],
  ['silence', { hang: true }, false],
  [
    'an error in the stream',
    {
      headers: { 'content-type': 'text/event-stream' },
      body: 'data: {"error":{"message":"Overloaded","code":429}}\n\n',
    },
    false,
  ],
])('%s is a refusal before anything was generated: %s', async (_, answer, refused) => {
  expect(await probe(answer)).toMatchObject({ kind: 'failed', refused });
});

test('ten million characters are judged in no time', () => {
  const started = performance.now();
  expect(judgeCalls([], '{'.repeat(10_000_000), false)).toBe('missing');
  expect(performance.now() - started).toBeLessThan(1000);
});
