import JSON5 from 'json5';
import { expect, test } from 'vitest';
import { DOCUMENTED_CONFIGS, type DocumentedConfig, R1 } from '../support/documented-configs.ts';
import { useProgram, WITH_TOKEN } from '../support/program.ts';
import { onEachVersion } from './support.ts';
import { viewOf } from './view.ts';

const program = useProgram();

/** `{ LABEL: ref }`, as the real one says it. */
function aliasesOf(models: DocumentedConfig['defaults']['models']): Record<string, string> {
  return Object.fromEntries(Object.entries(models).map(([ref, { alias }]) => [alias, ref]));
}

const MODELS_JSON = `{ "providers": { "huggingface": { "baseUrl": "https://router.huggingface.co/v1",
  "api": "openai-completions", "models": [ { "id": "Qwen/Qwen3-8B", "name": "Mine" } ] } } }
`;
const IN_AGENT = 'agents/main/agent/models.json';

onEachVersion((real) => {
  test.each(DOCUMENTED_CONFIGS)(
    'the real one reads what onboarding wrote: $name',
    async ({ flags, defaults, listed }) => {
      const { home, onboard, read } = program();
      expect(await onboard([...WITH_TOKEN, ...flags])).toMatchObject({ code: 0 });
      const [config, env] = [read('openclaw.json'), read('.env')];
      const view = await viewOf(real, home);
      expect(view).toMatchObject({
        valid: 'Config valid: ~/.openclaw/openclaw.json',
        defaultModel: defaults.model.primary,
        fallbacks: defaults.model.fallbacks ?? [],
        aliases: aliasesOf(defaults.models),
        tokenSource: 'env: HUGGINGFACE_HUB_TOKEN',
        check: 0,
      });
      // With `huggingface/*` there are more: those that this version knows by itself.
      expect(view.allowed).toEqual(expect.arrayContaining(Object.keys(defaults.models)));
      expect(view.listed.map(({ key, tags }) => [key, ...tags]).toSorted()).toEqual(listed.toSorted());
      expect(view.listed.filter(({ available }) => !available)).toEqual([]);
      expect([read('openclaw.json'), read('.env')]).toEqual([config, env]);
    },
  );

  test('name and context are the same in both lists', async () => {
    const { home, onboard, list } = program();
    await onboard([...WITH_TOKEN, '--fallback', 'Qwen/Qwen3-8B', '--fallback', 'openai/gpt-oss-120b:cheapest']);
    const ours = JSON.parse((await list(['--configured', '--json'])).stdout).models;
    const { listed } = await viewOf(real, home);
    const figures = (rows: typeof listed) =>
      rows
        .map(({ key, name, contextWindow }) => ({ key, name, contextWindow }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(figures(listed)).toEqual(figures(ours));
  });

  test('the real one reads what the weekly commands wrote', async () => {
    const { home, onboard, run, read } = program();
    await onboard([...WITH_TOKEN]);
    const commands = [
      ['models', 'set', 'Qwen/Qwen3-8B'],
      ['models', 'fallbacks', 'add', 'openai/gpt-oss-120b:cheapest'],
      ['models', 'fallbacks', 'add', R1],
      ['models', 'aliases', 'add', 'quick', 'Qwen/Qwen3-8B'],
      ['models', 'refresh'],
    ];
    for (const command of commands) expect(await run(command)).toMatchObject({ code: 0 });
    const config = read('openclaw.json');
    expect(await viewOf(real, home)).toMatchObject({
      valid: 'Config valid: ~/.openclaw/openclaw.json',
      defaultModel: 'huggingface/Qwen/Qwen3-8B',
      fallbacks: ['huggingface/openai/gpt-oss-120b:cheapest', R1],
      aliases: {
        'DeepSeek R1': R1,
        quick: 'huggingface/Qwen/Qwen3-8B',
        'GPT-OSS 120B (cheapest)': 'huggingface/openai/gpt-oss-120b:cheapest',
      },
      check: 0,
    });
    expect(read('openclaw.json')).toBe(config);
    for (const command of [
      ['models', 'fallbacks', 'clear'],
      ['models', 'aliases', 'remove', 'quick'],
    ])
      expect(await run(command)).toMatchObject({ code: 0 });
    expect(await viewOf(real, home)).toMatchObject({ fallbacks: [], check: 0 });
    expect(await run(['config', 'undo'])).toMatchObject({ code: 0 });
    expect((await viewOf(real, home)).aliases).toHaveProperty('quick');
  });

  test('a config that the real one wrote takes our onboarding, and the real one takes the result', async () => {
    const { home, onboard, read } = program();
    await real.succeed(['models', 'set', 'huggingface/Qwen/Qwen3-8B'], { home });
    expect(await onboard([...WITH_TOKEN, '--fallback', R1])).toMatchObject({ code: 0 });
    const config = read('openclaw.json');
    expect(await viewOf(real, home)).toMatchObject({
      defaultModel: 'huggingface/Qwen/Qwen3-8B',
      fallbacks: [R1],
      tokenSource: 'env: HUGGINGFACE_HUB_TOKEN',
      check: 0,
    });
    expect(read('openclaw.json')).toBe(config);
    await real.succeed(['models', 'set', R1], { home });
    expect(await onboard()).toMatchObject({ code: 0 });
    expect((await viewOf(real, home)).defaultModel).toBe(R1);
  });

  test('a home that the real one onboarded takes our onboarding, and the real one takes the result', async () => {
    const { home, onboard, read } = program();
    const flags = ['--non-interactive', '--mode', 'local', '--accept-risk', '--skip-health'];
    const choice = ['--auth-choice', 'huggingface-api-key', ...WITH_TOKEN];
    await real.succeed(['onboard', ...flags, ...choice], { home });
    const before = JSON5.parse(read('openclaw.json') ?? '');
    // 2026.4 names no model where it could not fetch its plugins from the npm registry.
    const defaultModel = before.agents.defaults.model?.primary ?? R1;
    expect(await onboard([...WITH_TOKEN, '--fallback', 'Qwen/Qwen3-8B'])).toMatchObject({ code: 0 });
    const config = read('openclaw.json');
    const { gateway, meta, wizard } = JSON5.parse(config ?? '');
    expect({ gateway, meta, wizard }).toEqual({ gateway: before.gateway, meta: before.meta, wizard: before.wizard });
    expect(await viewOf(real, home)).toMatchObject({
      defaultModel,
      fallbacks: ['huggingface/Qwen/Qwen3-8B'],
      check: 0,
    });
    expect(read('openclaw.json')).toBe(config);
  });

  test('the real one lists every model that a refresh merged into its models.json', async () => {
    const { home, onboard, run, read, write } = program();
    await onboard([...WITH_TOKEN]);
    write(IN_AGENT, MODELS_JSON);
    expect(await run(['models', 'refresh'])).toMatchObject({ code: 0 });
    const merged = JSON.parse(read(IN_AGENT) ?? '').providers.huggingface.models;
    expect(merged).toHaveLength(137);
    const stdout = await real.succeed(['models', 'list', '--all', '--provider', 'huggingface', '--json'], { home });
    const listed = new Set(JSON.parse(stdout).models.map(({ key }: { key: string }) => key));
    expect(merged.filter(({ id }: { id: string }) => !listed.has(`huggingface/${id}`))).toEqual([]);
    expect((await viewOf(real, home)).valid).toBe('Config valid: ~/.openclaw/openclaw.json');
  });
});
