import JSON5 from 'json5';
import { describe, expect, test } from 'vitest';
import { shellQuote } from '../../../src/text/shell-quote.ts';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, WITH_TOKEN, warningsOf } from '../../support/program.ts';

const program = useCommands();
const R1 = 'huggingface/deepseek-ai/DeepSeek-R1';
const QWEN = 'huggingface/Qwen/Qwen3-8B';
const GPT = 'huggingface/openai/gpt-oss-120b';
const ALLOWS = "OpenClaw offers Hugging Face's models and those this config names; others need an entry.";

describe('--model', () => {
  test.each([
    ['an id', ['Qwen/Qwen3-8B'], QWEN],
    ['a ref', [QWEN], QWEN],
    ['an id in another case', ['qwen/QWEN3-8b'], QWEN],
    ['a policy suffix in another case', ['Qwen/Qwen3-8B:Cheapest'], `${QWEN}:cheapest`],
    ['an inference provider', ['Qwen/Qwen3-8B:nscale'], `${QWEN}:nscale`],
    ['the last of several', ['nobody/knows', '--model', 'Qwen/Qwen3-8B'], QWEN],
    ['an alias of the same run', ['quick', '--alias', 'Qwen/Qwen3-8B=Quick'], QWEN],
  ])('takes %s', async (_, words, primary) => {
    const { onboard } = program();
    const document = documentOf(await onboard([...WITH_TOKEN, '--model', ...words, '--json']));
    expect(document).toMatchObject({ ok: true, model: { primary, previous: null, action: 'set' } });
  });

  test.each([
    ['an alias of the config', 'oPuS', 'anthropic/claude-opus-4-6'],
    ["another provider's ref of the config", 'openai/gpt-5.2', 'openai/gpt-5.2'],
    ['the primary there is', 'x/y', 'x/y'],
  ])('goes back to %s', async (_, typed, primary) => {
    const { onboard, write } = program();
    const models = '{"anthropic/claude-opus-4-6":{alias:"opus"},"openai/gpt-5.2":{}}';
    write('openclaw.json', `{agents:{defaults:{model:"x/y",models:${models}}}}`);
    const document = documentOf(await onboard([...WITH_TOKEN, '--model', typed, '--json']));
    const action = primary === 'x/y' ? 'unchanged' : 'set';
    expect(document).toMatchObject({ model: { primary, previous: 'x/y', action } });
  });

  test('of the same model again is unchanged, and the run changes nothing', async () => {
    const { onboard } = program();
    await onboard([...WITH_TOKEN, '--model', 'Qwen/Qwen3-8B']);
    const document = documentOf(await onboard([...WITH_TOKEN, '--model', 'Qwen/Qwen3-8B', '--json']));
    expect(document).toMatchObject({ changed: false, model: { primary: QWEN, previous: QWEN, action: 'unchanged' } });
  });
});

describe('--fallback', () => {
  test('several keep their order, without duplicates and without the primary, which is said', async () => {
    const { onboard, read } = program();
    const flags = ['openai/gpt-oss-120b', 'Qwen/Qwen3-8B', 'openai/gpt-oss-120b', 'deepseek-ai/DeepSeek-R1'];
    const { code, stderr } = await onboard([...WITH_TOKEN, ...flags.flatMap((ref) => ['--fallback', ref])]);
    expect([code, warningsOf(stderr)]).toEqual([
      0,
      [`${R1} is the default model, so it was not added as a fallback`, ALLOWS],
    ]);
    expect(JSON5.parse(read('openclaw.json') ?? '').agents.defaults.model).toEqual({
      primary: R1,
      fallbacks: [GPT, QWEN],
    });
  });

  test('that becomes the primary stays in the list, which is said', async () => {
    const { onboard, write } = program();
    write('openclaw.json', `{agents:{defaults:{model:{primary:"x/y",fallbacks:["${QWEN}"]},models:{"x/y":{}}}}}`);
    const { stderr } = await onboard([...WITH_TOKEN, '--model', QWEN]);
    expect(warningsOf(stderr)).toEqual([`${QWEN} is now the default model and stays in the fallbacks too`]);
  });
});

describe('--alias', () => {
  test('is split at the first =, for any model, in the chain or not', async () => {
    const { onboard, read } = program();
    await onboard([...WITH_TOKEN, '--alias', 'Qwen/Qwen3-8B=a=b', '--alias', 'openai/gpt-oss-120b= OSS ']);
    const { agents, models } = JSON5.parse(read('openclaw.json') ?? '');
    expect(agents.defaults.models).toEqual({
      [R1]: { alias: 'DeepSeek R1' },
      [QWEN]: { alias: 'a=b' },
      [GPT]: { alias: 'OSS' },
      'huggingface/*': {},
    });
    const ids = models.providers.huggingface.models.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(['deepseek-ai/DeepSeek-R1', 'Qwen/Qwen3-8B', 'openai/gpt-oss-120b']);
  });

  test('for a model that has another label: kept, with the command that changes it', async () => {
    const { onboard, write } = program();
    write('openclaw.json', `{agents:{defaults:{model:"${QWEN}",models:{"${QWEN}":{alias:"mine"}}}}}`);
    const document = documentOf(await onboard([...WITH_TOKEN, '--alias', 'Qwen/Qwen3-8B=Big Q', '--json']));
    expect(document).toMatchObject({ model: { aliases: { [QWEN]: 'mine' } } });
    expect(document.warnings).toContain(
      `${QWEN} keeps its alias "mine". To change it: openclaw models aliases add 'Big Q' ${QWEN}`,
    );
  });

  test.each([
    ['that another model has', 'OPUS', 'OPUS', 'anthropic/claude-opus-4-6'],
    ['given to two models in one run', 'quick', 'quick', GPT],
  ])('a label %s is exit 2', async (_, label, shown, owner) => {
    const { onboard, write, files } = program();
    write('openclaw.json', '{agents:{defaults:{models:{"anthropic/claude-opus-4-6":{alias:"opus"}}}}}');
    const before = files();
    const flags = ['--alias', 'openai/gpt-oss-120b=quick', '--alias', `Qwen/Qwen3-8B=${label}`, '--offline'];
    expect(failureOf(await onboard([...WITH_TOKEN, ...flags]))).toEqual({
      code: 2,
      says: [
        `The alias "${shown}" already belongs to ${owner}. Nothing was changed.`,
        `Choose another label, or free it first: openclaw models aliases remove ${shellQuote(shown)}`,
      ],
    });
    expect(files()).toEqual(before);
  });

  test('a derived label that is taken gets a number', async () => {
    const { onboard, write } = program();
    write('openclaw.json', '{agents:{defaults:{models:{"x/y":{alias:"deepseek r1"},"x/z":{alias:"DeepSeek R1 2"}}}}}');
    const document = documentOf(await onboard([...WITH_TOKEN, '--json']));
    expect(document).toMatchObject({ model: { aliases: { [R1]: 'DeepSeek R1 3' } } });
  });

  test.each([['noequals'], ['=label'], ['Qwen/Qwen3-8B='], ['--json']])('%s is exit 2', async (value) => {
    const { onboard } = program();
    const { code, stderr } = await onboard([...WITH_TOKEN, '--alias', value]);
    expect([code, warningsOf(stderr)[0]]).toEqual([2, `--alias can't be "${value}": the form is <ref>=<label>.`]);
  });
});
