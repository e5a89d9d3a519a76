import { expect, test } from 'vitest';
import { fixtureAnswer } from '../../scripts/stand-in/answers.js';
import type { CompletionKind } from '../../scripts/stand-in/completions.js';
import { completion } from '../../scripts/stand-in/completions.js';
import { DEFAULT_CONFIG } from '../support/default-config.ts';
import { useCommands } from '../support/in-process.ts';
import { documentOf, TOKEN, useProgram } from '../support/program.ts';
import { CTRL_C, type Step } from '../support/scripted-prompt.ts';
import { answerFirstRun, startSession } from '../support/session.ts';
import { alias, asks, atSummary, finds, paste, usualModel } from '../support/steps.ts';

const commands = useCommands();
const program = useProgram();
const CHAT = '/v1/chat/completions';
const WITH_CHOICE = ['onboard', '--auth-choice', 'huggingface-api-key'];
const R1 = 'deepseek-ai/DeepSeek-R1';

/** Everything up to the summary, with the token of the environment. */
const before: readonly Step[] = [asks.token, ...usualModel];
const FROM_ENV = { env: { HF_TOKEN: TOKEN, COLUMNS: '80' } };

test('the diff can be looked at before anything is written', async () => {
  const ours = commands();
  const run = await ours.answer([...before, atSummary('Show the diff'), atSummary('Quit')], undefined, FROM_ENV);
  expect(run.code).toBe(130);
  expect(run.stderr).toContain('+  gateway: { mode: "local" },');
  expect(run.stderr).toContain('x Quit. Nothing was changed.');
  expect(ours.files()).toEqual({});
});

test('the summary of a first run is one screen; every change of the config is behind its diff', async () => {
  const session = startSession(program());
  await answerFirstRun(session);
  await session.shows('enter choose');
  expect(session.text().split('\n')).toHaveLength(24);
  expect(session.text()).toMatch(/^ {2}Model {7}deepseek-ai\/DeepSeek-R1, in your Hugging Face order\n/);
  expect(session.text()).toContain('  Writes      ~/.openclaw/openclaw.json (6 changes)\n');
  expect(session.text()).not.toContain('Selectable models');
  await session.choose('Apply these changes?', 'Show the diff');
  await session.asks('Apply these changes?');
  await session.shows('enter choose');
  expect(session.text()).toContain(
    [
      '  Default model: huggingface/deepseek-ai/DeepSeek-R1',
      '  Alias: "DeepSeek R1" for huggingface/deepseek-ai/DeepSeek-R1',
      '  Selectable models: huggingface/*',
      '  Provider: huggingface at https://router.huggingface.co/v1',
      '  Model entry: deepseek-ai/DeepSeek-R1 (context 64k, price 3.00/7.00)',
      '  gateway.mode: local',
    ].join('\n'),
  );
});

test('the rows of the summary; one that has nothing to change is left out', async () => {
  const ours = commands();
  const pasted = await ours.answer([paste, ...usualModel, asks.apply]);
  const all = ['Apply', 'Add fallback models', 'Change the alias', 'Change where the token is kept', 'Show the diff'];
  const last = ['Send a test message (a fraction of a cent)', 'Back', 'Quit'];
  expect(pasted.asked.at(-1)?.rows).toEqual([...all, ...last]);
  const flags = [...WITH_CHOICE, '--model', R1, '--alias', `${R1}=r`, '--huggingface-api-key', TOKEN, '--offline'];
  const again = await ours.answer([asks.apply], flags);
  expect(again.asked.at(-1)?.rows).toEqual(['Done', 'Add fallback models', 'Change where the token is kept', 'Quit']);
});

