import { describe, expect, test } from 'vitest';
import { fixtureAnswer } from '../../scripts/stand-in/answers.js';
import { retryAfterMs, serviceErrorOf } from '../../src/huggingface/failures/service-error.ts';

function errorOf(fixture: string, asked: 'chat' | 'list' | 'account' = 'chat') {
  const { status = 200, headers, body } = fixtureAnswer(fixture);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return serviceErrorOf({ status, headers: new Headers(headers), body: text }, asked);
}

describe('what the service answers becomes a code and an exit code', () => {
  test.each([
    [
      '400-legacy-string-provider',
      'model_not_served',
      7,
      'The model is not served (400): Model not supported by provider hf-inference.',
    ],
    [
      '400-model-not-supported',
      'model_not_served',
      7,
      "The model is not served (400): The requested model 'example-org/not-served' is not supported by any provider you have enabled.",
    ],
    [
      '400-not-a-chat-model',
      'model_not_served',
      7,
      "The model is not served (400): The requested model 'meta-llama/Llama-4-Scout-17B-16E-Instruct' is not a chat model.",
    ],
    [
      '400-tools-unsupported',
      'service_error',
      5,
      'The inference provider serves the model without tools, which OpenClaw needs (400, novita): model features function calling not support.',
    ],
    [
      '401-invalid-token',
      'token_rejected',
      4,
      'Hugging Face does not accept the token (401): Invalid username or password.',
    ],
    ['401-no-auth-html', 'token_rejected', 4, 'Hugging Face does not accept the token (401).'],
    [
      '402-credits-depleted',
      'credits_exhausted',
      6,
      'The Hugging Face account has no credits left (402): You have depleted your monthly included credits. Purchase pre-paid credits to continue using Inference Providers. Alternatively, subscribe to PRO to get 20x more included usage.',
    ],
    [
      '402-credits-exceeded-2025',
      'credits_exhausted',
      6,
      'The Hugging Face account has no credits left (402): You have exceeded your monthly included credits for Inference Providers. Subscribe to PRO to get 20x more monthly included credits.',
    ],
    [
      '402-object-envelope',
      'credits_exhausted',
      6,
      'The Hugging Face account has no credits left (402): You have depleted your monthly included credits.',
    ],
    [
      '403-missing-permission-org',
      'token_permission',
      4,
      'The token lacks the permission "Make calls to Inference Providers" (403): This authentication method does not have sufficient permissions to call Inference Providers on behalf of org example-org.',
    ],
    [
      '403-missing-permission-user',
      'token_permission',
      4,
      'The token lacks the permission "Make calls to Inference Providers" (403): This authentication method does not have sufficient permissions to call Inference Providers on behalf of user example-user.',
    ],
    ['403-upstream-cloudflare', 'service_error', 5, 'The request was refused (403): error code: 1010.'],
    ['404-not-found', 'model_unknown', 7, 'The router does not know the model (404): Not Found.'],
    [
      '410-legacy-host',
      'model_not_served',
      7,
      'The model is not served (410): https://api-inference.huggingface.co is no longer supported. Please use https://router.huggingface.co instead.',
    ],
    ['413-payload-too-large', 'service_error', 5, 'The request was refused (413): Payload Too Large.'],
    [
      '422-validation',
      'service_error',
      5,
      'The request was refused (422): Input validation error: max_tokens must be a positive integer.',
    ],
    [
      '429-engine-overloaded',
      'rate_limited',
      5,
      'Too many requests (429): The engine is currently overloaded, please try again later.',
    ],
    ['500-together-server-error', 'service_error', 5, 'The service failed (500): Internal server error.'],
    ['503-unavailable', 'service_error', 5, 'The service failed (503): Service Unavailable.'],
  ])('%s -> %s, exit %i', (name, code, exitCode, message) => {
    const error = errorOf(`chat-error-${name}.json`);
    expect(error).toMatchObject({ code, exitCode, message });
    expect(error.hint).not.toBe('');
  });

  test('only a chat completion can be refused for its model', () => {
    expect(errorOf('chat-error-404-not-found.json', 'list').code).toBe('service_error');
  });

  test('what may work later says so, and when', () => {
    expect(errorOf('chat-error-429-engine-overloaded.json')).toMatchObject({
      retryable: true,
      hint: 'Try again in 2 s.',
    });
    expect(errorOf('chat-error-503-unavailable.json').retryable).toBe(true);
    expect(errorOf('chat-error-401-invalid-token.json').retryable).toBe(false);
  });

  test.each([
    ['{message, type}', '{"message":"Busy","type":"server_error"}', 'The service failed (500, together): Busy.'],
    ['{detail}', '{"detail":"Busy"}', 'The service failed (500, together): Busy.'],
    ['{detail: [{msg}]}', '{"detail":[{"msg":"a"},{"msg":"b"}]}', 'The service failed (500, together): a; b.'],
    ['a JSON string', '"Busy"', 'The service failed (500, together): Busy.'],
    ['null', 'null', 'The service failed (500, together).'],
    ['nothing', '', 'The service failed (500, together).'],
    ['HTML', '<html>secret page</html>', 'The service failed (500, together).'],
    ['escape sequences', '{"error":"\\u001b[31mred\\u202e"}', 'The service failed (500, together): red.'],
    ['a token', '{"error":"hf_abcdefghijklmnop is bad"}', 'The service failed (500, together): hf_…mnop is bad.'],
  ])('reads %s', (_, body, message) => {
    expect(
      serviceErrorOf({ status: 500, headers: new Headers({ 'x-inference-provider': 'together' }), body }).message,
    ).toBe(message);
  });

  test('cuts a long message', () => {
    expect(serviceErrorOf({ status: 500, headers: new Headers(), body: 'x'.repeat(5000) }).message.length).toBeLessThan(
      350,
    );
  });

  test('a redirect names the host it would lead to', () => {
    const { code, message } = serviceErrorOf(
      { status: 302, headers: new Headers({ location: 'https://evil.example/?token=x' }), body: '' },
      'list',
    );
    expect({ code, message }).toEqual({
      code: 'service_error',
      message: 'The service sent a redirect to evil.example, which is never followed (302).',
    });
  });

  test('does not repeat an inference provider that is no slug', () => {
    expect(
      serviceErrorOf({ status: 500, headers: new Headers({ 'x-inference-provider': 'a b' }), body: '' }).message,
    ).toBe('The service failed (500).');
  });
});

