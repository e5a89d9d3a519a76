import JSON5 from 'json5';
import { expect, test } from 'vitest';
import { DOCUMENTED_CONFIGS, R1 } from '../../support/documented-configs.ts';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, WITH_TOKEN } from '../../support/program.ts';

const program = useCommands();

test.each(DOCUMENTED_CONFIGS)('from an empty home: $name', async ({ flags, defaults, listed }) => {
  const { onboard, list, read } = program();
  expect(await onboard([...WITH_TOKEN, ...flags])).toMatchObject({ code: 0 });
  const config = JSON5.parse(read('openclaw.json') ?? '');
  const models = { ...defaults.models, 'huggingface/*': {} };
  expect(config.agents).toEqual({ defaults: { ...defaults, models } });
  const entries = config.models.providers.huggingface.models.map(({ id }: { id: string }) => `huggingface/${id}`);
  expect(entries.toSorted()).toEqual(listed.map(([key]) => key).toSorted());
  const rows = JSON.parse((await list(['--configured', '--json'])).stdout).models;
  expect(rows.map(({ key, tags }: { key: string; tags: string[] }) => [key, ...tags])).toEqual(listed);
  const aliases = rows.map(({ alias }: { alias: string }) => `alias:${alias}`);
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
