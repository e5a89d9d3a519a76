import { describe, expect, test } from 'vitest';
import { fixtureAnswer } from '../../../scripts/stand-in/answers.js';
import type { Answer } from '../../../scripts/stand-in/server.js';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, linesOf, WITH_TOKEN } from '../../support/program.ts';

const program = useCommands();
const CHAT = '/v1/chat/completions';
const GPT = ['--model', 'openai/gpt-oss-120b'];

describe('--probe', () => {
  test('sends one small message with a tool through the chosen model, before anything is written', async () => {
    const { onboard, service } = program();
    const { code, stdout } = await onboard([...WITH_TOKEN, ...GPT, '--probe']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\nTest message: answered by novita in \d+ ms, and called the tool\n/);
    const sent = service.requests.filter(({ path }) => path === CHAT);
    expect(sent).toHaveLength(1);
    const body = JSON.parse(sent[0]?.body ?? '{}');
    expect(body).toMatchObject({
      model: 'openai/gpt-oss-120b',
      stream: true,
      tools: [{ function: { name: 'ready' } }],
    });
  });

  test("has the headers of the config's provider", async () => {
    const { onboard, write, service } = program();
    write('openclaw.json', '{ models: { providers: { huggingface: { headers: { "X-HF-Bill-To": "acme" } } } } }');
    await onboard([...WITH_TOKEN, ...GPT, '--probe']);
    const sent = service.requests.find(({ path }) => path === CHAT);
    expect(sent?.headers['x-hf-bill-to']).toBe('acme');
  });

  test('is in the document', async () => {
    const { onboard } = program();
    const document = documentOf(await onboard([...WITH_TOKEN, ...GPT, '--probe', '--json']));
    expect(document.probe).toEqual({
      ok: true,
      latencyMs: expect.any(Number),
      inferenceProvider: 'novita',
      tools: true,
    });
    expect(documentOf(await onboard([...WITH_TOKEN, ...GPT, '--json'])).probe).toBeNull();
  });

  test('goes with --dry-run, which still writes nothing', async () => {
    const { onboard, files, asked } = program();
    const document = documentOf(await onboard([...WITH_TOKEN, ...GPT, '--probe', '--dry-run', '--json']));
    expect(document).toMatchObject({ changed: false, probe: { ok: true } });
    expect(asked()).toContain(`POST ${CHAT}`);
    expect(files()).toEqual({});
  });

  test("says that another provider's model was not asked", async () => {
    const { onboard, write, asked } = program();
    write('openclaw.json', '{agents:{defaults:{model:"x/y"}}}');
    const { code, stderr } = await onboard([...WITH_TOKEN, '--probe']);
    expect(code).toBe(0);
    expect(linesOf(stderr)).toContain(
      '--probe: no message was sent, since the default model x/y is not on Hugging Face',
    );
    expect(asked()).toEqual(['GET /api/whoami-v2']);
  });
});

describe('a probe that fails leaves config and .env unwritten', () => {
  type Row = [name: string, answer: Answer, exitCode: number, code: string, says: string];
  const rows: Row[] = [
    [
      '402',
      fixtureAnswer('chat-error-402-credits-depleted.json'),
      6,
      'credits_exhausted',
      'The Hugging Face account has no credits left (402)',
    ],
    [
      '401',
      fixtureAnswer('chat-error-401-invalid-token.json'),
      4,
      'token_rejected',
      'Hugging Face does not accept the token (401)',
    ],
    [
      'a missing permission',
      fixtureAnswer('chat-error-403-missing-permission-user.json'),
      4,
      'token_permission',
      'The token lacks the permission "Make calls to Inference Providers" (403)',
    ],
    [
      'not served',
      fixtureAnswer('chat-error-400-model-not-supported.json'),
      7,
      'model_not_served',
      'The model is not served (400)',
    ],
    ['429', fixtureAnswer('chat-error-429-engine-overloaded.json'), 5, 'rate_limited', 'Too many requests (429'],
    ['503', fixtureAnswer('chat-error-503-unavailable.json'), 5, 'service_error', 'The service failed (503'],
    ['HTML', { body: '<html>' }, 5, 'service_error', 'The answer ended before it was complete.'],
    ['reset', { reset: true }, 5, 'network', 'could not be reached: the connection was reset (ECONNRESET).'],
  ];
  test.each(rows)('%s', async (_, answer, exitCode, code, says) => {
    const { onboard, service, files } = program();
    service.script(CHAT, answer);
    const run = await onboard([...WITH_TOKEN, ...GPT, '--probe', '--json']);
    expect(run.code).toBe(exitCode);
    const document = documentOf(run);
    expect(document).toMatchObject({ ok: false, changed: false, error: { code, exitCode } });
    expect(document.error).toMatchObject({
      message: expect.stringMatching(/^The test message to openai\/gpt-oss-120b failed: .* Nothing was changed\.$/),
    });
    expect(document.error).toMatchObject({ message: expect.stringContaining(says) });
    expect(Object.keys(files())).toEqual(['.openclaw', '.openclaw/cache', '.openclaw/cache/huggingface-models.json']);
  });

  test('a script reads when to try again', async () => {
    const { onboard, service } = program();
    service.script(CHAT, fixtureAnswer('chat-error-429-engine-overloaded.json'));
    const { error } = documentOf(await onboard([...WITH_TOKEN, ...GPT, '--probe', '--json']));
    expect(error).toMatchObject({ status: 429, retryable: true, retryAfterSeconds: 2 });
  });

  const CREDITS = 'Buy credits or subscribe to PRO: https://huggingface.co/settings/billing';
  const PERMISSION = /^Tick it for this token at https:\/\/huggingface\.co\/settings\/tokens, or create a new one: /;
  test.each<[string, Answer, (string | RegExp)[]]>([
    ['no credits', { status: 402 }, [CREDITS, 'Or go on without --probe.']],
    [
      'a missing permission',
      fixtureAnswer('chat-error-403-missing-permission-user.json'),
      [PERMISSION, 'Or go on without --probe.'],
    ],
    [
      'too many requests',
      fixtureAnswer('chat-error-429-engine-overloaded.json'),
      ['Try again in 2 s.', 'Or choose another model with --model, or go on without --probe.'],
    ],
  ])('a person reads what helps: %s', async (_, answer, hint) => {
    const { onboard, service } = program();
    service.script(CHAT, answer);
    const { says } = failureOf(await onboard([...WITH_TOKEN, ...GPT, '--probe']));
    expect(says[0]).toMatch(/^The test message to openai\/gpt-oss-120b failed: .* Nothing was changed\.$/);
    expect(says.slice(1)).toEqual(hint.map((line) => (typeof line === 'string' ? line : expect.stringMatching(line))));
  });
});
