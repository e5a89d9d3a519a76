import { expect, test } from 'vitest';
import { fixtureAnswer } from '../../../scripts/stand-in/answers.js';
import type { Answer } from '../../../scripts/stand-in/server.js';
import { accountIn } from '../../support/account.ts';
import { useCommands } from '../../support/in-process.ts';
import { TOKEN } from '../../support/program.ts';

const commands = useCommands();
const R1 = 'huggingface/deepseek-ai/DeepSeek-R1';
const env = { HF_TOKEN: TOKEN };

/** The lines of the cost, without what stands before them. */
function costIn(stdout: string): string[] {
  const [, lines = ''] = /^Cost +: (.*?)\n(?! {2})/ms.exec(stdout) ?? [];
  return lines.split('\n').map((line) => line.trim());
}

/** A config with this default model, this heartbeat and these headers. */
function configWith({ model = R1, every = '', headers = '' }): string {
  const heartbeat = every === '' ? '' : `, heartbeat: { every: "${every}" }`;
  const provider = headers === '' ? '' : `, models: { providers: { huggingface: { headers: ${headers} } } }`;
  return `{ agents: { defaults: { model: "${model}"${heartbeat} } }${provider} }`;
}

const TURN = 'about $0.02 a turn of 30,000 tokens in, 500 out';
const EITHER = "the account's free credit is $0.10 a month, $2.00 with PRO";
const BILLED = 'billed to the organisation that the config names';

test.each<[name: string, config: string, lines: string[]]>([
  ['as usual', configWith({}), [TURN, "OpenClaw's own wake-ups (every 30 min) about $32 a month", EITHER]],
  ['every hour', configWith({ every: '1h' }), [TURN, "OpenClaw's own wake-ups (every 1h) about $16 a month", EITHER]],
  ['without wake-ups', configWith({ every: '0m' }), [TURN, EITHER]],
  [
    'billed to an organisation, whose name stays in the headers',
    configWith({ every: '0m', headers: '{ "x-hf-bill-to": "acme" }' }),
    [TURN, BILLED],
  ],
  [
    'of a price that nobody states',
    configWith({ model: 'huggingface/acme/Thing' }),
    ['unknown: no price is listed for it'],
  ],
  [
    'of a price that nobody states, billed',
    configWith({ model: 'huggingface/acme/Thing', headers: '{ "X-HF-Bill-To": "acme" }' }),
    ['unknown: no price is listed for it', BILLED],
  ],
  ['of another provider: not said', configWith({ model: 'x/y' }), ['']],
])('what it costs, asking nothing of anybody: %s', async (_, config, lines) => {
  const { run, write, asked } = commands();
  write('openclaw.json', config);
  const { stdout } = await run(['models', 'status'], { env });
  expect(costIn(stdout)).toEqual(lines);
  expect(asked()).toEqual([]);
});

test.each<[name: string, account: Answer, headers: string, last: string]>([
  ['a free account', fixtureAnswer('whoami-classic-read.json'), '', "the account's free credit is $0.10 a month"],
  ['an account with PRO', { body: { name: 'ada', isPro: true } }, '', "the account's free credit is $2.00 a month"],
  [
    'an organisation of the account',
    accountIn(['Acme']),
    '{ "X-HF-Bill-To": "acme" }',
    'billed to the organisation Acme',
  ],
  [
    'the only organisation that the token works for',
    fixtureAnswer('whoami-finegrained-org-permission-only.json'),
    '{ "X-HF-Bill-To": "example-org" }',
    'billed to the organisation example-org (the token needs one)',
  ],
  ['an organisation of others', accountIn(['Acme']), '{ "X-HF-Bill-To": "lab" }', BILLED],
])('--verify knows who pays: %s', async (_, account, headers, last) => {
  const { run, write, service } = commands();
  service.script('/api/whoami-v2', account);
  write('openclaw.json', configWith({ headers }));
  const { stdout } = await run(['models', 'status', '--verify'], { env });
  expect(costIn(stdout).at(-1)).toBe(last);
});

test.each<[name: string, config: string, estimate: unknown]>([
  [
    'as usual',
    configWith({}),
    { perTurn: 0.02225, perMonthIdle: 32.04, assumes: { input: 30_000, output: 500, every: '30m' } },
  ],
  [
    'without wake-ups',
    configWith({ every: '0m' }),
    { perTurn: 0.02225, perMonthIdle: 0, assumes: { input: 30_000, output: 500, every: '0m' } },
  ],
  ['of a price that nobody states', configWith({ model: 'huggingface/acme/Thing' }), null],
  ['of another provider', configWith({ model: 'x/y' }), null],
  ['of nothing', '{}', null],
])('the estimate in JSON: %s', async (_, config, estimate) => {
  const { run, write } = commands();
  write('openclaw.json', config);
  expect(JSON.parse((await run(['models', 'status', '--json'], { env })).stdout).estimate).toEqual(estimate);
});
