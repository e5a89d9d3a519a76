import { describe, expect, test } from 'vitest';
import { fixtureAnswer } from '../../../scripts/stand-in/answers.js';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, MASKED, WITH_TOKEN } from '../../support/program.ts';

const program = useCommands();
const WHOAMI = '/api/whoami-v2';

describe('a token that is accepted', () => {
  test.each([
    ['whoami-classic-read.json', 'read', []],
    [
      'whoami-classic-write.json',
      'write',
      ['The token may write to repositories; a fine-grained token for Inference Providers alone is safer.'],
    ],
    ['whoami-finegrained-global-permission.json', 'fineGrained', []],
    [
      'whoami-finegrained-org-permission-only.json',
      'fineGrained',
      [expect.stringMatching(/only when example-org is billed: openclaw onboard --bill-to example-org$/)],
    ],
    ['whoami-oauth-no-accesstoken.json', null, []],
  ])('%s', async (fixture, role, warnings) => {
    const { onboard, service } = program();
    service.script(WHOAMI, fixtureAnswer(fixture));
    const document = documentOf(await onboard([...WITH_TOKEN, '--verify', 'required', '--json']));
    expect(document).toMatchObject({ token: { verified: true, role }, warnings });
  });
});

describe('no check', () => {
  test.each([
    ['--verify off', ['--verify', 'off'], ['GET /v1/models']],
    ['--offline', ['--offline'], []],
  ])('%s', async (_, flags, requests) => {
    const { onboard, asked, read } = program();
    const run = await onboard([...WITH_TOKEN, ...flags, '--json']);
    expect(documentOf(run)).toMatchObject({ ok: true, token: { verified: null, account: null, role: null } });
    expect(asked()).toEqual(requests);
    expect(read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${WITH_TOKEN[1]}\n`);
  });

  test('--offline says so', async () => {
    const { onboard, stateDir } = program();
    const { stdout } = await onboard([...WITH_TOKEN, '--offline']);
    expect(stdout.split('\n')[0]).toBe(
      `Token: ${MASKED}, unchecked, from --huggingface-api-key, stored in ${stateDir}/.env`,
    );
  });
});
