import { expect, test } from 'vitest';
import { explain, type Note, noteIn, type Place, type Problem, type Words } from '../../src/words/words.ts';
import { zhCN } from '../../src/words/zh-CN/zh-CN.ts';
import { zhTW } from '../../src/words/zh-TW/zh-TW.ts';

const path = '/home/maria/.openclaw/openclaw.json';
const key = 'models.providers.huggingface.apiKey';
const PLACES: readonly Place[] = [
  { kind: 'environment', name: 'HF_TOKEN' },
  { kind: 'dotenv', name: 'HF_TOKEN', path },
  { kind: 'config-env', name: 'HF_TOKEN', path },
  { kind: 'login-shell', name: 'HF_TOKEN' },
  { kind: 'config', key, path },
  { kind: 'reference', key, path, to: 'exec' },
  { kind: 'reference', key, path, to: 'secret' },
  { kind: 'hf-login', path },
  { kind: 'file', path },
  { kind: 'flag' },
  { kind: 'stdin' },
  { kind: 'prompt' },
];

/** What is said of a token at a place. */
function sentencesAbout(place: Place, words: Words): string[] {
  const named = { place, masked: 'hf_…9fQ2' };
  const why = { kind: 'answer-incomplete' } as const;
  const fault = { kind: 'blanks' } as const;
  const end = new Date('2026-11-21T10:00:00Z');
  const token = { source: 'config-reference', place } as const;
  const notes: Note[] = [
    { kind: 'token-ended', ...named, end },
    { kind: 'token-ends-soon', ...named, end },
    { kind: 'sign-in-stored', ...named, end: null },
    { kind: 'tokens-differ', first: place, other: place },
    { kind: 'more-than-a-token', place },
    { kind: 'other-token-first', place },
    { kind: 'stored-token-shadowed', place },
    { kind: 'verdict-missing', place, why },
    { kind: 'token-not-readable', token },
    { kind: 'unusable-token', place, fault },
  ];
  const problems: Problem[] = [
    { kind: 'token-not-accepted', ...named, words: null },
    { kind: 'token-without-permission', ...named, account: 'maria' },
    { kind: 'token-unchecked', ...named, why },
    { kind: 'holds-no-token', place, fault },
    { kind: 'given-empty', place },
    { kind: 'given-not-a-token', place, fault },
    { kind: 'token-out-of-reach', token },
  ];
  const { tokens } = words;
  return [
    ...notes.map((note) => noteIn(words, note)),
    ...problems.map((problem) => explain(words, problem).message),
    tokens.from({ ...named, end: null }),
    tokens.keep(tokens.unreadable(token)),
    tokens.keep(tokens.unreadable({ source: 'openclaw-profile', place })),
    explain(words, { kind: 'token-out-of-reach', token: { source: 'openclaw-profile', place } }).message,
  ];
}

const TABLES = [
  ['zh-TW', zhTW],
  ['zh-CN', zhCN],
] as const;

const CHINESE = '[\\u3400-\\u9fff]';
const MARK = '[，。：；、（）「」“”]';
/** A blank beside a mark or between two Chinese words, or none between Chinese and Latin. */
const TORN = new RegExp(`${CHINESE} ${CHINESE}| ${MARK}|${MARK} |${CHINESE}[!-~]|[!-~]${CHINESE}`);

test.each(TABLES)('%s: a place in a sentence has a blank beside Latin, and none beside Chinese', (_, words) => {
  const sentences = PLACES.flatMap((place) => sentencesAbout(place, words));
  expect(sentences.filter((sentence) => TORN.test(sentence))).toEqual([]);
});

test.each(TABLES)('%s: a heading has a reason without the end of its sentence', (_, words) => {
  const { cached } = words.onboarding.model;
  const heads = (['offline', 'no-token', 'discovery-off'] as const).map((kind) =>
    cached({ models: 3, age: 0, reason: { kind } }).replace(/^.*?：/, ''),
  );
  expect(heads.map((head) => /。$/.test(head))).toEqual([false, false, false]);
  expect(heads[0]).toBe('--offline');
});

test.each(TABLES)('%s: who pastes the key of another service is told how a token starts', (_, { tokenFaults }) => {
  const others = Object.entries(tokenFaults).filter(([kind]) => /^(?!hugging).*-key$|^github/.test(kind));
  expect(others).toHaveLength(7);
  for (const [, said] of others)
    expect(said).toMatch(/Hugging Face (?:權杖|令牌)以 hf_ 開頭。|Hugging Face 令牌以 hf_ 开头。/);
});

test.each(TABLES)('%s: a figure that is not known has no blank before it', (_, words) => {
  const serving = [{ slug: 'novita', price: null, contextWindow: null }];
  const { hint } = explain(words, { kind: 'route-not-served', id: 'a/b', slug: 'groq', serving });
  expect(hint).toMatch(/^ {2}a\/b:novita {2}\S+$/m);
  expect(words.changes['model-entry']({ id: 'a/b', context: null, price: null })).toMatch(/（\S+）$/);
});

test.each(TABLES)('%s: a bench of one round does not speak of all its messages', (_, { bench }) => {
  expect(bench.noBest({ rounds: 1 })).not.toMatch(/全部|1/);
  expect(bench.noBest({ rounds: 3 })).toMatch(/全部 3 [則条]/);
});

test.each(TABLES)('%s: a hint on the network ends with how to go without', (_, words) => {
  const refused = { kind: 'unreachable', host: 'a:443', why: 'refused', code: null } as const;
  const hints = [
    { ...refused, proxy: null },
    { ...refused, proxy: 'b:80' },
    { kind: 'no-answer', host: 'a:443', seconds: 10 } as const,
  ].map((problem) => explain(words, problem).hint);
  expect(hints.filter((hint) => !hint?.endsWith('：--offline'))).toEqual([]);
});
