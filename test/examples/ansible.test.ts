import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { OTHER_TOKEN, type Program, TOKEN, useProgram, WITH_TOKEN } from '../support/program.ts';
import { hasTool, install, installProgram, recipe, runRecipe, tokensIn } from './recipe.ts';

const program = useProgram();
const ANSIBLE = { ANSIBLE_NOCOLOR: '1', LC_ALL: 'C.UTF-8', PYTHONDONTWRITEBYTECODE: '1', HF_TOKEN: TOKEN };
/** Fewer processes for each host: this machine's Python is not looked for, and gets a module's text directly. */
const LOCAL_HOSTS = {
  ansible_python_interpreter: '{{ ansible_playbook_python }}',
  ansible_pipelining: "{{ ansible_connection == 'local' }}",
};

type Host = Record<string, unknown>;
type Options = { hosts?: Record<string, Host>; path?: string[] };

/** Hosts that are homes of this machine: `<home>/<name>`. */
function inventoryOf(at: Program, hosts: Record<string, Host>): string {
  const file = join(at.home, 'hosts.yml');
  const vars = {
    ansible_connection: 'local',
    openclaw_huggingface_delay: 0,
    openclaw_huggingface_token: TOKEN,
    openclaw_huggingface_environment: { OPENCLAW_HOME: `${at.home}/{{ inventory_hostname }}` },
  };
  writeFileSync(file, stringify({ openclaw: { hosts, vars } }));
  return file;
}

/** What a playbook said, how it ended, and its table, a row for each host. */
async function play(at: Program, playbook: string, flags: string[] = [], { hosts, path = [] }: Options = {}) {
  const inventory = hosts === undefined ? recipe('ansible/hosts.yml') : inventoryOf(at, hosts);
  const vars = ['--extra-vars', JSON.stringify(LOCAL_HOSTS)];
  const command = ['ansible-playbook', '--inventory', inventory, ...vars, ...flags, recipe(`ansible/${playbook}`)];
  const run = await runRecipe(at, command, { path: [...path, installProgram()], env: ANSIBLE });
  const [, table = ''] = /^OPENCLAW \*+\n(.*)\n$/ms.exec(run.stdout) ?? [];
  return { ...run, table: table.split('\n') };
}