test('fallbacks are added in order and taken off again, and the summary says what they cost the chain', async () => {
  const ours = commands();
  const run = await ours.answer(
    [
      ...before,
      atSummary('Add fallback models'),
      finds(asks.fallbacks, 'gpt oss 120'),
      finds(asks.fallbacks, 'qwen3-8b:fast'),
      finds(asks.fallbacks, 'gpt oss 20b'),
      { ...asks.fallbacks, answers: 'Remove openai/gpt-oss-20b' },
      { ...asks.fallbacks, answers: 'Done' },
      asks.apply,
    ],
    undefined,
    FROM_ENV,
  );
  expect(run.code).toBe(0);
  expect(run.stderr).toContain('  Fallbacks   openai/gpt-oss-120b, Qwen/Qwen3-8B:fastest\n');
  expect(run.stderr).toContain('  Alias       DeepSeek R1\n              GPT-OSS 120B for openai/gpt-oss-120b\n');
  expect(run.stderr).toContain(
    '! All of these use your Hugging Face credits: if those run out, all of them\n  stop.\n',
  );
  expect(run.stderr).not.toContain('Tried in this order');
  expect(run.asked.at(-2)?.rows?.slice(0, 3)).toEqual([
    'Done',
    'Remove openai/gpt-oss-120b',
    'Remove Qwen/Qwen3-8B:fastest',
  ]);
  expect(ours.read('openclaw.json')).toContain(
    'fallbacks: ["huggingface/openai/gpt-oss-120b", "huggingface/Qwen/Qwen3-8B:fastest"],',
  );
});

test('a chain that another account is in too is not stopped by one empty account', async () => {
  const ours = commands();
  ours.write('openclaw.json', '{ agents: { defaults: { model: { fallbacks: ["x/y"] } } } }\n');
  const run = await ours.answer([...before, asks.apply], undefined, FROM_ENV);
  expect(run.stderr).toContain('  Fallbacks   x/y\n');
  expect(run.stderr).not.toContain('All of these use');
});

test('the alias is changed on request: empty and taken ones are refused, compared without case', async () => {
  const ours = commands();
  ours.write('openclaw.json', '{ agents: { defaults: { models: { "openai/gpt-5": { alias: "Quick" } } } } }\n');
  const run = await ours.answer(
    [...before, atSummary('Change the alias'), alias(R1, ' '), alias(R1, 'QUICK'), alias(R1, 'QUICKer'), asks.apply],
    undefined,
    FROM_ENV,
  );
  expect(run.code).toBe(0);
  const shown = run.asked.filter(({ title }) => title.startsWith('Alias'));
  expect(shown.map(({ screen }) => screen)).toEqual([
    `? Alias for ${R1}  DeepSeek R1`,
    `✗ An alias needs at least one character.\n? Alias for ${R1}  DeepSeek R1`,
    `✗ openai/gpt-5 has this alias already.\n? Alias for ${R1}  DeepSeek R1`,
  ]);
  expect(run.stderr).toContain('  Alias       QUICKer\n');
  expect(ours.read('openclaw.json')).toContain('"huggingface/deepseek-ai/DeepSeek-R1": { alias: "QUICKer" }');
});

test('where the token is kept is changed on request, and the command at the end says so too', async () => {
  const ours = commands();
  const nowhere = { ...asks.storage, answers: 'Nowhere: I set HUGGINGFACE_HUB_TOKEN or HF_TOKEN myself' };
  const steps = [paste, ...usualModel, atSummary('Change where the token is kept'), nowhere, asks.apply];
  const run = await ours.answer(steps, undefined, { env: { COLUMNS: '80' } });
  expect(run.code).toBe(0);
  expect(run.asked.at(-2)?.rows?.[0]).toBe('In ~/.openclaw/.env (only you can read it)');
  expect(run.stderr).toContain('  Token       hf_…9fQ2, kept nowhere\n');
  expect(run.stderr).toContain('--huggingface-api-key "$HF_TOKEN" --secret-input-mode ref\n');
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  expect(ours.read('.env')).toBeUndefined();
});

test.each<[mark: string, kind: CompletionKind, end: string]>([
  ['*', 'call', 'and called the tool'],
  ['!', 'words', 'but made no tool call, and OpenClaw needs tools'],
  ['!', 'out-of-tokens', 'but was cut off before it could call the tool'],
])(
  'a test message is marked %s where it is answered with %s, and says who answered and how fast',
  async (mark, kind, end) => {
    const ours = commands();
    ours.service.script(CHAT, completion(kind));
    const run = await ours.answer(
      [...before, atSummary('Send a test message (a fraction of a cent)'), asks.apply],
      undefined,
      FROM_ENV,
    );
    expect(run.code).toBe(0);
    const [, said] = /^(. Test message: [\s\S]*?)\n\n/m.exec(run.stderr) ?? [];
    expect(said?.replace(/\n /g, '').replace(/\d+ ms/, '1 ms')).toBe(
      `${mark} Test message: answered by an unnamed inference provider in 1 ms, ${end}`,
    );
    expect(ours.asked()).toContain(`POST ${CHAT}`);
    expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  },
);