test.each([
  ['429 after 1.2 s', 429, { 'retry-after': '1.2' }, 2, 'Try again in 2 s.'],
  ['429 at once', 429, { 'retry-after': '0' }, 0, 'Try again now.'],
  ['429 after nonsense', 429, { 'retry-after': '-5' }, undefined, 'Try again in a minute.'],
  ['503 after 30 s', 503, { 'retry-after': '30' }, 30, expect.stringContaining('status.huggingface.co')],
  ['404, which waiting does not change', 404, { 'retry-after': '30' }, undefined, expect.any(String)],
])('%s', (_, status, headers, retryAfterSeconds, hint) => {
  expect(serviceErrorOf({ status, headers: new Headers(headers), body: '' }, 'list')).toMatchObject({
    retryAfterSeconds,
    hint,
  });
});

describe('retryAfterMs', () => {
  const now = new Date('2026-11-20T00:00:00Z');
  test.each([
    ['seconds', { 'retry-after': '2' }, 2000],
    ['a date', { 'retry-after': 'Fri, 20 Nov 2026 00:00:10 GMT' }, 10_000],
    ['a date that has passed', { 'retry-after': 'Fri, 20 Nov 2020 00:00:10 GMT' }, 0],
    ["Hugging Face's own header", { ratelimit: '"api";r=0;t=55' }, 55_000],
    ['an allowance that is not used up', { ratelimit: '"api";r=5;t=55' }, null],
    ['nonsense', { 'retry-after': 'soon' }, null],
    ['a negative number', { 'retry-after': '-5' }, null],
    ['a number with nonsense', { 'retry-after': '-5; \t' }, null],
    ['nothing', {}, null],
  ])('%s', (_, headers, expected) => {
    expect(retryAfterMs(new Headers(headers), now)).toBe(expected);
  });
});
