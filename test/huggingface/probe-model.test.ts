import { describe, expect, test } from 'vitest';
import { fixtureAnswer, fixtureText, VALID_TOKEN } from '../../scripts/stand-in/answers.js';
import type { Answer } from '../../scripts/stand-in/server.js';
import { probeModel } from '../../src/huggingface/probe/probe-model.ts';
import { probeDocument } from '../../src/huggingface/probe/probe-words.ts';
import { networkSystem } from '../support/network-system.ts';
import { routerServer } from '../support/router-server.ts';

const server = routerServer();
const CHAT = '/v1/chat/completions';
const sse = { 'content-type': 'text/event-stream', 'x-inference-provider': 'novita' };

const probe = async (id = 'openai/gpt-oss-120b', limitMs = 2000, token: string | null = VALID_TOKEN) =>
  probeDocument(
    await probeModel(id, { baseUrl: server().baseUrl, token, namedByEnvironment: [], limitMs }, networkSystem()),
  );

const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

test('a model that calls the tool passes', async () => {
  expect(await probe('openai/gpt-oss-120b:groq')).toEqual({
    ok: true,
    status: 200,
    latencyMs: expect.any(Number),
    inferenceProvider: 'groq',
    tools: true,
    code: null,
    message: null,
  });
  expect(JSON.parse(server().requests[0]?.body ?? '')).toMatchObject({
    model: 'openai/gpt-oss-120b:groq',
    stream: true,
    max_tokens: 256,
    tools: [{ type: 'function', function: { name: 'ready' } }],
  });
});

describe("the config's headers", () => {
  const send = async (headers: Record<string, string>, baseUrl = server().baseUrl) => {
    const options = { baseUrl, token: VALID_TOKEN, headers, namedByEnvironment: [], limitMs: 300 };
    return probeModel('openai/gpt-oss-120b', options, networkSystem());
  };

  test('go along with the token', async () => {
    await send({ 'x-hf-bill-to': 'acme' });
    expect(server().requests[0]?.headers).toMatchObject({
      'x-hf-bill-to': 'acme',
      authorization: `Bearer ${VALID_TOKEN}`,
      'content-type': 'application/json',
    });
  });

  test('replace it, as in OpenClaw, where one is an Authorization', async () => {
    await send({ authorization: 'Bearer own' });
    expect(server().requests[0]?.headers.authorization).toBe('Bearer own');
  });

  test('go to nobody who may not have the token', async () => {
    const heard: unknown[] = [];
    const system = {
      ...networkSystem(),
      fetch: async (_: unknown, init?: RequestInit) => {
        heard.push(init?.headers);
        return new Response('', { status: 404 });
      },
    };
    const options = { baseUrl: 'https://elsewhere.example/v1', token: VALID_TOKEN, namedByEnvironment: [] };
    await probeModel('a/b', { ...options, headers: { authorization: 'Bearer own', 'x-team': 'one' } }, system);
    expect(heard).toEqual([expect.not.objectContaining({ authorization: expect.anything(), 'x-team': 'one' })]);
    expect(JSON.stringify(heard)).not.toMatch(/own|one|Bearer/);
  });
});

describe('a stream', () => {
  test.each<[string, string, object]>([
    ['that answers in words has not called the tool', fixtureText('chat-stream.sse'), { ok: true, tools: false }],
    [
      'cut off while the model reasons is an answer',
      chunk({ reasoning_content: 'Hm' }) + chunk({}, 'length'),
      { ok: true, tools: null },
    ],
    [
      'with an error in it is a failure',
      'data: {"error":{"message":"Overloaded","code":429}}\n\n',
      { ok: false, code: 'rate_limited', message: 'Too many requests (429, novita): Overloaded.' },
    ],
    [
      'with an error without a code is a failure',
      'data: {"error":"Broken"}\n\n',
      { ok: false, code: 'service_error', message: 'The request was refused (200, novita): Broken.' },
    ],
    [
      'that stops early is a failure',
      chunk({ content: 'Par' }),
      { ok: false, code: 'service_error', message: 'The answer ended before it was complete.' },
    ],
    ['that is not JSON is a failure', 'data: {oops\n\n', { ok: false, code: 'service_error' }],
    ['that is HTML is a failure', '<html>Log in</html>', { ok: false, code: 'service_error' }],
    ['that is empty is a failure', '', { ok: false, code: 'service_error' }],
  ])('%s', async (_, body, expected) => {
    server().script(CHAT, { headers: sse, body });
    expect(await probe()).toMatchObject(expected);
  });
});

describe('a refusal', () => {
  test.each<[string, Answer, object]>([
    ['for the token', fixtureAnswer('chat-error-401-invalid-token.json'), { status: 401, code: 'token_rejected' }],
    [
      'for the credits',
      fixtureAnswer('chat-error-402-credits-depleted.json'),
      { status: 402, code: 'credits_exhausted' },
    ],
    [
      'for the model',
      fixtureAnswer('chat-error-400-model-not-supported.json'),
      { status: 400, code: 'model_not_served' },
    ],
    [
      'for the tool',
      fixtureAnswer('chat-error-400-tools-unsupported.json'),
      { status: 400, code: 'service_error', tools: false, inferenceProvider: 'novita' },
    ],
    ['by a reset', { reset: true }, { status: null, code: 'network' }],
    ['by a cut', { headers: sse, body: fixtureText('chat-stream.sse'), cutAfter: 300 }, { code: 'network' }],
    ['by silence', { hang: true }, { status: null, code: 'timeout' }],
    ['by dripping', { headers: sse, body: fixtureText('chat-stream.sse'), dripMs: 20 }, { code: 'timeout' }],
  ])('%s', async (_, answer, expected) => {
    server().script(CHAT, answer);
    const result = await probe('openai/gpt-oss-120b', 400);
    expect(result).toMatchObject({ ok: false, ...expected });
    expect(JSON.stringify(result)).not.toContain(VALID_TOKEN);
    expect(server().requests).toHaveLength(1);
  });

  test('comes without a token too', async () => {
    expect(await probe('openai/gpt-oss-120b', 400, null)).toMatchObject({ ok: false, code: 'token_rejected' });
  });
});
