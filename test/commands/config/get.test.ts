import { expect, test } from 'vitest';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, TOKEN } from '../../support/program.ts';

const commands = useCommands();
const TEMPERATURE = 'agents.defaults.models["huggingface/Qwen/Qwen3-8B"].params.temperature';

const CONFIG = `{
  $include: './base.json5', // the team's
  agents: { defaults: { model: { primary: "\${WHICH}" },
    models: { 'huggingface/Qwen/Qwen3-8B': { alias: 'quick', params: { temperature: 0.2 } } } },
    list: [{ id: 'main' }, { id: 'mail' }] },
  models: { providers: { huggingface: { apiKey: 'plain words', headers: { note: '\${HF_TOKEN}', n: 5 } } } },
  gateway: { auth: { token: 'abc' }, port: 0x10, lines: 'one\\ntwo', note: 'with \${HF_TOKEN}' },
  tools: { cookie: 'abc', passphrase: 'abc', proxy: 'https://ada:s3cret@proxy.test:8080/x', maxTokens: 8192,
    note: 'https://user.test:8080/a@b', odd: 'https://ada:p/w@proxy.test' },
  env: { PLAIN: 'abc', PIN: 1234, vars: { OTHER: 'abc' }, shellEnv: { enabled: true, timeoutMs: 500 } },
  auths: ['hf_oauth_eyJhbGciOi.eyJzdWIi.c2ln-9fQ2', 'hf_jwt_eyJhbGciOi.eyJzdWIi.c2ln-9fQ2', 'eyJhbGciOi.eyJzdWIi.c2ln-9fQ2'],
}
`;
const BASE = `{ gateway: { bind: 'lan' } }`;

const rows: [path: string, plain: string, json: string][] = [
  ['agents.defaults.model.primary', 'a/b', '"a/b"'],
  [TEMPERATURE, '0.2', '0.2'],
  [TEMPERATURE.replaceAll('"', "'"), '0.2', '0.2'],
  ['agents.list[1].id', 'mail', '"mail"'],
  ['gateway.bind', 'lan', '"lan"'],
  ['gateway.port', '16', '16'],
  ['gateway.lines', 'one\ntwo', '"one\\ntwo"'],
  ['gateway.auth', '{\n  "token": "***"\n}', '{"token":"***"}'],
  ['gateway.auth.token', '***', '"***"'],
  ['models.providers.huggingface.apiKey', '***', '"***"'],
  ['models.providers.huggingface.headers', '{\n  "note": "***",\n  "n": "***"\n}', '{"note":"***","n":"***"}'],
  ['models.providers.huggingface.headers.note', '***', '"***"'],
  ['gateway.note', 'with hf_…9fQ2', '"with hf_…9fQ2"'],
  ['tools.cookie', '***', '"***"'],
  ['tools.passphrase', '***', '"***"'],
  ['tools.proxy', 'https://***@proxy.test:8080/x', '"https://***@proxy.test:8080/x"'],
  ['tools.odd', 'https://***@proxy.test', '"https://***@proxy.test"'],
  ['tools.note', 'https://user.test:8080/a@b', '"https://user.test:8080/a@b"'],
  ['tools.maxTokens', '8192', '8192'],
  ['env.PLAIN', '***', '"***"'],
  ['env.vars', '{\n  "OTHER": "***"\n}', '{"OTHER":"***"}'],
  ['env.PIN', '***', '"***"'],
  ['env.shellEnv', '{\n  "enabled": true,\n  "timeoutMs": 500\n}', '{"enabled":true,"timeoutMs":500}'],
  ['auths', '[\n  "hf_…9fQ2",\n  "hf_…9fQ2",\n  "…9fQ2"\n]', '["hf_…9fQ2","hf_…9fQ2","…9fQ2"]'],
  ['agents.list', '[\n  {\n    "id": "main"\n  },\n  {\n    "id": "mail"\n  }\n]', '[{"id":"main"},{"id":"mail"}]'],
];

test.each(rows)('%s: the effective value, secrets masked', async (path, plain, json) => {
  const { run, write } = commands();
  write('openclaw.json', CONFIG);
  write('base.json5', BASE);
  const env = { WHICH: 'a/b', HF_TOKEN: TOKEN };
  expect(await run(['config', 'get', path], { env })).toEqual({ code: 0, stdout: `${plain}\n`, stderr: '' });
  expect((await run(['config', 'get', path, '--json'], { env })).stdout).toBe(`${json}\n`);
});

test('a token of no known shape is masked wherever a variable brings it', async () => {
  const { run, write } = commands();
  write('openclaw.json', `{ gateway: { note: '\${HF_TOKEN}' } }`);
  const env = { HF_TOKEN: 'an-odd-token-of-mine-1234' };
  expect((await run(['config', 'get', 'gateway'], { env })).stdout).toBe('{\n  "note": "an-…1234"\n}\n');
});

test.each([
  ['agents.defalts', 'agents.defalts', 'Did you mean agents.defaults?'],
  ['nothing.at.all', 'nothing.at.all', 'The config has: agents'],
  ['agents.__proto__', 'agents.__proto__', 'agents has: defaults'],
])('%s is absent: exit 1, and what is there', async (path, shown, hint) => {
  const { run, write, config } = commands();
  write('openclaw.json', '{ agents: { defaults: { model: "a/b" } } }');
  const run1 = await run(['config', 'get', path]);
  expect(failureOf(run1)).toEqual({ code: 1, says: [`${shown} is not in ${config}.`, hint] });
  const { stdout } = await run(['config', 'get', path, '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'not_found', exitCode: 1 } });
});

test('what is no path is a usage error', async () => {
  expect(failureOf(await commands().run(['config', 'get', 'a["b']))).toMatchObject({ code: 2 });
});

test('path prints where the config is, whether it exists or not', async () => {
  const { run, home, config } = commands();
  expect(await run(['config', 'path'])).toEqual({ code: 0, stdout: `${config}\n`, stderr: '' });
  expect((await run(['config', 'path', '--profile', 'work'])).stdout).toBe(`${home}/.openclaw-work/openclaw.json\n`);
  expect(documentOf(await run(['config', 'path', '--json']))).toEqual({ path: config, exists: false });
});

test('a broken config is exit 3: the place, its line, that nothing was changed, and what to do', async () => {
  const { run, write, config } = commands();
  write('openclaw.json', '{\n  a: 1\n  b: 2\n}');
  const lines = [
    `x ${config}:3:3: unexpected character`,
    '  b: 2',
    '  ^',
    '  Nothing was changed.',
    '  Fix that place, then run the same command again.',
  ];
  expect(await run(['config', 'get', 'a'])).toEqual({ code: 3, stdout: '', stderr: `${lines.join('\n')}\n` });
  const { stdout } = await run(['config', 'get', 'a', '--json']);
  expect(JSON.parse(stdout).error.message).toBe(
    `${config}:3:3: unexpected character\n  b: 2\n  ^\nNothing was changed.`,
  );
});

test('of a config that is not there yet nothing is to be got: how to set it up', async () => {
  const { run, config } = commands();
  const hint = 'Set up: openclaw onboard --auth-choice huggingface-api-key';
  expect(failureOf(await run(['config', 'get', 'agents']))).toEqual({
    code: 1,
    says: [`agents is not in ${config}.`, hint],
  });
});
