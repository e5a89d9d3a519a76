import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, linesOf, MASKED, modeOf, TOKEN, useProgram } from '../../support/program.ts';

const program = useProgram();

/** Word for word as the documentation has it, with the shell's `"$HF_TOKEN"` filled in. */
const DOCUMENTED = ['onboard', '--non-interactive', '--mode', 'local', '--auth-choice', 'huggingface-api-key'];
const COMMAND = [...DOCUMENTED, '--huggingface-api-key', TOKEN];

const CONFIG = `// OpenClaw config, made by openclaw-onboard. Comments and order are yours: nothing here is rewritten.
{
  agents: {
    defaults: {
      model: { primary: "huggingface/deepseek-ai/DeepSeek-R1" },
      models: {
        "huggingface/deepseek-ai/DeepSeek-R1": { alias: "DeepSeek R1" },
        "huggingface/*": {},
      },
    },
  },
  models: {
    providers: {
      huggingface: {
        baseUrl: "https://router.huggingface.co/v1",
        api: "openai-completions",
        models: [
          {
            id: "deepseek-ai/DeepSeek-R1",
            name: "DeepSeek R1",
            reasoning: true,
            input: ["text"],
            cost: { input: 3, output: 7, cacheRead: 3, cacheWrite: 3 },
            contextWindow: 64000,
            maxTokens: 16000,
          },
        ],
      },
    },
  },
  gateway: { mode: "local" },
}
`;

test('sets up Hugging Face with DeepSeek R1, the token in .env alone', async () => {
  const { run, read, stateDir, config, asked } = program();
  const { code, stdout, stderr } = await run(COMMAND);
  expect(stdout).toBe(
    `Token: example-user (token "example-token", ${MASKED}), from --huggingface-api-key, stored in ${stateDir}/.env
Default model: huggingface/deepseek-ai/DeepSeek-R1
Alias: "DeepSeek R1" for huggingface/deepseek-ai/DeepSeek-R1
Selectable models: huggingface/*
Provider: huggingface at https://router.huggingface.co/v1
Model entry: deepseek-ai/DeepSeek-R1 (context 64k, price 3.00/7.00)
gateway.mode: local
Updated config: ${config}
`,
  );
  expect(linesOf(stderr)).toEqual([
    'Undo: openclaw config undo',
    "OpenClaw offers Hugging Face's models and those this config names; others need an entry.",
  ]);
  expect(code).toBe(0);
  expect(read('openclaw.json')).toBe(CONFIG);
  expect(read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  expect(asked().toSorted()).toEqual(['GET /api/whoami-v2', 'GET /v1/models']);
});

test('makes a private directory with private files, and leaves nothing else behind', async () => {
  const { run, files, stateDir } = program();
  await run(COMMAND);
  const [cache, ...rest] = ['cache', 'cache/huggingface-models.json', 'cache/last-write.json', '.env', 'openclaw.json'];
  expect(Object.keys(files())).toEqual(['.openclaw', ...[cache, ...rest].map((file) => `.openclaw/${file}`)].sort());
  expect([stateDir, join(stateDir, cache ?? '')].map(modeOf)).toEqual(['700', '700']);
  expect(rest.map((file) => modeOf(join(stateDir, file)))).toEqual(['600', '600', '600', '600']);
});

test('again: already up to date, no byte and no time changed, the list not asked for', async () => {
  const { run, files, config, asked } = program();
  await run(COMMAND);
  const before = files();
  asked();
  const { code, stdout, stderr } = await run(COMMAND);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.split('\n').at(-2)).toBe(`Already up to date: ${config}`);
  expect(files()).toEqual(before);
  expect(asked()).toEqual(['GET /api/whoami-v2']);
});

test('the token that was stored is found in the third run, which needs no flag', async () => {
  const { run, files, stateDir } = program();
  await run(COMMAND);
  const before = files();
  const document = documentOf(await run([...DOCUMENTED, '--json']));
  expect(document).toMatchObject({ ok: true, changed: false, edits: [], warnings: [] });
  expect(document.token).toEqual({
    source: 'dotenv:HUGGINGFACE_HUB_TOKEN',
    stored: null,
    last4: '9fQ2',
    verified: true,
    account: 'example-user',
    role: 'fineGrained',
  });
  expect(files()).toEqual(before);
  const { stdout } = await run(DOCUMENTED);
  expect(stdout).toContain(`from HUGGINGFACE_HUB_TOKEN in ${stateDir}/.env\n`);
});