test.each([
  ['chat-error-402-credits-depleted.json', 'https://huggingface.co/settings/billing'],
  ['chat-error-403-missing-permission-user.json', 'https://huggingface.co/settings/tokens'],
])('a test message that is answered with %s says what helps, and nothing is lost', async (fixture, words) => {
  const ours = commands();
  ours.service.script(CHAT, fixtureAnswer(fixture));
  const run = await ours.answer(
    [...before, atSummary('Send a test message (a fraction of a cent)'), asks.apply],
    undefined,
    FROM_ENV,
  );
  expect(run.code).toBe(0);
  expect(run.stderr).toContain('x Test message: failed.');
  expect(run.stderr.replaceAll(/\s+/g, ' ')).toContain(words);
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
});

test('a config that another program changes meanwhile is planned on again, and asked about again', async () => {
  const ours = program();
  const session = startSession(ours, undefined, { env: { HF_TOKEN: TOKEN } });
  await session.choose('Hugging Face token');
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.asks('Apply these changes?');
  ours.write('openclaw.json', '// mine\n{ gateway: { mode: "local", port: 1 } }\n');
  session.press('enter');
  await session.until(() => session.history().includes('The config was changed by another program'), 'the warning');
  await session.asks('Apply these changes?');
  expect(ours.read('openclaw.json')).toBe('// mine\n{ gateway: { mode: "local", port: 1 } }\n');
  session.press('enter');
  expect(await session.ends()).toBe(0);
  expect(ours.read('openclaw.json')).toMatchInlineSnapshot(`
    "// mine
    {
      gateway: { mode: "local", port: 1 },
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
    }
    "
  `);
});

test('--probe sends the message before the write', async () => {
  const ours = commands();
  const run = await ours.answer([...before, asks.apply], [...WITH_CHOICE, '--probe'], FROM_ENV);
  expect(run.code).toBe(0);
  expect(run.stderr).toContain('Test message: answered by featherless-ai');
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
});

test('--probe that fails writes nothing', async () => {
  const ours = commands();
  ours.service.script(CHAT, fixtureAnswer('chat-error-402-credits-depleted.json'));
  const run = await ours.answer([...before, asks.apply], [...WITH_CHOICE, '--probe'], FROM_ENV);
  expect(run.code).toBe(6);
  expect(ours.files()).toEqual({});
});

test('--dry-run ends with the diff and the plan instead of a question', async () => {
  const ours = commands();
  const run = await ours.answer(before, [...WITH_CHOICE, '--dry-run'], FROM_ENV);
  expect(run.code).toBe(0);
  expect(run.stdout).toContain('+  gateway: { mode: "local" },');
  expect(run.stderr).toContain('Dry run: nothing was written.');
  expect(ours.files()).toEqual({});
});

test('--json asks on stderr and writes one document to stdout', async () => {
  const ours = commands();
  const run = await ours.answer([...before, asks.apply], [...WITH_CHOICE, '--json'], FROM_ENV);
  expect(documentOf(run)).toMatchObject({
    ok: true,
    changed: true,
    token: { source: 'env:HF_TOKEN', stored: null, last4: '9fQ2', verified: true, account: 'example-user' },
    model: { primary: 'huggingface/deepseek-ai/DeepSeek-R1', action: 'set' },
    catalog: { source: 'live', count: 137 },
  });
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
});

test('ctrl-c under --json leaves a document, too', async () => {
  const run = await commands().answer(
    [...before, { ...asks.apply, answers: CTRL_C }],
    [...WITH_CHOICE, '--json'],
    FROM_ENV,
  );
  expect(run.code).toBe(130);
  expect(documentOf(run)).toMatchObject({ ok: false, error: { code: 'interrupted' } });
});
