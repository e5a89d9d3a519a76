import { describe, expect, test } from 'vitest';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, WITH_TOKEN, warningsOf } from '../../support/program.ts';

const program = useCommands();
const R1 = 'huggingface/deepseek-ai/DeepSeek-R1';
const QWEN = 'huggingface/Qwen/Qwen3-8B';
/** What every one of these configs gets where no model is chosen. */
const PROVIDER =
  'models:{providers:{huggingface:{baseUrl:"https://router.huggingface.co/v1",api:"openai-completions",models:[]}}}';
const GATEWAY = 'gateway:{mode:"local"}';
const ALL_THERE = `${PROVIDER},${GATEWAY}`;

describe('the primary of another provider', () => {
  const OPUS = `{agents:{defaults:{model:{primary:"anthropic/claude-opus-4-6"}}}}`;

  test('is kept without --model: exit 0, and the command that changes it', async () => {
    const { onboard, write, read, asked } = program();
    write('openclaw.json', OPUS);
    const { code, stderr } = await onboard(WITH_TOKEN);
    expect([code, warningsOf(stderr)]).toEqual([
      0,
      [`The default model stays anthropic/claude-opus-4-6. To change it: openclaw models set ${R1}`],
    ]);
    expect(read('openclaw.json')).toBe(`${OPUS.slice(0, -1)},${ALL_THERE}}`);
    expect(asked()).toEqual(['GET /api/whoami-v2']);
  });

  test('is reported in JSON as kept', async () => {
    const { onboard, write } = program();
    write('openclaw.json', OPUS);
    expect(documentOf(await onboard([...WITH_TOKEN, '--json']))).toMatchObject({
      model: {
        primary: 'anthropic/claude-opus-4-6',
        previous: 'anthropic/claude-opus-4-6',
        action: 'kept',
        fallbacks: [],
        aliases: {},
      },
      edits: [
        { path: 'models.providers.huggingface', op: 'set' },
        { path: 'gateway.mode', op: 'set' },
      ],
      warnings: [`The default model stays anthropic/claude-opus-4-6. To change it: openclaw models set ${R1}`],
    });
  });

  test('is replaced by --model and named as the previous one; the map then holds it too', async () => {
    const { onboard, write, read } = program();
    write(
      'openclaw.json',
      `{agents:{defaults:{model:{primary:"anthropic/claude-opus-4-6",fallbacks:["x/y"]}}},${ALL_THERE}}`,
    );
    const run = await onboard([...WITH_TOKEN, '--model', 'Qwen/Qwen3-8B', '--json']);
    expect(documentOf(run)).toMatchObject({
      model: { primary: QWEN, previous: 'anthropic/claude-opus-4-6', action: 'set', fallbacks: ['x/y'] },
    });
    expect(read('openclaw.json')).toContain(
      `model:{primary:"${QWEN}",fallbacks:["x/y"]},models:{"${QWEN}":{alias:"Qwen3 8B"},"x/y":{},"anthropic/claude-opus-4-6":{},"huggingface/*":{}}`,
    );
  });
});

describe('agents.defaults.model, and what it becomes', () => {
  test.each([
    ['a string alone is edited in place', `"x/y"`, ['--model', QWEN], `"${QWEN}"`],
    [
      'a string becomes an object for a fallback',
      `"x/y"`,
      ['--fallback', QWEN],
      `{primary:"x/y",fallbacks:["${QWEN}"]}`,
    ],
    ['a string with both', `"x/y"`, ['--model', R1, '--fallback', QWEN], `{primary:"${R1}",fallbacks:["${QWEN}"]}`],
    ['no list is made for nothing', `{primary:"x/y"}`, ['--model', QWEN], `{primary:"${QWEN}"}`],
    ['fallbacks without a primary get R1', `{fallbacks:["x/y"]}`, [], `{fallbacks:["x/y"],primary:"${R1}"}`],
  ])('%s', async (_, model, flags, after) => {
    const { onboard, write, read } = program();
    write('openclaw.json', `{agents:{defaults:{model:${model}}},${ALL_THERE}}`);
    expect(await onboard([...WITH_TOKEN, ...flags])).toMatchObject({ code: 0 });
    expect(read('openclaw.json')).toContain(`{agents:{defaults:{model:${after},models:{`);
  });
});

