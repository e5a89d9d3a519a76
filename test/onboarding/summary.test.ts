import { expect, test } from 'vitest';
import { fixtureAnswer } from '../../scripts/stand-in/answers.js';
import { DEFAULT_CONFIG } from '../support/default-config.ts';
import { documentOf, type Program, TOKEN, useProgram } from '../support/program.ts';
import { type Session, type SessionOptions, startSession, WITH_CHOICE } from '../support/session.ts';

const program = useProgram();
const CHAT = '/v1/chat/completions';

/** A session at its summary, with the token of the environment and everything else as it is offered. */
async function atSummary(ours: Program, flags: string[] = [], options: SessionOptions = {}): Promise<Session> {
  const session = startSession(ours, [...WITH_CHOICE, ...flags], { env: { HF_TOKEN: TOKEN }, ...options });
  await session.choose('Hugging Face token', 'Use it:');
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.choose('Fallback models');
  await session.acceptAlias('deepseek-ai/DeepSeek-R1');
  return session;
}

test('the diff can be looked at before anything is written', async () => {
  const ours = program();
  const session = await atSummary(ours);
  await session.choose('Apply these changes?', 'Show the diff');
  await session.shows('+  gateway: { mode: "local" },');
  await session.asks('Apply these changes?');
  expect(ours.files()).toEqual({});
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  expect(session.history()).toContain('+      model: { primary: "huggingface/deepseek-ai/DeepSeek-R1" },');
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
});

test('quitting at the summary changes nothing', async () => {
  const ours = program();
  const session = await atSummary(ours);
  await session.choose('Apply these changes?', 'Quit, change nothing');
  expect(await session.ends()).toBe(130);
  expect(ours.files()).toEqual({});
});

test('a test message says who answered, how fast, and whether the tool call came', async () => {
  const ours = program();
  const session = await atSummary(ours);
  await session.choose('Apply these changes?', 'Send a test message first');
  await session.shows(
    /\+ Test message: answered by featherless-ai in \d+ ms, (and called the tool|but made no tool call)/,
  );
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  expect(ours.asked()).toContain(`POST ${CHAT}`);
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
});

test.each([
  ['chat-error-402-credits-depleted.json', 'https://huggingface.co/settings/billing'],
  ['chat-error-403-missing-permission-user.json', 'Tick it for this token at https://huggingface.co/settings/tokens'],
])('a test message that is answered with %s says what helps, and nothing is lost', async (fixture, words) => {
  const ours = program();
  ours.service.script(CHAT, fixtureAnswer(fixture));
  const session = await atSummary(ours);
  await session.choose('Apply these changes?', 'Send a test message first');
  await session.shows('Test message: failed.');
  expect(session.text().replaceAll(/\s+/g, ' ')).toContain(words);
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
});

test('a config that another program changes meanwhile is planned on again, and asked about again', async () => {
  const ours = program();
  const session = await atSummary(ours);
  await session.asks('Apply these changes?');
  ours.write('openclaw.json', '// mine\n{ gateway: { mode: "local", port: 1 } }\n');
  await session.choose('Apply these changes?', 'Apply');
  await session.shows('The config was changed by another program meanwhile.');
  await session.asks('Apply these changes?');
  expect(ours.read('openclaw.json')).toBe('// mine\n{ gateway: { mode: "local", port: 1 } }\n');
  await session.choose('Apply these changes?', 'Apply');
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
  const ours = program();
  const session = await atSummary(ours, ['--probe']);
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  expect(session.text()).toContain('Test message: answered by featherless-ai');
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
});

test('--probe that fails writes nothing', async () => {
  const ours = program();
  ours.service.script(CHAT, fixtureAnswer('chat-error-402-credits-depleted.json'));
  const session = await atSummary(ours, ['--probe']);
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(6);
  expect(ours.files()).toEqual({});
});

test('--dry-run ends with the diff and the plan instead of a question', async () => {
  const ours = program();
  const session = await atSummary(ours, ['--dry-run'], { rows: 60 });
  expect(await session.ends()).toBe(0);
  expect(session.text()).toContain('+  gateway: { mode: "local" },');
  expect(session.text()).toContain('Dry run: nothing was written.');
  expect(session.history()).not.toContain('Apply these changes?');
  expect(ours.files()).toEqual({});
});

test('--json asks on stderr and writes one document to stdout', async () => {
  const ours = program();
  const session = await atSummary(ours, ['--json'], { stdoutTo: 'document.json' });
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  const stdout = ours.read('../document.json') ?? '';
  expect(documentOf({ code: 0, stdout, stderr: '' })).toMatchObject({
    ok: true,
    changed: true,
    token: { source: 'env:HF_TOKEN', stored: null, last4: '9fQ2', verified: true, account: 'example-user' },
    model: { primary: 'huggingface/deepseek-ai/DeepSeek-R1', action: 'set' },
    catalog: { source: 'live', count: 137 },
  });
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
});

test('ctrl-c under --json leaves a document, too', async () => {
  const ours = program();
  const session = await atSummary(ours, ['--json'], { stdoutTo: 'document.json' });
  await session.asks('Apply these changes?');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
  const stdout = ours.read('../document.json') ?? '';
  expect(documentOf({ code: 130, stdout, stderr: '' })).toMatchObject({ ok: false, error: { code: 'interrupted' } });
});
