import { describe, expect, test } from 'vitest';
import { fixtureAnswer, VALID_TOKEN } from '../../scripts/stand-in/answers.js';
import type { Answer } from '../../scripts/stand-in/server.js';
import { billingWarnings } from '../../src/huggingface/whoami/billing.ts';
import { type CheckOptions, checkToken } from '../../src/huggingface/whoami/check-token.ts';
import { tokenRefusal } from '../../src/huggingface/whoami/token-refusal.ts';
import { en } from '../../src/words/en/en.ts';
import { noteIn } from '../../src/words/words.ts';
import { networkSystem } from '../support/network-system.ts';
import { routerServer } from '../support/router-server.ts';

const server = routerServer();
const WHOAMI = '/api/whoami-v2';

const check = (options: Partial<CheckOptions> = {}, signal?: AbortSignal) =>
  checkToken({ hubUrl: server().url, token: VALID_TOKEN, namedByEnvironment: [], ...options }, networkSystem(signal));

describe('a token that Hugging Face knows', () => {
  test.each([
    ['whoami-finegrained-with-permission', 'accepted', 'fineGrained', 'user', [], 0],
    ['whoami-finegrained-with-permission-wide', 'accepted', 'fineGrained', 'user', [], 0],
    ['whoami-finegrained-global-permission', 'accepted', 'fineGrained', 'user', [], 0],
    ['whoami-finegrained-org-permission-only', 'accepted', 'fineGrained', 'org', ['example-org'], 0],
    ['whoami-classic-read', 'accepted', 'read', 'classic', [], 0],
    ['whoami-classic-write', 'accepted', 'write', 'classic', [], 1],
    ['whoami-oauth-no-accesstoken', 'accepted', null, 'unknown', [], 0],
    ['whoami-finegrained-without-permission', 'missing-permission', 'fineGrained', 'none', [], 0],
    ['whoami-finegrained-empty', 'missing-permission', 'fineGrained', 'none', [], 0],
  ])('%s is %s', async (fixture, kind, role, permission, grantedOrgs, notes) => {
    server().script(WHOAMI, fixtureAnswer(`${fixture}.json`));
    const result = await check();
    expect(result).toMatchObject({ kind, account: { name: 'example-user', role, permission, grantedOrgs } });
    if (result.kind === 'accepted') expect(result.notes).toHaveLength(notes);
    expect(server().requests).toHaveLength(1);
  });

  test('belongs to an account in these organisations, as far as a header could hold their names', async () => {
    const names = ['Acme', 'lab\u001b[31m', 'ac me', 'näme', '', 5, null];
    const orgs = [...names.map((name) => ({ name })), 'no object', {}];
    server().script(WHOAMI, { body: { name: 'ada', orgs, auth: { accessToken: { role: 'read' } } } });
    expect(await check()).toMatchObject({ account: { orgs: ['Acme', 'lab'], grantedOrgs: [] } });
  });

  test('may call for every organisation where the permission is not of one entity', async () => {
    const { body } = fixtureAnswer('whoami-finegrained-global-permission.json');
    server().script(WHOAMI, { body: { ...(body as object), orgs: [{ name: 'acme' }] } });
    expect(await check()).toMatchObject({ account: { permission: 'user', orgs: ['acme'], grantedOrgs: ['acme'] } });
  });

  test('names an organisation that the account does not list', async () => {
    const { body } = fixtureAnswer('whoami-finegrained-org-permission-only.json');
    server().script(WHOAMI, { body: { ...(body as object), orgs: undefined } });
    expect(await check()).toMatchObject({ account: { orgs: ['example-org'], grantedOrgs: ['example-org'] } });
  });

  test('may have names that would colour the terminal, which they do not', async () => {
    const auth = { accessToken: { displayName: 'lap\u202etop', role: 'read' } };
    server().script(WHOAMI, { body: { name: '\u001b[31mada', auth } });
    expect(await check()).toMatchObject({ account: { name: 'ada', tokenName: 'laptop' } });
  });
});

