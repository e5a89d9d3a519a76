import { describe, expect, test } from 'vitest';
import { fixtureAnswer } from '../../scripts/stand-in/answers.js';
import { accountIn } from '../support/account.ts';
import { DEFAULT_CONFIG } from '../support/default-config.ts';
import { useCommands } from '../support/in-process.ts';
import { OTHER_TOKEN, TOKEN, useProgram } from '../support/program.ts';
import { BACK, type Step } from '../support/scripted-prompt.ts';
import { answerFirstRun, startSession } from '../support/session.ts';
import { asks, atSummary, paste, usualModel } from '../support/steps.ts';

const commands = useCommands();
const program = useProgram();
const WHOAMI = '/api/whoami-v2';
const CHAT = '/v1/chat/completions';
const WITH_CHOICE = ['onboard', '--auth-choice', 'huggingface-api-key'];
const before: readonly Step[] = [paste, ...usualModel];
const billing = atSummary('Bill to an organisation');
const choose = (row: string): Step => ({ ...asks.billTo, answers: row });
const OWN = 'None: my own account';
const AT_80 = { env: { COLUMNS: '80' } };

function inOrgs(...orgs: string[]) {
  const ours = commands();
  ours.service.script(WHOAMI, accountIn(orgs));
  return ours;
}

describe('an account in organisations', () => {
  test('has a row for it, whose question names them and comes back; the cost says who pays', async () => {
    const ours = inOrgs('Acme', 'lab');
    const run = await ours.answer([...before, billing, choose('lab'), asks.apply], undefined, AT_80);
    expect(run.code).toBe(0);
    expect(run.asked.at(-3)?.rows?.slice(0, 6)).toEqual([
      'Apply',
      'Add fallback models',
      'Change the alias',
      'Change where the token is kept',
      'Bill to an organisation',
      'Show the diff',
    ]);
    expect(run.asked.at(-2)).toMatchObject({
      rows: [OWN, 'Acme', 'lab'],
      active: OWN,
      details: { [OWN]: 'Requests use your own credits', lab: 'Requests use the credits of lab' },
    });
    expect(run.stderr).toContain('a month\n              billed to the organisation lab\n');
    expect(run.stderr).not.toContain('free credit');
    expect(run.stderr.replaceAll(/ \\\n +/g, ' ')).toContain('--model deepseek-ai/DeepSeek-R1 --bill-to lab\n');
    expect(ours.read('openclaw.json')).toContain('headers: { "X-HF-Bill-To": "lab" },');
  });

  test('is asked for nothing: without an answer the config is the usual one', async () => {
    const ours = inOrgs('acme');
    await ours.answer([...before, billing, { ...asks.billTo, answers: BACK }, asks.apply]);
    expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  });

  test('may change its mind', async () => {
    const ours = inOrgs('acme');
    const run = await ours.answer([...before, billing, choose('acme'), billing, choose(OWN), asks.apply]);
    expect(run.asked.at(-2)?.active).toBe('acme');
    expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
    expect(run.stderr).not.toContain('--bill-to');
  });

  test('sees the current one marked, may change it, and take it away', async () => {
    const ours = inOrgs('acme', 'lab');
    await ours.answer([...before, billing, choose('acme'), asks.apply]);
    const again = [asks.token, ...usualModel, billing];
    const run = await ours.answer([...again, choose('lab'), asks.apply]);
    expect(run.asked.at(-2)).toMatchObject({ rows: [OWN, 'acme (current)', 'lab'], active: 'acme' });
    expect(ours.read('openclaw.json')).toContain('headers: { "X-HF-Bill-To": "lab" },');
    await ours.answer([...again, choose(OWN), asks.apply]);
    expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  });

  test('may leave one that is not among its own, whose name is not shown', async () => {
    const ours = inOrgs('acme');
    ours.write(
      'openclaw.json',
      '{ models: { providers: { huggingface: { headers: { "x-hf-bill-to": "0a1b2c" } } } } }',
    );
    const run = await ours.answer([...before, billing, { asks: asks.billTo.asks }, asks.apply]);
    const keep = 'The one that the config names (current)';
    expect(run.asked.at(-2)).toMatchObject({ rows: [OWN, 'acme', keep], active: 'The one that the config names' });
    expect(run.stderr + JSON.stringify(run.asked)).not.toContain('0a1b2c');
    expect(run.stderr).toContain('billed to the organisation that the config names\n');
    expect(ours.read('openclaw.json')).toContain('headers: { "x-hf-bill-to": "0a1b2c" }');
  });

  test('whose token has no permission for one of them is told at its row, and warned', async () => {
    const ours = commands();
    ours.service.script(WHOAMI, accountIn(['acme', 'lab'], ['lab']));
    const run = await ours.answer([...before, billing, choose('acme'), asks.apply]);
    expect(run.asked.at(-2)?.details).toMatchObject({
      acme: 'The token may not do this yet. Allow it: https://huggingface.co/settings/tokens',
      lab: 'Requests use the credits of lab',
    });
    expect(run.stderr).toContain('! The token may not call Inference Providers on behalf of acme, so requests');
  });

  test('has its test message billed before anything is written', async () => {
    const ours = inOrgs('acme');
    const send = atSummary('Send a test message (a fraction of a cent)');
    await ours.answer([...before, billing, choose('acme'), send, atSummary('Apply')]);
    expect(ours.service.requests.find(({ path }) => path === CHAT)?.headers['x-hf-bill-to']).toBe('acme');
  });

  test('that gives another account’s token bills none of the first one’s', async () => {
    const ours = commands();
    ours.service.script(WHOAMI, accountIn(['acme']), accountIn(['lab']));
    const run = await ours.answer([
      ...before,
      billing,
      choose('acme'),
      atSummary('Back'),
      { ...asks.route, answers: BACK },
      { ...asks.model, answers: BACK },
      { ...asks.token, answers: 'Paste another one' },
      { ...paste, answers: OTHER_TOKEN },
      ...usualModel,
      asks.apply,
    ]);
    expect(run.code).toBe(0);
    expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  });
});

