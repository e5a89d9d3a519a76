import JSON5 from 'json5';
import { expect, test } from 'vitest';
import { documentOf, failureOf, useProgram, WITH_TOKEN } from '../../support/program.ts';

const program = useProgram();

const R1 = 'huggingface/deepseek-ai/DeepSeek-R1';
const QWEN3 = 'huggingface/Qwen/Qwen3-8B';
const QWEN25 = 'huggingface/Qwen/Qwen2.5-7B-Instruct';
const LLAMA31 = 'huggingface/meta-llama/Llama-3.1-8B-Instruct';

type Row = {
  name: string;
  flags: string[];
  /** `agents.defaults` as the documentation has it. */
  defaults: object;
  /** What `models list` says of the configured ones, in its order. */
  listed: [key: string, ...tags: string[]][];
};

/** The documentation's five complete configurations (../shared/seeds, 003), and the flags that lead to each. */
const rows: Row[] = [
  {
    name: 'primary DeepSeek R1 with Qwen fallback',
    flags: ['--fallback', 'Qwen/Qwen3-8B'],
    defaults: {
      model: { primary: R1, fallbacks: [QWEN3] },
      models: { [R1]: { alias: 'DeepSeek R1' }, [QWEN3]: { alias: 'Qwen3 8B' } },
    },
    listed: [
      [R1, 'default', 'configured', 'alias:DeepSeek R1'],
      [QWEN3, 'fallback#1', 'configured', 'alias:Qwen3 8B'],
    ],
  },
  {
    name: 'Qwen as default, with :cheapest and :fastest variants',
    flags: [
      ...['--model', 'Qwen/Qwen3-8B'],
      ...['--alias', 'Qwen/Qwen3-8B:cheapest=Qwen3 8B (cheapest)'],
      ...['--alias', 'Qwen/Qwen3-8B:fastest=Qwen3 8B (fastest)'],
    ],
    defaults: {
      model: { primary: QWEN3 },
      models: {
        [QWEN3]: { alias: 'Qwen3 8B' },
        [`${QWEN3}:cheapest`]: { alias: 'Qwen3 8B (cheapest)' },
        [`${QWEN3}:fastest`]: { alias: 'Qwen3 8B (fastest)' },
      },
    },
    listed: [
      [QWEN3, 'default', 'configured', 'alias:Qwen3 8B'],
      [`${QWEN3}:cheapest`, 'configured', 'alias:Qwen3 8B (cheapest)'],
      [`${QWEN3}:fastest`, 'configured', 'alias:Qwen3 8B (fastest)'],
    ],
  },
  {
    name: 'DeepSeek + Llama + GPT-OSS with aliases',
    flags: [
      ...['--model', 'deepseek-ai/DeepSeek-V3.2'],
      ...['--fallback', 'meta-llama/Llama-3.3-70B-Instruct', '--fallback', 'openai/gpt-oss-120b'],
      ...['--alias', 'meta-llama/Llama-3.3-70B-Instruct=Llama 3.3 70B'],
    ],
    defaults: {
      model: {
        primary: 'huggingface/deepseek-ai/DeepSeek-V3.2',
        fallbacks: ['huggingface/meta-llama/Llama-3.3-70B-Instruct', 'huggingface/openai/gpt-oss-120b'],
      },
      models: {
        'huggingface/deepseek-ai/DeepSeek-V3.2': { alias: 'DeepSeek V3.2' },
        'huggingface/meta-llama/Llama-3.3-70B-Instruct': { alias: 'Llama 3.3 70B' },
        'huggingface/openai/gpt-oss-120b': { alias: 'GPT-OSS 120B' },
      },
    },
    listed: [
      ['huggingface/deepseek-ai/DeepSeek-V3.2', 'default', 'configured', 'alias:DeepSeek V3.2'],
      ['huggingface/meta-llama/Llama-3.3-70B-Instruct', 'fallback#1', 'configured', 'alias:Llama 3.3 70B'],
      ['huggingface/openai/gpt-oss-120b', 'fallback#2', 'configured', 'alias:GPT-OSS 120B'],
    ],
  },
  {
    name: 'force a specific backend with :provider',
    flags: [
      ...['--model', 'deepseek-ai/DeepSeek-R1:together'],
      ...['--alias', 'deepseek-ai/DeepSeek-R1:together=DeepSeek R1 (Together)'],
    ],
    defaults: {
      model: { primary: `${R1}:together` },
      models: { [`${R1}:together`]: { alias: 'DeepSeek R1 (Together)' } },
    },
    listed: [[`${R1}:together`, 'default', 'configured', 'alias:DeepSeek R1 (Together)']],
  },
  {
    name: 'multiple Qwen and DeepSeek models with policy suffixes',
    flags: [
      ...['--model', 'Qwen/Qwen2.5-7B-Instruct:cheapest'],
      ...['--alias', 'Qwen/Qwen2.5-7B-Instruct=Qwen2.5 7B'],
      ...['--alias', 'Qwen/Qwen2.5-7B-Instruct:cheapest=Qwen2.5 7B (cheap)'],
      ...['--alias', 'deepseek-ai/DeepSeek-R1:fastest=DeepSeek R1 (fast)'],
      ...['--alias', 'meta-llama/Llama-3.1-8B-Instruct=Llama 3.1 8B'],
    ],
    defaults: {
      model: { primary: `${QWEN25}:cheapest` },
      models: {
        [QWEN25]: { alias: 'Qwen2.5 7B' },
        [`${QWEN25}:cheapest`]: { alias: 'Qwen2.5 7B (cheap)' },
        [`${R1}:fastest`]: { alias: 'DeepSeek R1 (fast)' },
        [LLAMA31]: { alias: 'Llama 3.1 8B' },
      },
    },
    listed: [
      [`${QWEN25}:cheapest`, 'default', 'configured', 'alias:Qwen2.5 7B (cheap)'],
      [`${R1}:fastest`, 'configured', 'alias:DeepSeek R1 (fast)'],
      [LLAMA31, 'configured', 'alias:Llama 3.1 8B'],
      [QWEN25, 'configured', 'alias:Qwen2.5 7B'],
    ],
  },
];