describe('names of any length are cut where they are read', () => {
  const entity = (name: string) => ({ entity: { _id: name, type: 'org', name }, permissions: [PERMISSION] });
  const PERMISSION = 'inference.serverless.write';

  test('an account name and a token name of 1 MB', async () => {
    const long = 'n'.repeat(1024 * 1024);
    server().script(WHOAMI, { body: { name: long, auth: { accessToken: { displayName: long, role: 'read' } } } });
    const cut = `${'n'.repeat(99)}…`;
    expect(await check()).toMatchObject({ account: { name: cut, tokenName: cut } });
  });

  test('one that controls fill is as long as what is left of it', async () => {
    server().script(WHOAMI, { body: { name: `${'\u200b'.repeat(500)}ada` } });
    expect(await check()).toMatchObject({ account: { name: 'ada' } });
  });

  test('a thousand organisations', async () => {
    const scoped = Array.from({ length: 1000 }, (_, index) => entity(`org${index}`));
    const auth = { accessToken: { role: 'fineGrained', fineGrained: { global: [], scoped } } };
    server().script(WHOAMI, { body: { name: 'ada', auth } });
    expect(billingWarnings(await check(), null).map((note) => noteIn(en, note))).toEqual([
      'The token may call Inference Providers only when org0, org1, org2, org3, org4 and 995 more is billed: openclaw onboard --bill-to org0',
    ]);
  });
});

describe('a token that Hugging Face refuses', () => {
  test.each([
    ['whoami-401', 'Invalid username or password.'],
    ['whoami-401-expired', 'User Access Token "example-token" is expired'],
    ['whoami-401-malformed-header', 'Invalid credentials in Authorization header'],
  ])('%s', async (fixture, words) => {
    server().script(WHOAMI, fixtureAnswer(`${fixture}.json`));
    expect(await check()).toEqual({ kind: 'rejected', status: 401, words, fault: null });
  });

  const NAMED = 'Hugging Face does not accept the token from --huggingface-api-key (hf_…9fQ2):';
  test.each<[name: string, body: string | object, sentence: string]>([
    ['an empty body', '', `${NAMED} it is mistyped, revoked or expired.`],
    ['HTML', '<html><body>401</body></html>', `${NAMED} it is mistyped, revoked or expired.`],
    ['an empty object', {}, `${NAMED} it is mistyped, revoked or expired.`],
    ['its usual words', { error: 'Invalid username or password.' }, `${NAMED} it is mistyped, revoked or expired.`],
    [
      'words about the header',
      { error: 'Invalid credentials in Authorization header' },
      `${NAMED} it is mistyped, revoked or expired.`,
    ],
    [
      'words without a full stop',
      { error: 'User Access Token "laptop" is expired' },
      `${NAMED} User Access Token "laptop" is expired.`,
    ],
  ])('is told in whole sentences: %s', async (_, body, sentence) => {
    server().script(WHOAMI, { status: 401, body });
    const given = { token: VALID_TOKEN, place: { kind: 'flag' } } as const;
    expect(tokenRefusal(await check(), given)?.message).toBe(sentence);
  });

  test('is not even sent where it can be none', async () => {
    expect(await check({ token: 'gsk_abcdefghijkl' })).toMatchObject({
      kind: 'rejected',
      status: null,
      fault: { kind: 'groq-key' },
    });
    expect(server().requests).toEqual([]);
  });
});

describe('a service that gives no verdict', () => {
  test.each<[string, Answer, string]>([
    ['429', fixtureAnswer('whoami-429.json'), 'rate_limited'],
    ['503', { status: 503 }, 'service_error'],
    ['403', { status: 403, body: 'error code: 1010' }, 'service_error'],
    ['404', { status: 404 }, 'service_error'],
    ['a redirect', { status: 307, headers: { location: 'https://evil.example' } }, 'service_error'],
    ['HTML with 200', { body: '<html>' }, 'service_error'],
    ['null', { body: 'null' }, 'service_error'],
    ['an account without a name', { body: { type: 'user' } }, 'service_error'],
    ['a reset', { reset: true }, 'network'],
    ['silence', { hang: true }, 'timeout'],
  ])('%s', async (_, answer, code) => {
    server().script(WHOAMI, answer);
    const result = await check({ limitMs: 300 });
    expect(result).toMatchObject({ kind: 'unverified', reason: { code } });
    expect(JSON.stringify(result)).not.toContain(VALID_TOKEN);
    expect(server().requests).toHaveLength(1);
  });

  test('is one that must not have the token', async () => {
    expect(await check({ hubUrl: 'http://hub.example' })).toMatchObject({
      kind: 'unverified',
      reason: { message: 'hub.example is not trusted with the token.' },
    });
  });

  test('Ctrl-C is no verdict but an end', async () => {
    server().script(WHOAMI, { hang: true });
    const interrupt = new AbortController();
    setTimeout(() => interrupt.abort('SIGTERM'), 50);
    await expect(check({}, interrupt.signal)).rejects.toMatchObject({ code: 'interrupted', exitCode: 143 });
  });
});