test('an account in none has no such row', async () => {
  const run = await commands().answer([...before, asks.apply]);
  expect(run.asked.at(-1)?.rows).not.toContain('Bill to an organisation');
});

describe('--bill-to', () => {
  const flag = (org: string) => [...WITH_CHOICE, '--bill-to', org];

  test('answers the question', async () => {
    const ours = inOrgs('Acme');
    const run = await ours.answer([...before, asks.apply], flag('acme'));
    expect(run.asked.at(-1)?.rows).not.toContain('Bill to an organisation');
    expect(ours.read('openclaw.json')).toContain('headers: { "X-HF-Bill-To": "Acme" },');
  });

  test('that is not the account’s ends the run before anything else is asked', async () => {
    const ours = inOrgs('acme');
    const run = await ours.answer([paste], flag('other'));
    expect([run.code, ours.read('openclaw.json')]).toEqual([2, undefined]);
    expect(run.stderr).toContain('x The account example-user is not in an organisation "other". Nothing was changed.');
  });
});

describe('a token that works only for an organisation', () => {
  const only = fixtureAnswer('whoami-finegrained-org-permission-only.json');

  test('is offered exactly that, in place of a warning', async () => {
    const ours = commands();
    ours.service.script(WHOAMI, only);
    const run = await ours.answer([...before, billing, { asks: asks.billTo.asks }, asks.apply]);
    expect(run.asked.at(-2)?.active).toBe('example-org');
    expect(run.stderr).toContain('billed to the organisation example-org (the token needs one)\n');
    expect(run.stderr).not.toContain('!');
    expect(ours.read('openclaw.json')).toContain('headers: { "X-HF-Bill-To": "example-org" },');
  });

  test('is warned of where the account itself is to pay', async () => {
    const ours = commands();
    ours.service.script(WHOAMI, only);
    const run = await ours.answer([...before, billing, choose(OWN), asks.apply]);
    expect(run.stderr).toContain('! The token may call Inference Providers only when example-org is billed: openclaw');
    expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  });

  test('in a terminal of 80x24: the summary says who pays, and Apply writes it', async () => {
    const ours = program();
    ours.service.script(WHOAMI, only);
    const session = startSession(ours);
    await answerFirstRun(session);
    await session.shows('enter choose');
    expect(session.text()).toContain('              billed to the organisation example-org (the token needs one)\n');
    await session.choose('Apply these changes?');
    expect(await session.ends()).toBe(0);
    expect(ours.read('openclaw.json')).toContain('headers: { "X-HF-Bill-To": "example-org" },');
    expect(ours.read('.env')).toContain(TOKEN);
  });
});