test.each(rows)('from an empty home: $name', async ({ flags, defaults, listed }) => {
  const { onboard, list, read } = program();
  expect(await onboard([...WITH_TOKEN, ...flags])).toMatchObject({ code: 0 });
  const config = JSON5.parse(read('openclaw.json') ?? '');
  expect(config.agents).toEqual({ defaults });
  const entries = config.models.providers.huggingface.models.map(({ id }: { id: string }) => `huggingface/${id}`);
  expect(entries.toSorted()).toEqual(listed.map(([key]) => key).toSorted());
  const { models } = JSON.parse((await list(['--configured', '--json'])).stdout);
  expect(models.map(({ key, tags }: { key: string; tags: string[] }) => [key, ...tags])).toEqual(listed);
  const aliases = models.map(({ alias }: { alias: string }) => `alias:${alias}`);
  expect(aliases).toEqual(listed.map((row) => row.at(-1)));
});

const WITHOUT_TOGETHER = [
  {
    id: 'deepseek-ai/DeepSeek-R1',
    providers: [
      { provider: 'novita', status: 'live', context_length: 64000, pricing: { input: 0.7, output: 2.5 } },
      { provider: 'sambanova', status: 'error' },
    ],
  },
];
const TOGETHER = ['--model', 'deepseek-ai/DeepSeek-R1:together'];

test('where together no longer serves R1, forcing it is exit 7, which lists those that do', async () => {
  const { service, onboard, files } = program();
  service.script('/v1/models', { body: { object: 'list', data: WITHOUT_TOGETHER } });
  const before = files();
  expect(failureOf(await onboard([...WITH_TOKEN, ...TOGETHER, '--dry-run']))).toEqual({
    code: 7,
    says: [
      'The inference provider together does not serve deepseek-ai/DeepSeek-R1.',
      'These do:',
      'deepseek-ai/DeepSeek-R1:novita  0.70/2.50 USD per million tokens, context 64k',
    ],
  });
  expect(files()).toEqual(before);
});

test('where nobody can tell whether together serves R1, it is taken with a warning', async () => {
  const { onboard } = program();
  const document = documentOf(await onboard([...WITH_TOKEN, ...TOGETHER, '--offline', '--json']));
  expect(document).toMatchObject({ changed: true, model: { primary: `${R1}:together`, action: 'set' } });
  expect(document.warnings).toEqual([
    'The built-in list does not tell whether deepseek-ai/DeepSeek-R1:together is served; it was not checked.',
  ]);
});

test('an inference provider that is down at the moment is taken with a warning', async () => {
  const { service, onboard } = program();
  service.script('/v1/models', { body: { object: 'list', data: WITHOUT_TOGETHER } });
  const run = await onboard([...WITH_TOKEN, '--model', 'deepseek-ai/deepseek-r1:SambaNova', '--json']);
  expect(documentOf(run)).toMatchObject({
    model: { primary: `${R1}:sambanova`, aliases: { [`${R1}:sambanova`]: 'DeepSeek R1 (sambanova)' } },
    warnings: [
      'sambanova does not serve deepseek-ai/DeepSeek-R1 at the moment (error).',
      'The context window of deepseek-ai/DeepSeek-R1:sambanova is unknown and was left out: OpenClaw then assumes 128,000 to 200,000 tokens',
    ],
  });
});
