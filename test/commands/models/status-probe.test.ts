import { expect, test } from 'vitest';
import { fixtureAnswer, fixtureText } from '../../../scripts/stand-in/answers.js';
import type { Answer } from '../../../scripts/stand-in/server.js';
import { configText } from '../../support/config-text.ts';
import { useCommands } from '../../support/in-process.ts';
import { failureOf, TOKEN } from '../../support/program.ts';

const commands = useCommands();
const env = { HF_TOKEN: TOKEN };
const R1 = 'huggingface/deepseek-ai/DeepSeek-R1';
const QWEN = 'huggingface/Qwen/Qwen3-8B';
const OPUS = 'anthropic/claude-opus-4-6';

function configured() {
  const program = commands();
  program.write('openclaw.json', configText('models.json5'));
  return program;
}

const TOOL_CALL: Answer = {
  headers: { 'content-type': 'text/event-stream' },
  body: fixtureText('chat-stream-tool.sse'),
};

/** The two Hugging Face models of the chain are asked; these are their answers. */
const PROBES: [name: string, answers: Answer[], code: number, says: RegExp[]][] = [
  [
    'no credits: every Hugging Face model stops',
    [fixtureAnswer('chat-error-402-credits-depleted.json')],
    6,
    [
      /^1\. .*DeepSeek-R1: failed\. The Hugging Face account has no credits left \(402\): .* only a fallback of another provider helps/,
      /^2\. .*Qwen3-8B: failed\. .*\(402\)/,
      /^3\. anthropic\/claude-opus-4-6: not on Hugging Face, so not asked$/,
      /^Requests now go to anthropic\/claude-opus-4-6, if that answers \(it was not asked\)\.$/,
    ],
  ],
  [
    'the token is rejected',
    [fixtureAnswer('chat-error-401-invalid-token.json')],
    4,
    [/does not accept the token \(401\).* no fallback among them helps\.$/],
  ],
  [
    'the token lacks the permission',
    [fixtureAnswer('chat-error-403-missing-permission-user.json')],
    4,
    [/lacks the permission "Make calls to Inference Providers" \(403\).* no fallback among them helps\.$/],
  ],
  [
    'refused for another reason, then answered',
    [fixtureAnswer('chat-error-403-upstream-cloudflare.json'), TOOL_CALL],
    0,
    [
      /The request was refused \(403\).* A fallback helps\.$/,
      /^2\. .*: answered by an unnamed inference provider in \d+ ms, and called the tool$/,
    ],
  ],
  [
    'too many requests, then answered',
    [fixtureAnswer('chat-error-429-engine-overloaded.json'), TOOL_CALL],
    0,
    [
      /Too many requests \(429\).* A fallback helps\.$/,
      /and called the tool$/,
      /^3\./,
      /^Requests now go to huggingface\/Qwen\/Qwen3-8B\.$/,
    ],
  ],
  [
    'the service fails',
    [fixtureAnswer('chat-error-503-unavailable.json')],
    5,
    [/The service failed \(503\).* A fallback helps\.$/],
  ],
  [
    'the model is not served',
    [fixtureAnswer('chat-error-400-model-not-supported.json')],
    7,
    [/The model is not served \(400\).* A fallback helps\.$/],
  ],
  [
    'the backend serves it without tools',
    [fixtureAnswer('chat-error-400-tools-unsupported.json'), TOOL_CALL],
    0,
    [
      /serves the model without tools, which OpenClaw needs \(400, novita\).* or another inference provider: org\/model:provider$/,
    ],
  ],
];

test.each(PROBES)('--probe: %s', async (_, answers, code, says) => {
  const { run, service, asked } = configured();
  service.script('/v1/chat/completions', ...answers);
  const result = await run(['models', 'status', '--probe'], { env });
  const lines = result.stdout.split('\n\n').at(-1)?.trimEnd().split('\n') ?? [];
  for (const [index, pattern] of says.entries()) expect(lines[index]).toMatch(pattern);
  expect(result.code).toBe(code);
  expect(asked()).toEqual(['POST /v1/chat/completions', 'POST /v1/chat/completions']);
});

test('--probe --json: each of the chain, in order', async () => {
  const { run, service } = configured();
  service.script('/v1/chat/completions', fixtureAnswer('chat-error-402-credits-depleted.json'));
  const { code, stdout } = await run(['models', 'status', '--probe', '--json'], { env });
  const { models } = JSON.parse(stdout);
  expect(code).toBe(6);
  expect(models.map(({ ref, probe }: { ref: string; probe: object | null }) => [ref, probe])).toEqual([
    [
      R1,
      {
        ok: false,
        status: 402,
        latencyMs: expect.any(Number),
        inferenceProvider: null,
        tools: null,
        code: 'credits_exhausted',
        message: expect.stringContaining('no credits left (402)'),
      },
    ],
    [QWEN, expect.objectContaining({ ok: false, code: 'credits_exhausted' })],
    [OPUS, null],
  ]);
});

test('--probe: without a token 4, with --offline 2, with a key of another service 4 and nothing sent', async () => {
  const { run, asked } = configured();
  expect(failureOf(await run(['models', 'status', '--probe'])).code).toBe(4);
  expect(failureOf(await run(['--offline', 'models', 'status', '--probe'], { env }))).toEqual({
    code: 2,
    says: [
      '--probe asks Hugging Face, and --offline makes no network requests.',
      'Without --offline: openclaw models status --probe',
    ],
  });
  const foreign = await run(['models', 'status', '--probe'], { env: { HF_TOKEN: `sk-${'a1'.repeat(20)}` } });
  expect(failureOf(foreign)).toMatchObject({
    code: 4,
    says: [
      'HF_TOKEN in the environment does not hold a Hugging Face token. That looks like an OpenAI key (sk-…). A Hugging Face token starts with hf_.',
      expect.anything(),
    ],
  });
  expect(asked()).toEqual([]);
});

test("sends the headers of the config's provider and of the model's entry, their variables filled in", async () => {
  const { run, write, service } = commands();
  write(
    'openclaw.json',
    `{
      agents: { defaults: { model: { primary: "${R1}", fallbacks: ["${QWEN}"] } } },
      models: { providers: { huggingface: {
        headers: { "X-HF-Bill-To": "acme", "X-Team": "\${TEAM}" },
        models: [{ id: "Qwen/Qwen3-8B", name: "Qwen", headers: { "x-hf-bill-to": "lab" } }],
      } } },
    }`,
  );
  const { code, stdout, stderr } = await run(['models', 'status', '--probe', '--verbose'], {
    env: { ...env, TEAM: 'blue-team' },
  });
  expect(code).toBe(0);
  expect(
    service.requests.map(({ headers }) => [headers['x-hf-bill-to'], headers['x-team'], headers.authorization]),
  ).toEqual([
    ['acme', 'blue-team', `Bearer ${TOKEN}`],
    ['lab', 'blue-team', `Bearer ${TOKEN}`],
  ]);
  expect(stdout + stderr).not.toMatch(/blue-team/);
});
