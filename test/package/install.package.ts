import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { install } from '../examples/recipe.ts';
import { tempDirectory } from '../support/temp-directory.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const OURS = `openclaw-onboard-${version}.tgz`;
/** A package with the name and the program of the real one. */
const REAL = 'openclaw-2026.9.6.tgz';

/** A home with both packages in it, and nothing installed. */
let home = '';

beforeEach(() => {
  home = tempDirectory();
  npm('pack', ROOT, '--ignore-scripts');
  const real = join(home, 'real');
  install(real, 'openclaw.mjs', '#!/usr/bin/env node\nconsole.log("the real OpenClaw");\n');
  writeFileSync(join(real, 'package.json'), '{"name":"openclaw","version":"2026.9.6","bin":"openclaw.mjs"}');
  npm('pack', './real');
  mkdirSync(join(home, '.local/bin'), { recursive: true });
});

/** What a shell makes of a line there; npm has a home, a prefix and a cache of its own, and no network. */
function shell(line: string, env: Record<string, string> = {}) {
  const path = [join(home, '.local/bin'), join(home, 'global/bin'), dirname(process.execPath), process.env.PATH];
  const own = { HOME: home, PATH: path.join(':'), npm_config_prefix: join(home, 'global'), npm_config_offline: 'true' };
  const quiet = { npm_config_yes: 'true', npm_config_audit: 'false', npm_config_fund: 'false' };
  const { status, stdout, stderr } = spawnSync('sh', ['-ec', line], {
    cwd: home,
    encoding: 'utf8',
    env: { ...own, ...quiet, npm_config_update_notifier: 'false', ...env },
  });
  return { code: status, stdout, stderr };
}

function npm(...args: string[]): void {
  const { code, stderr } = shell(`npm ${args.join(' ')}`);
  if (code !== 0) throw new Error(stderr);
}

/** What the names start. */
const names = () => [shell('openclaw --version').stdout, shell('openclaw-onboard --version').stdout];
const OUR_OUTPUT = `${version}\n`;
const REAL_OUTPUT = 'the real OpenClaw\n';

/** The commands of README's install section, under the comment that starts so. */
function documented(comment: string): string {
  const [, block = ''] = /^## Install$.*?```bash\n(.*?)```/ms.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? [];
  const part = block.split('\n\n').find((text) => text.startsWith(`# ${comment}`));
  if (part === undefined) throw new Error(`README has no "${comment}"`);
  return part;
}

describe('in one prefix with the real OpenClaw', () => {
  test.each([
    { first: REAL, second: OURS, has: REAL_OUTPUT, forced: OUR_OUTPUT },
    { first: OURS, second: REAL, has: OUR_OUTPUT, forced: REAL_OUTPUT },
  ])('$second after $first is refused, and --force takes the name away', ({ first, second, has, forced }) => {
    npm('install', '--global', `./${first}`);
    expect(shell(`npm install --global ./${second}`).stderr).toContain('EEXIST');
    expect(names()[0]).toBe(has);
    npm('install', '--global', '--force', `./${second}`);
    expect(names()[0]).toBe(forced);
  });
});

describe('beside the real OpenClaw, as README says', () => {
  const real = () => npm('install', '--global', `./${REAL}`);
  const ours = (how: string) => () => expect(shell(documented(how))).toMatchObject({ code: 0 });
  const ways = ['For this user', 'The same without npm'];
  const both = ways.flatMap((how) => [
    { order: 'after', how, steps: [real, ours(how)] },
    { order: 'before', how, steps: [ours(how), real] },
  ]);

  test.each(both)('$how, $order it: each has its name', ({ steps }) => {
    for (const step of steps) step();
    expect(names()).toEqual([REAL_OUTPUT, OUR_OUTPUT]);
    npm('uninstall', '--global', 'openclaw');
    expect(names()).toEqual(['', OUR_OUTPUT]);
  });

  test('npx starts it, and installs nothing', () => {
    real();
    const once = documented('Once').replace(/ onboard$/, ' --version');
    expect(shell(once)).toMatchObject({ code: 0, stdout: OUR_OUTPUT });
    expect(names()).toEqual([REAL_OUTPUT, '']);
  });
});

test('alone, it has both names, and npm warns of nothing', () => {
  const { code, stderr } = shell(`npm install --global ./${OURS} 2>&1 >&- | grep -v 'Unknown .* config' >&2 || true`);
  expect([code, stderr]).toEqual([0, '']);
  expect(names()).toEqual([OUR_OUTPUT, OUR_OUTPUT]);
});

test('pinned, a package with other bytes is refused', () => {
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  npm('install', '--save-exact', `./${OURS}`);
  expect(shell('npx openclaw-onboard --version').stdout).toBe(OUR_OUTPUT);
  appendFileSync(join(home, OURS), ' ');
  // Else npm takes the right bytes from its cache.
  expect(shell('npm ci', { npm_config_cache: join(home, 'empty') })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('EINTEGRITY'),
  });
});

/** What `npm pack` makes of a copy of the sources, by that mask, with a build. */
function pack(directory: string, umask: string): Buffer {
  const copy = join(home, directory);
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const file of files) cpSync(join(ROOT, file), join(copy, file));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  expect(shell(`umask ${umask}; cd ${directory}; npm pack`)).toMatchObject({ code: 0 });
  return readFileSync(join(copy, OURS));
}

test('packed twice, in different directories and by different masks, it has the same bytes', () => {
  expect(pack('one', '022').equals(pack('elsewhere/two', '077'))).toBe(true);
});
