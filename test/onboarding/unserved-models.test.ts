import { expect, test } from 'vitest';
import { TOKEN, useProgram } from '../support/program.ts';
import { type Session, startSession, WITH_CHOICE } from '../support/session.ts';

const program = useProgram();
const FROM_ENV = { env: { HF_TOKEN: TOKEN } };
const R1 = 'deepseek-ai/DeepSeek-R1';

type Row = [what: string, typed: string, row: string, warning: string];

/** The same words as `--model` and `--fallback` have for it. */
const ROWS: Row[] = [
  [
    'a model whose inference providers are all in error',
    'minimax-m1-80k',
    'MiniMaxAI/MiniMax-M1-80k (not served now)',
    'No inference provider serves MiniMaxAI/MiniMax-M1-80k at the moment.',
  ],
  [
    'a pinned inference provider that is not live',
    'Qwen/Qwen3.6-27B:nscale',
    'Qwen/Qwen3.6-27B:nscale (not served now)',
    'nscale does not serve Qwen/Qwen3.6-27B at the moment (staging).',
  ],
  [
    'a model that is not in the list',
    'acme/brand-new-model',
    'acme/brand-new-model (not in the list)',
    'No inference provider serves "acme/brand-new-model".',
  ],
];

async function leave(session: Session): Promise<void> {
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
}

test.each(ROWS)('%s is marked, and chosen as the default it is warned of', async (_, typed, row, warning) => {
  const session = startSession(program(), undefined, FROM_ENV);
  const [id = ''] = row.split(' ');
  await session.choose('Hugging Face token', 'Use it:');
  await session.find('Default Hugging Face model', typed, row);
  if (!id.includes(':')) await session.choose('Route requests by');
  await session.choose('Fallback models', 'None');
  await session.acceptAlias(id);
  await session.asks('Apply these changes?');
  await session.shows(`! ${warning}`);
  await leave(session);
});

test.each(ROWS)('%s is marked, and chosen as a fallback it is warned of', async (_, typed, row, warning) => {
  const session = startSession(program(), undefined, FROM_ENV);
  const [id = ''] = row.split(' ');
  await session.choose('Hugging Face token', 'Use it:');
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.find('Fallback models', typed, row);
  await session.choose('Fallback models', 'Done');
  await session.acceptAlias(R1);
  await session.acceptAlias(id);
  await session.asks('Apply these changes?');
  await session.shows(`! ${warning}`);
  await leave(session);
});

test('what --model, --fallback and --alias are warned of stands in the summary, once', async () => {
  const flags = ['--model', 'MiniMaxAI/MiniMax-M1-80k', '--fallback', 'Qwen/Qwen3.6-27B:nscale'];
  const alias = ['--alias', 'MiniMaxAI/MiniMax-M1-80k=m1', '--alias', 'Qwen/Qwen3.6-27B:nscale=qwen'];
  const session = startSession(program(), [...WITH_CHOICE, ...flags, ...alias], FROM_ENV);
  await session.choose('Hugging Face token', 'Use it:');
  await session.asks('Apply these changes?');
  const warnings = session.history().match(/^ {2}! .* at the moment.*$/gm);
  expect(warnings).toEqual([
    '  ! No inference provider serves MiniMaxAI/MiniMax-M1-80k at the moment.',
    '  ! nscale does not serve Qwen/Qwen3.6-27B at the moment (staging).',
  ]);
  await leave(session);
});

test('a wrong --fallback ends the run before a model is asked for', async () => {
  const session = startSession(program(), [...WITH_CHOICE, '--fallback', 'acme/nothing'], FROM_ENV);
  await session.choose('Hugging Face token', 'Use it:');
  expect(await session.ends()).toBe(7);
  expect(session.history()).not.toContain('Default Hugging Face model');
});