test('no file of it holds a token', () => {
  const files = readdirSync(recipe('ansible'), { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  );
  expect(files.length).toBeGreaterThan(6);
  for (const { parentPath, name } of files) expect(tokensIn(readFileSync(join(parentPath, name), 'utf8'))).toEqual([]);
});

describe.skipIf(!hasTool('ansible-playbook'))('run by Ansible (skipped without it)', { timeout: 120_000 }, () => {
  test('--check --diff shows what would change and writes nothing; then changed, then unchanged', async () => {
    const at = program();
    const config = (host: string) => at.files()[`openclaw-homes/${host}/.openclaw/openclaw.json`];
    const dry = await play(at, 'playbook.yml', ['--check', '--diff']);
    const header = (what: string) => [
      `HOST   RESULT${' '.repeat(what.length - 4)}CODE  WHY`,
      `ada    ${what}`,
      `grace  ${what}`,
      `linus  ${what}`,
      `3 ${what}`,
    ];
    expect(dry).toMatchObject({ code: 0, table: header('would change') });
    expect(dry.stdout).toContain('+        fallbacks: ["huggingface/openai/gpt-oss-120b"],\n');
    expect(config('ada')).toBeUndefined();
    expect(await play(at, 'rollout.yml')).toMatchObject({ code: 0, table: header('changed') });
    const written = config('grace');
    expect(written).toContain('primary: "huggingface/Qwen/Qwen3-8B:cheapest"');
    expect(await play(at, 'playbook.yml', ['--check'])).toMatchObject({ code: 0, table: header('unchanged') });
    expect(config('grace')).toBe(written);
  });

  test('a host that fails says why, with the code of the program; the others are set up', async () => {
    const at = program();
    const broken = install(join(at.home, 'bin'), 'broken', '#!/bin/sh\necho "env: node: No such file" >&2; exit 127\n');
    writeFileSync(join(at.home, 'hf_token'), TOKEN);
    const hosts = {
      away: { ansible_connection: 'ssh', ansible_host: '127.0.0.1', ansible_port: 1 },
      fine: {
        openclaw_huggingface_token: '{{ omit }}',
        openclaw_huggingface_token_file: join(at.home, 'hf_token'),
        openclaw_huggingface_aliases: { 'openai/gpt-oss-120b': 'oss' },
        // As YAML reads `off`.
        openclaw_huggingface_verify: false,
        openclaw_huggingface_arguments: ['--secret-input-mode=plaintext'],
      },
      missing: { openclaw_huggingface_program: 'openclaw-nowhere' },
      model: { openclaw_huggingface_model: 'nobody/nothing' },
      node: { openclaw_huggingface_program: broken },
      token: { openclaw_huggingface_token: OTHER_TOKEN },
      unset: { openclaw_huggingface_token: '' },
    };
    const { code, stdout, table } = await play(at, 'playbook.yml', ['-vvv'], { hosts });
    // 4 as soon as a host is unreachable, else 2.
    expect(code).toBe(4);
    expect(table.map((row) => row.slice(0, 120).trimEnd())).toEqual([
      'HOST     RESULT       CODE            WHY',
      'missing  failed       not_installed   openclaw-nowhere is not installed on this host. Nothing was changed.',
      'model    failed       model_unknown   No inference provider serves "nobody/nothing".',
      'node     failed       unexpected      env: node: No such file',
      'token    failed       token_rejected  Hugging Face does not accept the token from stdin (hf_…7Kx2): it is mistyped, revo',
      'unset    failed       usage           The token from stdin is empty.',
      'away     unreachable                  Failed to connect to the host via ssh: ssh: connect to host 127.0.0.1 port 1: Conn',
      'fine     changed',
      '5 failed, 1 unreachable, 1 changed',
    ]);
    expect(at.files()['fine/.openclaw/openclaw.json']).toContain('alias: "oss"');
    expect(stdout).toContain('npm install --global');
    expect(stdout).toContain('Create a new one: https://huggingface.co/settings/tokens/new');
  });

  test('the token is in no argument; a secret in the diff is masked; a warning is shown', async () => {
    const at = program();
    const path = join(at.home, 'bin');
    install(path, 'openclaw-onboard', `#!/bin/sh\nprintf '%s\\n' "$@" >> "${at.home}/arguments"\nexec "$REAL" "$@"\n`);
    const [bin = ''] = [installProgram()];
    const home = { OPENCLAW_HOME: at.home, REAL: join(bin, 'openclaw-onboard') };
    at.write('openclaw.json', '{\n  gateway: { auth: { token: "of-the-gateway" } },\n}\n');
    at.write('.env', `HUGGINGFACE_HUB_TOKEN=${OTHER_TOKEN}\n`);
    await at.onboard(WITH_TOKEN, { env: { OPENCLAW_HOME: join(at.home, 'two') } });
    writeFileSync(join(at.home, 'two/.openclaw/.env'), `HUGGINGFACE_HUB_TOKEN=${OTHER_TOKEN}\n`);
    const two = { OPENCLAW_HOME: join(at.home, 'two'), REAL: home.REAL };
    const hosts = {
      one: { openclaw_huggingface_environment: home },
      two: { openclaw_huggingface_environment: two },
    };
    const { stdout, stderr, table } = await play(at, 'playbook.yml', ['--diff'], { hosts, path: [path] });
    expect(table).toEqual(['HOST  RESULT   CODE  WHY', 'one   changed', 'two   changed', '2 changed']);
    expect(stdout).toContain('mode: "local"');
    expect(stdout).not.toContain('of-the-gateway');
    expect(stderr).toContain('[WARNING]: ');
    expect(stderr.replace(/\s+/g, ' ')).toContain('another HUGGINGFACE_HUB_TOKEN there was replaced');
    expect(tokensIn(readFileSync(join(at.home, 'arguments'), 'utf8'))).toEqual([]);
    expect(stdout).toContain('The config stays as it is: only the token in .env changes.');
  });

  test('with --remove among the arguments a host is taken out again, once', async () => {
    const at = program();
    await at.onboard(WITH_TOKEN, { env: { OPENCLAW_HOME: join(at.home, 'one') } });
    const gone = {
      one: { openclaw_huggingface_token: '{{ omit }}', openclaw_huggingface_arguments: ['--remove', '--token'] },
    };
    const rows = ['one   changed', 'one   unchanged'];
    for (const row of rows) expect((await play(at, 'playbook.yml', [], { hosts: gone })).table[1]).toBe(row);
    expect(at.files()['one/.openclaw/.env']).not.toContain(TOKEN);
  });

  test('a service that is down is asked again three times, then it fails with the reason', async () => {
    const at = program();
    at.service.script('/api/whoami-v2', { status: 503, body: 'down' });
    const { code, table } = await play(at, 'playbook.yml', [], { hosts: { one: {} } });
    expect([code, table[1]]).toEqual([
      2,
      expect.stringMatching(/^one +failed +token_unverified +.*could not be checked/),
    ]);
    expect(at.asked().filter((request) => request === 'GET /api/whoami-v2')).toHaveLength(4);
  });

  test('a rollout ends with the batch that fails, and names the hosts that were not reached', async () => {
    const at = program();
    const hosts = { a: {}, b: { openclaw_huggingface_model: 'nobody/nothing' }, c: {}, d: {} };
    const { code, table } = await play(at, 'rollout.yml', [], { hosts });
    expect([code, table]).toEqual([
      2,
      [
        'HOST  RESULT       CODE           WHY',
        expect.stringMatching(/^b {5}failed {7}model_unknown {2}No inference provider serves "nobody\/nothing"\./),
        'c     not reached',
        'd     not reached',
        'a     changed',
        '1 failed, 2 not reached, 1 changed',
      ],
    ]);
  });
});

test.skipIf(!hasTool('ansible-lint'))('ansible-lint finds nothing (skipped without ansible-lint)', async () => {
  const at = program();
  cpSync(recipe('ansible'), join(at.home, 'ansible'), { recursive: true });
  const command = 'cd ansible && ansible-lint --offline --nocolor --profile production';
  const { code, stdout, stderr } = await runRecipe(at, ['sh', '-c', command], { path: [], env: ANSIBLE });
  expect([code, stdout], stderr).toEqual([0, '']);
  expect(stderr).toMatch(/^Passed with production profile: 0 failure\(s\), 0 warning\(s\) on \d+ files\.$/m);
});
