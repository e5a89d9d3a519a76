import { describe, expect, test } from 'vitest';
import { maskToken } from '../../src/text/redact.ts';
import { cleanToken, tokenFault } from '../../src/token/token.ts';
import { lifetimeWarnings, shownToken, tokenExpiry } from '../../src/token/token-expiry.ts';
import { en } from '../../src/words/en/en.ts';
import { say } from '../../src/words/message.ts';
import { noteIn, type Place } from '../../src/words/words.ts';
import { signIn } from '../support/sign-in-token.ts';

const token = 'hf_abcdefghijklmnopqrstuvwxyz01239fQ2';
const DEC_20 = new Date('2026-12-20T10:00:00Z');

describe('cleanToken takes away what people paste along', () => {
  test.each([
    ['blanks around it', `  ${token}\n`],
    ['double quotes', `"${token}"`],
    ['single quotes', `'${token}'`],
    ['one quote at the end', `${token}"`],
    ['typographic quotes', `\u201c${token}\u201d`],
    ['Bearer', `Bearer ${token}`],
    ['a whole header', `Authorization: Bearer ${token}`],
    ['a variable', `HF_TOKEN=${token}`],
    ['an exported, quoted variable', `export HF_TOKEN="${token}"`],
    ['the other variable', `HUGGINGFACE_HUB_TOKEN=${token}`],
    ['zero-width characters', `\u200b${token}\ufeff`],
    ['all of it', ` export HUGGINGFACE_HUB_TOKEN='Bearer ${token}\u200d' \r\n`],
  ])('%s', (_, pasted) => {
    expect(cleanToken(pasted)).toBe(token);
  });

  test('leaves blanks inside alone, which is a mistake to be told', () => {
    expect(cleanToken('hf_abc def')).toBe('hf_abc def');
  });
});

describe('tokenFault names what a text looks like and never repeats it', () => {
  test.each([
    ['sk-ant-api03-secretsecret', 'That looks like an Anthropic key (sk-ant-…). A Hugging Face token starts with hf_.'],
    ['sk-or-v1-secretsecret', 'That looks like an OpenRouter key (sk-or-…). A Hugging Face token starts with hf_.'],
    ['sk-proj-secretsecret', 'That looks like an OpenAI key (sk-…). A Hugging Face token starts with hf_.'],
    ['gsk_secretsecret', 'That looks like a Groq key (gsk_…). A Hugging Face token starts with hf_.'],
    ['AIzaSecretsecret', 'That looks like a Google key (AIza…). A Hugging Face token starts with hf_.'],
    ['ghp_secretsecret', 'That looks like a GitHub token (ghp_…). A Hugging Face token starts with hf_.'],
    ['github_pat_secretsecret', 'That looks like a GitHub token (github_pat_…). A Hugging Face token starts with hf_.'],
    [
      'api_org_secretsecret',
      "That looks like a Hugging Face organisation token (api_org…), which can't call Inference Providers.",
    ],
    ['$HF_TOKEN', 'It is the name of a variable that was not filled in (single quotes in a shell?).'],
    ['hf_secret secret', 'A token has no spaces or line breaks.'],
    ['hf_sécretsecret', 'It has characters that no token has (only printable ASCII is possible).'],
    ['hf_secret\u0000secret', 'It has characters that no token has (only printable ASCII is possible).'],
    [`hf_${'x'.repeat(4094)}`, 'It has 4097 characters; a token has 4096 at most.'],
    ['', 'Paste a token first.'],
  ])('%s', (text, words) => {
    const fault = tokenFault(text);
    expect(fault && say(en.tokenFaults, fault)).toBe(words);
    expect(JSON.stringify(fault)).not.toMatch(/secretsecret|xxx/);
  });

  test.each([
    ['a token', token],
    ['a short one', 'hf_x'],
    ['a long one', `hf_${'x'.repeat(4093)}`],
    ['a browser sign-in', signIn(DEC_20)],
    ['one without the mark', 'abc'],
  ])('accepts %s', (_, text) => {
    expect(tokenFault(text)).toBeUndefined();
  });
});

describe('the end of a browser sign-in, from its exp', () => {
  const part = (text: string) => Buffer.from(text).toString('base64url');
  test.each<[name: string, token: string, end: Date | null]>([
    ['hf_oauth_ and a JWT', signIn(DEC_20), DEC_20],
    ['hf_jwt_ and a JWT', signIn(DEC_20, 'hf_jwt_'), DEC_20],
    ['an access token', token, null],
    ['an access token that looks like none', 'hf_oauth_abc', null],
    ['no exp', `hf_oauth_${part('{}')}.${part('{"sub":"ada"}')}.x`, null],
    ['an exp that is text', `hf_oauth_${part('{}')}.${part('{"exp":"soon"}')}.x`, null],
    ['an exp beyond any date', `hf_oauth_${part('{}')}.${part('{"exp":1e300}')}.x`, null],
    ['a payload that is not JSON', `hf_oauth_${part('{}')}.${part('{')}.x`, null],
    ['a payload that is null', `hf_oauth_${part('{}')}.${part('null')}.x`, null],
    ['a payload that is not base64', 'hf_oauth_a.!!.x', null],
  ])('%s', (_, text, end) => {
    expect(tokenExpiry(text)).toEqual(end);
  });

  const LASTING =
    'https://huggingface.co/settings/tokens/new?ownUserPermissions=inference.serverless.write&tokenType=fineGrained';
  const place: Place = { kind: 'prompt' };
  const NAMED = 'The token from the prompt (hf_…9fQ2)';
  test.each<[name: string, now: string, warning: string | null, stored: string]>([
    [
      'three weeks before',
      '2026-11-29T10:00:00Z',
      null,
      `${NAMED} is that of a browser sign-in. It ends on 2026-12-20, and nothing renews it in .env. One that lasts: ${LASTING}`,
    ],
    [
      'a day before',
      '2026-12-19T10:00:00Z',
      `${NAMED} ends at 2026-12-20 10:00 UTC, in less than a day.`,
      `${NAMED} ends at 2026-12-20 10:00 UTC, in less than a day.`,
    ],
    [
      'after it',
      '2026-12-20T10:00:00Z',
      `${NAMED} ended at 2026-12-20 10:00 UTC.`,
      `${NAMED} ended at 2026-12-20 10:00 UTC.`,
    ],
  ])('warns %s', (_, now, warning, stored) => {
    const warnings = (given: { token: string; store?: boolean }) =>
      lifetimeWarnings({ place, ...given }, new Date(now)).map((note) => noteIn(en, note));
    expect(warnings({ token: signIn(DEC_20) })).toEqual(warning === null ? [] : [warning]);
    expect(warnings({ token: signIn(DEC_20), store: true })).toEqual([stored]);
    expect(warnings({ token, store: true })).toEqual([]);
  });

  test('is told where it is stored, also where the token does not say when', () => {
    const warnings = lifetimeWarnings({ token: 'hf_oauth_abcdefgh9fQ2', place, store: true }, DEC_20);
    expect(warnings.map((note) => noteIn(en, note))).toEqual([
      `${NAMED} is that of a browser sign-in. It ends within weeks, and nothing renews it in .env. One that lasts: ${LASTING}`,
    ]);
  });

  test('is shown with the last 4 characters of the token', () => {
    expect(maskToken(signIn(DEC_20))).toBe('hf_…9fQ2');
    expect(en.tokens.shown(shownToken(signIn(DEC_20)))).toBe('hf_…9fQ2, ends 2026-12-20');
    expect(en.tokens.shown(shownToken(token))).toBe('hf_…9fQ2');
  });
});
