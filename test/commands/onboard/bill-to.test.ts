import { describe, expect, test } from 'vitest';
import { fixtureAnswer } from '../../../scripts/stand-in/answers.js';
import { accountIn } from '../../support/account.ts';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, WITH_TOKEN, warningsOf } from '../../support/program.ts';

const commands = useCommands();
const WHOAMI = '/api/whoami-v2';
const CHAT = '/v1/chat/completions';
const billed = (text: string | undefined) => /headers: \{.*\}(?=,\n)/.exec(text ?? '')?.[0];
const CONFIG = `{
  // ours
  models: {
    providers: {
      huggingface: {
        baseUrl: 'https://router.huggingface.co/v1', api: 'openai-completions',
        headers: { 'X-Team': "\${TEAM}", /* pays */ 'x-hf-bill-to': 'acme' },
        models: [],
      },
    },
  },
  agents: { defaults: { model: 'x/y' } },
  gateway: { mode: 'local' },
}
`;

/** A program whose token belongs to an account in these organisations. */
function inOrgs(...orgs: string[]) {
  const ours = commands();
  ours.service.script(WHOAMI, accountIn(orgs));
  return ours;
}

describe('--bill-to <org>', () => {
  test('is written as a header of the provider, spelled as the account spells it', async () => {
    const ours = inOrgs('Acme', 'lab');
    const { code, stdout, stderr } = await ours.onboard([...WITH_TOKEN, '--bill-to', 'aCME']);
    expect({ code, warnings: warningsOf(stderr) }).toMatchObject({ code: 0 });
    expect(stdout).toContain('\nBilled to: Acme\n');
    expect(billed(ours.read('openclaw.json'))).toBe('headers: { "X-HF-Bill-To": "Acme" }');
  });

  test('a second run changes no byte', async () => {
    const ours = inOrgs('acme');
    await ours.onboard([...WITH_TOKEN, '--bill-to', 'acme']);
    const before = ours.read('openclaw.json');
    expect(documentOf(await ours.onboard([...WITH_TOKEN, '--bill-to', 'ACME', '--json']))).toMatchObject({
      changed: false,
      edits: [],
    });
    expect(ours.read('openclaw.json')).toBe(before);
  });

  test.each<[name: string, orgs: string[], hint: string]>([
    ['names those that are', ['acme', 'Lab'], 'It is in acme, Lab: --bill-to acme'],
    ['says that there are none', [], 'It is in none: leave --bill-to out.'],
    ['names the first of many', ['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'It is in a, b, c, d, e and 2 more: --bill-to a'],
  ])('one that is not the account’s is exit 2: %s', async (_, orgs, hint) => {
    const ours = inOrgs(...orgs);
    expect(failureOf(await ours.onboard([...WITH_TOKEN, '--bill-to', 'other']))).toEqual({
      code: 2,
      says: ['The account example-user is not in an organisation "other". Nothing was changed.', hint],
    });
    expect([ours.read('openclaw.json'), ours.read('.env')]).toEqual([undefined, undefined]);
    const document = documentOf(await ours.onboard([...WITH_TOKEN, '--bill-to', 'other', '--json']));
    expect(document).toMatchObject({ ok: false, error: { code: 'usage', exitCode: 2 } });
  });

  test('a name that no header could hold is none of an organisation', async () => {
    const ours = inOrgs('ac me', 'lab\u001b[31m', 'näme', 'fine.org_1');
    const { says } = failureOf(await ours.onboard([...WITH_TOKEN, '--bill-to', 'other']));
    expect(says[1]).toBe('It is in lab, fine.org_1: --bill-to lab');
  });

  test.each<[name: string, flags: string[]]>([
    ['--offline', ['--offline']],
    ['--verify off', ['--verify', 'off']],
    ['no answer', []],
  ])('is taken as it is where whoami is not asked, and that is said: %s', async (_, flags) => {
    const ours = commands();
    ours.service.script(WHOAMI, fixtureAnswer('whoami-429.json'));
    const document = documentOf(await ours.onboard([...WITH_TOKEN, '--bill-to', 'other', '--json', ...flags]));
    expect(document).toMatchObject({ ok: true, changed: true });
    expect(document.warnings).toContain('Whether other is an organisation of the account was not checked.');
    expect(billed(ours.read('openclaw.json'))).toBe('headers: { "X-HF-Bill-To": "other" }');
  });

  test.each([
    [
      'acme\nX-Other: 1',
      '--bill-to can\'t be "acme X-Other: 1": it must be the name of an organisation (letters, digits, ".", "_" and "-").',
    ],
    [
      'ac me',
      '--bill-to can\'t be "ac me": it must be the name of an organisation (letters, digits, ".", "_" and "-").',
    ],
    [
      '${ORG}',
      '--bill-to can\'t be "${ORG}": it must be the name of an organisation (letters, digits, ".", "_" and "-").',
    ],
    ['', '--bill-to is empty. Is the variable set?'],
    ['--probe', '--bill-to can\'t be "--probe": it looks like a flag. Is the value missing?'],
  ])('%j is a usage error', async (value, message) => {
    const ours = commands();
    const { code, says } = failureOf(await ours.onboard([...WITH_TOKEN, '--bill-to', value]));
    expect([code, says[0]]).toEqual([2, message]);
    expect(ours.asked()).toEqual([]);
  });

  test('another one that is there is kept, and the way to change it is said and works', async () => {
    const ours = inOrgs('acme', 'lab');
    ours.write('openclaw.json', CONFIG);
    const run = await ours.onboard([...WITH_TOKEN, '--bill-to', 'lab', '--json']);
    expect(documentOf(run)).toMatchObject({ ok: true, edits: [] });
    expect(documentOf(run).warnings).toContain(
      'The config bills another organisation (X-HF-Bill-To), which was kept. To bill lab: openclaw onboard --bill-to none, then again with --bill-to lab',
    );
    expect(ours.read('openclaw.json')).toBe(CONFIG);
    await ours.onboard(['--bill-to', 'none']);
    await ours.onboard(['--bill-to', 'lab']);
    expect(billed(ours.read('openclaw.json'))).toBe(`headers: { 'X-Team': "\${TEAM}", 'X-HF-Bill-To': "lab" }`);
  });

  test('the diff shows where, and no value; the edits show the path', async () => {
    const ours = inOrgs('acme');
    const preview = await ours.onboard([...WITH_TOKEN, '--bill-to', 'acme', '--dry-run']);
    expect(preview.stdout).toContain('headers: { "X-HF-Bill-To": "***" }');
    expect(preview.stdout).not.toContain('acme');
    expect(preview.stderr).toContain('\nBilled to: acme\n');
    const { edits } = documentOf(await ours.onboard([...WITH_TOKEN, '--bill-to', 'acme', '--dry-run', '--json']));
    expect(edits).toContainEqual({ path: 'models.providers.huggingface.headers.X-HF-Bill-To', op: 'set' });
    expect((await ours.run(['config', 'get', 'models.providers.huggingface.headers'])).stdout).not.toContain('acme');
  });

  test('--probe sends it before it is written', async () => {
    const ours = inOrgs('acme');
    await ours.onboard([...WITH_TOKEN, '--bill-to', 'acme', '--probe', '--dry-run']);
    expect(ours.service.requests.find(({ path }) => path === CHAT)?.headers['x-hf-bill-to']).toBe('acme');
    expect(ours.files()).toEqual({});
  });
});

describe('--bill-to none', () => {
  test('takes our header away and nothing else', async () => {
    const ours = commands();
    ours.write('openclaw.json', CONFIG);
    await ours.onboard([...WITH_TOKEN, '--bill-to', 'none']);
    expect(ours.read('openclaw.json')).toBe(CONFIG.replace(`, /* pays */ 'x-hf-bill-to': 'acme'`, ''));
  });

  test('takes the headers away that it would leave empty: the config is what it was before', async () => {
    const ours = inOrgs('acme');
    await ours.onboard(WITH_TOKEN);
    const before = ours.read('openclaw.json');
    await ours.onboard(['--bill-to', 'acme']);
    expect(ours.read('openclaw.json')).not.toBe(before);
    await ours.onboard(['--bill-to', 'none']);
    expect(ours.read('openclaw.json')).toBe(before);
  });

  test('where none is billed: nothing to change, and a note', async () => {
    const ours = commands();
    await ours.onboard(WITH_TOKEN);
    expect(documentOf(await ours.onboard(['--bill-to', 'none', '--json']))).toMatchObject({
      changed: false,
      notes: ['The config bills no organisation'],
    });
  });

  test('what only an included file says can’t be taken away here: exit 3 naming the file', async () => {
    const ours = commands();
    ours.write('billing.json5', '{ models: { providers: { huggingface: { headers: { "X-HF-Bill-To": "acme" } } } } }');
    ours.write('openclaw.json', '{ $include: "./billing.json5", gateway: { mode: "local" } }\n');
    const { code, says } = failureOf(await ours.onboard([...WITH_TOKEN, '--bill-to', 'none']));
    expect([code, says[0]]).toEqual([3, expect.stringContaining('billing.json5')]);
  });
});

describe('a fine-grained token and who is billed', () => {
  const ONLY_ORG = 'whoami-finegrained-org-permission-only.json';
  const warningsWith = async (flags: string[], config?: string) => {
    const ours = commands();
    ours.service.script(WHOAMI, fixtureAnswer(ONLY_ORG));
    if (config !== undefined) ours.write('openclaw.json', config);
    return documentOf(await ours.onboard([...WITH_TOKEN, '--json', ...flags])).warnings;
  };
  const NEEDED =
    'The token may call Inference Providers only when example-org is billed: openclaw onboard --bill-to example-org';
  const billing = (org: string) =>
    `{ models: { providers: { huggingface: { headers: { "X-HF-Bill-To": "${org}" } } } } }`;

  test.each<[name: string, flags: string[], config: string | undefined, warnings: string[]]>([
    ['only for an organisation: the flag is named', [], undefined, [NEEDED]],
    ['only for an organisation, and that is billed', ['--bill-to', 'example-org'], undefined, []],
    ['only for an organisation, and the config bills it', [], billing('Example-Org'), []],
    ['only for an organisation, and the config bills another', [], billing('other'), [NEEDED]],
  ])('%s', async (_, flags, config, warnings) => {
    expect(await warningsWith(flags, config)).toEqual(warnings);
  });

  test('not for the organisation that is billed', async () => {
    const ours = commands();
    ours.service.script(WHOAMI, accountIn(['acme', 'lab'], ['lab']));
    const { warnings } = documentOf(await ours.onboard([...WITH_TOKEN, '--json', '--bill-to', 'acme']));
    expect(warnings).toEqual([
      'The token may not call Inference Providers on behalf of acme, so requests will be refused (403). Allow it: https://huggingface.co/settings/tokens',
    ]);
  });

  test('models status --verify knows it too', async () => {
    const ours = commands();
    ours.service.script(WHOAMI, fixtureAnswer(ONLY_ORG));
    await ours.onboard(WITH_TOKEN);
    expect(warningsOf((await ours.run(['models', 'status', '--verify'])).stderr)).toEqual([NEEDED]);
    await ours.onboard(['--bill-to', 'example-org']);
    expect(warningsOf((await ours.run(['models', 'status', '--verify'])).stderr)).toEqual([]);
  });
});