describe('agents.defaults.modelPolicy.allow', () => {
  test.each([
    ['with entries gets the chosen models', '["x/y"]', `["x/y","${R1}","${QWEN}"]`],
    ['that has them stays', `["${R1}","${QWEN}"]`, `["${R1}","${QWEN}"]`],
    ['with all of Hugging Face stays', '["huggingface/*"]', '["huggingface/*"]'],
    ['that is empty stays', '[]', '[]'],
  ])('%s', async (_, allow, after) => {
    const { onboard, write, read } = program();
    write('openclaw.json', `{agents:{defaults:{modelPolicy:{allow:${allow}}}},${ALL_THERE}}`);
    await onboard([...WITH_TOKEN, '--fallback', QWEN]);
    expect(read('openclaw.json')).toContain(`modelPolicy:{allow:${after}}`);
  });
});

describe('gateway', () => {
  test.each([
    ['without a mode gets "local"', '{port:1}', '{port:1,mode:"local"}', []],
    ['with mode "local" stays', '{mode:"local"}', '{mode:"local"}', []],
    [
      'with another mode is kept with a warning',
      '{mode:"remote"}',
      '{mode:"remote"}',
      ['gateway.mode is "remote" and was kept'],
    ],
    [
      'that is no object is kept with a warning',
      '"off"',
      '"off"',
      ['gateway is not an object and was kept: OpenClaw will refuse this config'],
    ],
  ])('%s', async (_, gateway, after, warnings) => {
    const { onboard, write, read } = program();
    write('openclaw.json', `{gateway:${gateway},agents:{defaults:{model:"${R1}"}},${PROVIDER}}`);
    const { code, stderr } = await onboard(WITH_TOKEN);
    expect([code, warningsOf(stderr)]).toEqual([0, warnings]);
    expect(read('openclaw.json')).toContain(`{gateway:${after},agents`);
  });
});

describe('a wrong type where something must be written is exit 3, and nothing is written', () => {
  test.each([
    ['{agents: 5}', 'agents', 'an object, but is a number'],
    ['{agents: {defaults: []}}', 'agents.defaults', 'an object, but is an array'],
    ['{agents: {defaults: {model: 7}}}', 'agents.defaults.model', 'an object, but is a number'],
    [
      '{agents: {defaults: {model: {fallbacks: "x/y"}}}}',
      'agents.defaults.model.fallbacks',
      'an array, but is a string',
    ],
    ['{agents: {defaults: {models: []}}}', 'agents.defaults.models', 'an object, but is an array'],
    ['{models: {providers: null}}', 'models.providers', 'an object, but is null'],
    [
      '{models: {providers: {huggingface: {models: {}}}}}',
      'models.providers.huggingface.models',
      'an array, but is an object',
    ],
  ])('%s', async (text, key, wrong) => {
    const { onboard, write, files, config } = program();
    write('openclaw.json', text);
    const before = files();
    const run = await onboard([...WITH_TOKEN, '--fallback', QWEN, '--offline']);
    expect(failureOf(run)).toEqual({
      code: 3,
      says: [
        `${key} in ${config} must be ${wrong}. Nothing was changed.`,
        'Fix it by hand, then run the same command again.',
      ],
    });
    expect(files()).toEqual(before);
  });
});

describe('a config that can not be read is exit 3, before anything is asked', () => {
  test.each([
    ['no JSON5', '{agents: {\n  defaults: oops,\n}}', /openclaw\.json:2:13/],
    ['no object at the top', '[]', /openclaw\.json/],
  ])('%s', async (_, text, says) => {
    const { onboard, write, files, asked } = program();
    write('openclaw.json', text);
    const before = files();
    const { code, stderr } = await onboard(WITH_TOKEN);
    expect(code).toBe(3);
    expect(stderr).toMatch(says);
    expect(files()).toEqual(before);
    expect(asked()).toEqual([]);
  });

  test('the excerpt masks secrets', async () => {
    const { onboard, write } = program();
    write('openclaw.json', '{ gateway: { auth: { token: "MyVerySecretGatewayPassphrase" oops } } }');
    const { code, stderr } = await onboard(WITH_TOKEN);
    expect(code).toBe(3);
    expect(stderr).toContain('token***');
    expect(stderr).not.toContain('VerySecret');
  });
});
