import { describe, expect, test } from 'vitest';
import { fixtureAnswer } from '../../../scripts/stand-in/answers.js';
import type { Answer } from '../../../scripts/stand-in/server.js';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, linesOf, MASKED, OTHER_TOKEN, WITH_TOKEN } from '../../support/program.ts';

const program = useCommands();
const WHOAMI = '/api/whoami-v2';
const NAMED = `The token from --huggingface-api-key (${MASKED})`;
const NEW_TOKEN =
  'https://huggingface.co/settings/tokens/new?ownUserPermissions=inference.serverless.write&tokenType=fineGrained';
const CHECK_NETWORK = 'Check the network, or set HTTPS_PROXY behind a proxy. To go without: --offline';
/** The list is not asked for, so that the check is all there is to the run. */
const SET_UP = '{agents:{defaults:{model:"x/y"}},gateway:{mode:"local"}}';

describe('a token that is refused stops the run, whether required or only tried: exit 4', () => {
  type Row = [name: string, answer: Answer, code: string, message: string, hint: string];
  const rows: Row[] = [
    [
      'rejected',
      fixtureAnswer('whoami-401.json'),
      'token_rejected',
      `Hugging Face does not accept the token from --huggingface-api-key (${MASKED}): it is mistyped, revoked or expired. Nothing was changed.`,
      `Create a new one: ${NEW_TOKEN}`,
    ],
    [
      'without the permission',
      fixtureAnswer('whoami-finegrained-without-permission.json'),
      'token_permission',
      `${NAMED} belongs to example-user, but may not call Inference Providers. Nothing was changed.`,
      `Tick "Make calls to Inference Providers" for it at https://huggingface.co/settings/tokens\nor create a new one: ${NEW_TOKEN}`,
    ],
  ];
  test.each(rows)('%s', async (_, answer, code, message, hint) => {
    const { onboard, service, files, write } = program();
    write('openclaw.json', SET_UP);
    service.script(WHOAMI, answer);
    const before = files();
    expect(failureOf(await onboard(WITH_TOKEN))).toEqual({ code: 4, says: [message, ...hint.split('\n')] });
    const run = await onboard([...WITH_TOKEN, '--verify', 'required', '--json']);
    expect(run.code).toBe(4);
    const status = answer.status === 200 ? null : answer.status;
    expect(documentOf(run)).toEqual({
      ok: false,
      changed: false,
      error: { code, exitCode: 4, message, hint, status, retryable: false },
    });
    expect(files()).toEqual(before);
  });

  test('the error names the source of a token that was found', async () => {
    const { onboard, write, stateDir } = program();
    write('.env', `HF_TOKEN=${OTHER_TOKEN}\n`);
    expect(failureOf(await onboard()).says[0]).toBe(
      `Hugging Face does not accept the token from HF_TOKEN in ${stateDir}/.env (hf_…7Kx2): it is mistyped, revoked or expired. Nothing was changed.`,
    );
  });
});

describe('a token that could not be checked warns and goes on; where required it is exit 5', () => {
  type Row = [
    name: string,
    answer: Answer,
    says: string,
    hint: string | null,
    status: number | null,
    retryable: boolean,
    retryAfterSeconds?: number,
  ];
  const rows: Row[] = [
    [
      'reset',
      { reset: true },
      'HOST could not be reached: the connection was reset (ECONNRESET).',
      CHECK_NETWORK,
      null,
      true,
    ],
    ['429 without retry-after', { status: 429 }, 'Too many requests (429).', 'Try again in a minute.', 429, true],
    [
      '429 with retry-after',
      { status: 429, headers: { 'retry-after': '30' }, body: { error: 'slow down' } },
      'Too many requests (429): slow down.',
      'Try again in 30 s.',
      429,
      true,
      30,
    ],
    [
      '500',
      { status: 500, body: '<html>oops</html>' },
      'The service failed (500).',
      'Try again in a minute; https://status.huggingface.co shows known trouble.',
      500,
      true,
    ],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://login.example/x?token=1' } },
      'The service sent a redirect to login.example, which is never followed (302).',
      'Check OPENCLAW_HUGGINGFACE_BASE_URL, HF_ENDPOINT and models.providers.huggingface.baseUrl; a login page of the network does this too.',
      302,
      false,
    ],
    [
      '403',
      { status: 403 },
      'The request was refused (403).',
      'The token is fine; another inference provider or network may work.',
      403,
      false,
    ],
    [
      'HTML with 200',
      { body: '<!doctype html>' },
      "HOST gave an answer about the token that can't be read.",
      null,
      200,
      false,
    ],
    ['bad JSON', { body: '{"name":' }, "HOST gave an answer about the token that can't be read.", null, 200, false],
    ['null', { body: 'null' }, "HOST gave an answer about the token that can't be read.", null, 200, false],
  ];
  test.each(rows)('%s', async (_, answer, says, hint, status, retryable, retryAfterSeconds) => {
    const { onboard, service, files, write } = program();
    write('openclaw.json', SET_UP);
    service.script(WHOAMI, answer);
    const before = files();
    const message = `${NAMED} could not be checked: ${says.replace('HOST', new URL(service.url).host)}`;
    const required = await onboard([...WITH_TOKEN, '--verify', 'required', '--json']);
    expect(required.code).toBe(5);
    expect(documentOf(required)).toEqual({
      ok: false,
      changed: false,
      error: {
        code: 'token_unverified',
        exitCode: 5,
        message: `${message} Nothing was changed.`,
        hint: hint ?? 'Try again later, or go on without the check: --verify try',
        status,
        retryable,
        ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
      },
    });
    expect(files()).toEqual(before);
    const tried = documentOf(await onboard([...WITH_TOKEN, '--json']));
    expect(tried).toMatchObject({ ok: true, changed: true, token: { verified: false, account: null, role: null } });
    expect(tried.warnings).toContain(message);
  });

  test('a connection that is refused', async () => {
    const { onboard, files } = program();
    const before = files();
    const env = { HF_ENDPOINT: 'http://127.0.0.1:4', OPENCLAW_HUGGINGFACE_BASE_URL: 'http://127.0.0.1:4/v1' };
    const says = '127.0.0.1:4 could not be reached: the connection was refused (ECONNREFUSED).';
    expect(failureOf(await onboard([...WITH_TOKEN, '--verify', 'required'], { env }))).toEqual({
      code: 5,
      says: [`${NAMED} could not be checked: ${says} Nothing was changed.`, CHECK_NETWORK],
    });
    expect(files()).toEqual(before);
    const { code, stdout, stderr } = await onboard(WITH_TOKEN, { env });
    expect(code).toBe(0);
    expect(linesOf(stderr)).toContain(`${NAMED} could not be checked: ${says}`);
    expect(stdout).toContain(`Token: ${MASKED}, unchecked, from --huggingface-api-key`);
  });
});
