import { describe, expect, test } from 'vitest';
import type { TokenAnswer } from '../../src/onboarding/token/given-token.ts';
import { type TokenChoices, tokenChoice, tokenRows } from '../../src/onboarding/token/token-rows.ts';
import type { ReadableToken, TokenSearch } from '../../src/token/token-sources.ts';
import { en } from '../../src/words/en/en.ts';
import { ja } from '../../src/words/ja/ja.ts';
import { NEW_TOKEN_URL } from '../../src/words/links.ts';
import { signIn } from '../support/sign-in-token.ts';

const system = { words: en, env: { HOME: '/h' } };
const ONE = 'hf_abcdefghijklmnopqrstuvwxyz01239fQ2';
const TWO = 'hf_abcdefghijklmnopqrstuvwxyz01237Kx2';
const BROWSER = signIn(new Date('2026-12-20T10:00:00Z'));

const name = 'HF_TOKEN';
const env = (token: string): ReadableToken => ({
  kind: 'readable',
  token,
  place: { kind: 'environment', name },
});
const dotenv = (token: string): ReadableToken => ({
  kind: 'readable',
  token,
  place: { kind: 'dotenv', name, path: '/s/.env' },
});
const hfFile = (token: string): ReadableToken => ({
  kind: 'readable',
  token,
  place: { kind: 'hf-login', path: '/h/token' },
});
const pasted = (token: string): TokenAnswer => ({
  kind: 'readable',
  token,
  place: { kind: 'prompt' },
  isGiven: true,
  store: true,
});
const path = '/s/openclaw.json';
const PROFILE = {
  kind: 'unreadable',
  source: 'openclaw-profile',
  place: { kind: 'config', key: 'auth.profiles.x', path },
} as const;
const REFERENCE = {
  kind: 'unreadable',
  source: 'config-reference',
  place: { kind: 'reference', key: 'apiKey', path, to: 'file' },
} as const;

function rows(found: Partial<TokenSearch>, choices: Partial<TokenChoices> = {}): string[] {
  const search: TokenSearch = { profile: null, tokens: [], reference: null, warnings: [], ...found };
  const all: TokenChoices = { search, mode: undefined, verify: 'try', before: null, refused: new Set(), ...choices };
  const { rows, initial } = tokenRows(all);
  return rows.map((row) => `${row === initial ? '❯' : ' '} ${tokenChoice(row, search, false, system).cells[0]}`);
}

const USE_ENV = 'Use it: hf_…9fQ2 from HF_TOKEN in the environment';
const STORE_ENV = 'Use it and store it in .env: hf_…9fQ2 from HF_TOKEN in the environment';
const STORE_FILE = 'Use it and store it in .env: hf_…9fQ2 from ~/token (hf auth login)';
const STORE_BROWSER = 'Use it and store it in .env: hf_…9fQ2, ends 2026-12-20 from ~/token (hf auth login)';
const KEEP_PROFILE = "Go on with a profile in OpenClaw's store (not readable here)";
const KEEP_REFERENCE = 'Go on with a reference, apiKey in /s/openclaw.json to file (only OpenClaw can resolve it)';
const AGAIN = 'Use it: hf_…7Kx2 from the prompt';
const PASTE = 'Paste another one';

