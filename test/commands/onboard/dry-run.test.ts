import { describe, expect, test } from 'vitest';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, linesOf, MASKED, OTHER_TOKEN, WITH_TOKEN } from '../../support/program.ts';

const program = useCommands();
const CONFIG = `{
  gateway: { mode: "local", auth: { token: "MyVerySecretGatewayPassphrase" } }, // LAN
  agents: { defaults: { model: "huggingface/Qwen/Qwen3-8B" } },
  models: {
    providers: { huggingface: { baseUrl: "https://router.huggingface.co/v1", api: "openai-completions", models: [] } },
  },
}
`;

test('--dry-run prints the diff on stdout and the plan on stderr, and writes nothing, not even the cache', async () => {
  const { onboard, write, files, config, stateDir } = program();
  write('openclaw.json', CONFIG);
  const before = files();
  const { code, stdout, stderr } = await onboard([...WITH_TOKEN, '--fallback', 'openai/gpt-oss-120b', '--dry-run']);
  expect(code).toBe(0);
  expect(stdout.split('\n')).toEqual([
    `--- ${config}`,
    `+++ ${config}`,
    '@@ -1,7 +1,35 @@',
    ' {',
    '   gateway: { mode: "local", auth: { token: "***" } }, // LAN',
    '-  agents: { defaults: { model: "huggingface/Qwen/Qwen3-8B" } },',
    '+  agents: {',
    '+    defaults: {',
    '+      model: {',
    '+        primary: "huggingface/Qwen/Qwen3-8B",',
    '+        fallbacks: ["huggingface/openai/gpt-oss-120b"],',
    '+      },',
    '+      models: {',
    '+        "huggingface/openai/gpt-oss-120b": { alias: "GPT-OSS 120B" },',
    '+        "huggingface/Qwen/Qwen3-8B": {},',
    '+        "huggingface/*": {},',
    '+      },',
    '+    },',
    '+  },',
    '   models: {',
    expect.stringMatching(/^- {4}providers: .* models: \[\] \} \},$/),
    '+    providers: {',
    '+      huggingface: {',
    '+        baseUrl: "https://router.huggingface.co/v1",',
    '+        api: "openai-completions",',
    '+        models: [',
    '+          {',
    '+            id: "openai/gpt-oss-120b",',
    '+            name: "GPT-OSS 120B",',
    '+            reasoning: true,',
    '+            input: ["text"],',
    '+            cost: { input: 0.35, output: 0.75, cacheRead: 0.35, cacheWrite: 0.35 },',
    '+            contextWindow: 128000,',
    '+            maxTokens: 32000,',
    '+          },',
    '+        ],',
    '+      },',
    '+    },',
    '   },',
    ' }',
    '',
  ]);
  expect(linesOf(stderr)).toEqual([
    `Token: example-user (token "example-token", ${MASKED}), from --huggingface-api-key, to be stored in ${stateDir}/.env`,
    'Default model: huggingface/Qwen/Qwen3-8B',
    'Fallback: huggingface/openai/gpt-oss-120b',
    'Alias: "GPT-OSS 120B" for huggingface/openai/gpt-oss-120b',
    'Selectable model: huggingface/Qwen/Qwen3-8B',
    'Selectable models: huggingface/*',
    'Model entry: openai/gpt-oss-120b (context 128k, price 0.35/0.75)',
    'The default model stays huggingface/Qwen/Qwen3-8B. To change it: openclaw models set huggingface/deepseek-ai/DeepSeek-R1',
    "OpenClaw offers Hugging Face's models and those this config names; others need an entry.",
    'Dry run: nothing was written.',
  ]);
  expect(files()).toEqual(before);
});

test('in an empty home the diff begins at /dev/null, and the home stays empty', async () => {
  const { onboard, files, config } = program();
  const { stdout } = await onboard([...WITH_TOKEN, '--dry-run']);
  expect(stdout.split('\n').slice(0, 4)).toEqual([
    '--- /dev/null',
    `+++ ${config}`,
    '@@ -0,0 +1,32 @@',
    '+// OpenClaw config, made by openclaw-onboard. Comments and order are yours: nothing here is rewritten.',
  ]);
  expect(files()).toEqual({});
});

test('with --json the diff is in the one document, changed is false, wouldChange true', async () => {
  const { onboard, files, stateDir } = program();
  const document = documentOf(await onboard([...WITH_TOKEN, '--dry-run', '--json']));
  const token = { stored: `${stateDir}/.env` };
  expect(document).toMatchObject({ ok: true, changed: false, wouldChange: true, token });
  expect(document.diff).toMatch(/^--- \/dev\/null\n\+\+\+ /);
  expect(files()).toEqual({});
});

describe('on a config that is up to date', () => {
  test('nothing would change', async () => {
    const { onboard, files, config } = program();
    await onboard(WITH_TOKEN);
    const before = files();
    const { stdout } = await onboard([...WITH_TOKEN, '--dry-run']);
    expect(stdout).toBe(`Already up to date: ${config}\n`);
    const document = documentOf(await onboard([...WITH_TOKEN, '--dry-run', '--json']));
    expect(document).toMatchObject({ changed: false, wouldChange: false, diff: '' });
    expect(files()).toEqual(before);
  });

  test('another token would change .env', async () => {
    const { onboard, files, stateDir } = program();
    await onboard(WITH_TOKEN);
    const before = files();
    const other = ['--huggingface-api-key', OTHER_TOKEN, '--verify', 'off', '--dry-run'];
    const { stdout, stderr } = await onboard(other);
    expect(stdout).toBe('');
    expect(linesOf(stderr)[0]).toBe(
      `Token: hf_…7Kx2, unchecked, from --huggingface-api-key, to be stored in ${stateDir}/.env`,
    );
    expect(documentOf(await onboard([...other, '--json']))).toMatchObject({ wouldChange: true, diff: '' });
    expect(files()).toEqual(before);
  });
});