describe('the rows of the token question, and the one to begin with', () => {
  type Row = [name: string, found: Partial<TokenSearch>, choices: Partial<TokenChoices>, rows: string[]];
  test.each<Row>([
    ['nothing found', {}, {}, [`❯ ${PASTE}`]],
    ['a variable', { tokens: [env(ONE)] }, {}, [`❯ ${USE_ENV}`, `  ${STORE_ENV}`, `  ${PASTE}`]],
    ['a variable, to be left there', { tokens: [env(ONE)] }, { mode: 'ref' }, [`❯ ${USE_ENV}`, `  ${PASTE}`]],
    ['a variable, to be stored', { tokens: [env(ONE)] }, { mode: 'plaintext' }, [`❯ ${STORE_ENV}`, `  ${PASTE}`]],
    ['the same in two places', { tokens: [env(ONE), hfFile(ONE)] }, { mode: 'ref' }, [`❯ ${USE_ENV}`, `  ${PASTE}`]],
    ["another service's key", { tokens: [env('sk-abcdefgh')] }, {}, [`❯ ${PASTE}`]],
    ['an access token of hf auth login', { tokens: [hfFile(ONE)] }, {}, [`❯ ${STORE_FILE}`, `  ${PASTE}`]],
    [
      'a browser sign-in of hf auth login: never the first',
      { tokens: [hfFile(BROWSER)] },
      {},
      [`  ${STORE_BROWSER}`, `❯ ${PASTE}`],
    ],
    [
      'a variable that was just rejected: never the first',
      { tokens: [env(ONE)] },
      { refused: new Set([ONE]) },
      [`  ${USE_ENV}`, `  ${STORE_ENV}`, `❯ ${PASTE}`],
    ],
    [
      'the next one after a rejected one',
      { tokens: [dotenv(TWO), env(ONE)] },
      { refused: new Set([TWO]) },
      ['  Use it: hf_…7Kx2 from HF_TOKEN in /s/.env', `❯ ${USE_ENV}`, `  ${STORE_ENV}`, `  ${PASTE}`],
    ],
    [
      'coming back after a paste',
      { tokens: [env(ONE)] },
      { before: pasted(TWO) },
      [`❯ ${AGAIN}`, `  ${USE_ENV}`, `  ${STORE_ENV}`, `  ${PASTE}`],
    ],
    [
      'coming back after a browser sign-in was chosen',
      { tokens: [env(ONE), hfFile(BROWSER)] },
      { before: pasted(BROWSER) },
      [`  ${USE_ENV}`, `  ${STORE_ENV}`, `❯ ${STORE_BROWSER}`, `  ${PASTE}`],
    ],
    [
      "a profile in OpenClaw's store: nothing is used from where it is",
      { profile: PROFILE, tokens: [dotenv(TWO), env(ONE)] },
      {},
      [`❯ ${KEEP_PROFILE}`, `  ${STORE_ENV}`, `  ${PASTE}`],
    ],
    ['a profile, where a check is required', { profile: PROFILE }, { verify: 'required' }, [`❯ ${PASTE}`]],
    ['a reference alone', { reference: REFERENCE }, {}, [`❯ ${KEEP_REFERENCE}`, `  ${PASTE}`]],
    [
      'a reference comes after a variable and before hf auth login',
      { reference: REFERENCE, tokens: [dotenv(ONE), hfFile(TWO)] },
      {},
      [
        '❯ Use it: hf_…9fQ2 from HF_TOKEN in /s/.env',
        `  ${KEEP_REFERENCE}`,
        '  Use it and store it in .env: hf_…7Kx2 from ~/token (hf auth login)',
        `  ${PASTE}`,
      ],
    ],
  ])('%s', (_, found, choices, expected) => {
    expect(rows(found, choices)).toEqual(expected);
  });

  test('a browser sign-in says when it ends, that nothing renews it, and where one is made that lasts', () => {
    const search: TokenSearch = { profile: null, tokens: [hfFile(BROWSER)], reference: null, warnings: [] };
    const [row] = tokenRows({ search, mode: undefined, verify: 'try', before: null, refused: new Set() }).rows;
    expect(row && tokenChoice(row, search, false, system).detail).toBe(
      `The token of a browser sign-in. It ends on 2026-12-20, and nothing renews it in .env. One that lasts: ${NEW_TOKEN_URL}`,
    );
  });

  test.each([
    [en, '(current)'],
    [ja, '（現在）'],
  ])('what OpenClaw uses now is marked, in the language of the run: %#', (words, mark) => {
    const search: TokenSearch = { profile: null, tokens: [env(ONE)], reference: null, warnings: [] };
    const choices = { search, mode: undefined, verify: 'try', before: null, refused: new Set<string>() } as const;
    const marks = tokenRows(choices).rows.map((row) => tokenChoice(row, search, true, { ...system, words }).mark);
    expect(marks).toEqual([mark, undefined, undefined]);
  });
});
