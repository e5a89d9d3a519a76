import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { tempDirectory } from '../support/temp-directory.ts';
import { OLD_TOKEN, onboardArgs, placesIn, type Result, serviceEnv, TOKEN, useProgram } from './support/program.ts';
import { useService } from './support/service.ts';
import { tried } from './support/soak.ts';

const program = useProgram();
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const CONFIG = "{\n  // mine\n  gateway: { mode: 'local' },\n}\n";
const ENV = `HUGGINGFACE_HUB_TOKEN=${OLD_TOKEN}\n`;

type Setting = ReturnType<typeof placesIn> & {
  home: string;
  run(uid?: number, env?: Record<string, string>): Promise<Result>;
};

async function setting(home = tempDirectory()): Promise<Setting> {
  const service = await useService({ models: [{ id: 'deepseek-ai/DeepSeek-R1', providers: [] }] });
  const at = placesIn(home);
  writeFileSync(at.config, CONFIG);
  writeFileSync(at.envFile, ENV, { mode: 0o600 });
  const args = onboardArgs(['--huggingface-api-key', '-']);
  const run = (uid?: number, env?: Record<string, string>) =>
    program().run(args, {
      home,
      env: { ...serviceEnv(service), ...env },
      input: TOKEN,
      ...(uid !== undefined && { uid }),
    });
  return { ...at, home, run };
}

/** Exit 3, the path and the cause in the message, and not a byte changed. */
async function expectRefused({ run, text, envText, leftovers }: Setting, path: string, cause: RegExp, uid?: number) {
  const before = [text(), envText()];
  const { code, stderr } = await run(uid);
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining(path) });
  expect(stderr).toMatch(cause);
  expect([text(), envText(), leftovers()]).toEqual([...before, []]);
  tried('disk faults', 1);
}

async function expectDone({ run, text, envText, leftovers }: Setting, uid?: number) {
  const { code, stderr } = await run(uid);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  expect(text()).toContain('// mine');
  expect(text()).toContain('huggingface/deepseek-ai/DeepSeek-R1');
  expect(envText()).toContain(TOKEN);
  expect(leftovers()).toEqual([]);
  tried('disk faults', 1);
}

describe('what stands in the way is named, and nothing changes', () => {
  test.each(['config', 'envFile'] as const)('a directory in place of %s', async (file) => {
    const at = await setting();
    unlinkSync(at[file]);
    mkdirSync(at[file]);
    const { code, stderr } = await at.run();
    expect([code, stderr]).toEqual([3, expect.stringMatching(/is (a directory|not a regular file)/)]);
    expect(stderr).toContain(at[file]);
  });

  test.each(['config', 'envFile'] as const)('a FIFO in place of %s, and nobody waits for it', async (file) => {
    const at = await setting();
    unlinkSync(at[file]);
    execFileSync('mkfifo', [at[file]]);
    const { code, stderr, elapsedMs } = await at.run();
    expect([code, stderr]).toEqual([3, expect.stringContaining('not a regular file')]);
    expect(stderr).toContain(at[file]);
    expect(elapsedMs).toBeLessThan(4000);
    tried('disk faults', 1);
  });

  test('a read-only file', async () => {
    const at = await setting();
    chmodSync(at.config, 0o444);
    await expectRefused(at, at.config, /read-only/);
  });

  test('a read-only directory', async () => {
    const at = await setting();
    chmodSync(at.stateDir, 0o555);
    onTestFinished(() => chmodSync(at.stateDir, 0o755));
    await expectRefused(at, at.config, /directory .* is read-only/);
  });

  test('a link that goes in a circle', async () => {
    const at = await setting();
    unlinkSync(at.config);
    symlinkSync('openclaw.json', at.config);
    const { code, stderr } = await at.run();
    expect([code, stderr]).toEqual([3, expect.stringMatching(/symbolic links go in a circle/)]);
  });

  test('a file on the way to it', async () => {
    const at = await setting();
    renameSync(at.stateDir, `${at.stateDir}.away`);
    writeFileSync(at.stateDir, '');
    const { code, stderr } = await at.run();
    expect([code, stderr]).toEqual([3, expect.stringMatching(/ENOTDIR|not a directory/)]);
    expect(readFileSync(at.stateDir, 'utf8')).toBe('');
  });
});

describe.skipIf(!isRoot || !existsSync('/usr/bin/setpriv'))('another user', () => {
  function giveTo(at: Setting, { directory, file }: { directory: number; file: number }) {
    chownSync(at.home, NOBODY, NOBODY);
    chmodSync(at.stateDir, directory);
    for (const path of [at.config, at.envFile]) chmodSync(path, file);
  }

  test.each([
    ['may not write the directory', { directory: 0o755, file: 0o644 }, /directory .* is read-only/],
    ['may not write the file', { directory: 0o777, file: 0o644 }, /read-only/],
    ['may not read the file', { directory: 0o777, file: 0o600 }, /permission denied \(EACCES\)/],
  ])('who %s is told so', async (_, modes, cause) => {
    const at = await setting();
    giveTo(at, modes);
    await expectRefused(at, at.stateDir, cause, NOBODY);
  });

  test('who may not enter the directory is told so', async () => {
    const at = await setting();
    chownSync(at.home, NOBODY, NOBODY);
    chmodSync(at.stateDir, 0o700);
    await expectRefused(at, at.config, /permission denied \(EACCES\)/, NOBODY);
  });

  test('who owns all of it is served', async () => {
    const at = await setting();
    for (const path of [at.home, at.stateDir, at.config, at.envFile]) chownSync(path, NOBODY, NOBODY);
    await expectDone(at, NOBODY);
    expect([statSync(at.config).uid, statSync(at.envFile).uid]).toEqual([NOBODY, NOBODY]);
  });
});

describe.skipIf(!isRoot || !canMount())('a mount of its own', () => {
  test.each(['config', 'envFile'] as const)('in place of %s is named, and nothing is left behind', async (file) => {
    const at = await setting();
    const elsewhere = join(at.home, 'mounted');
    writeFileSync(elsewhere, readFileSync(at[file]));
    execFileSync('mount', ['--bind', elsewhere, at[file]]);
    onTestFinished(() => void execFileSync('umount', ['-l', at[file]]));
    const filesBefore = readdirSync(at.stateDir);
    await expectRefused(at, at[file], /it is a mount point of its own, which can only be written in place \(EBUSY\)/);
    expect(readdirSync(at.stateDir).filter((name) => name !== 'cache')).toEqual(filesBefore);
  });

  test('that is read-only, as a ConfigMap is, is named, and how to go on', async () => {
    const at = await setting();
    const mounted = join(at.home, 'config');
    mkdirSync(join(mounted, '..2026_11_20'), { recursive: true });
    renameSync(at.config, join(mounted, '..2026_11_20', 'openclaw.json'));
    symlinkSync('..2026_11_20', join(mounted, '..data'));
    symlinkSync('..data/openclaw.json', join(mounted, 'openclaw.json'));
    execFileSync('mount', ['--bind', '-o', 'ro', mounted, mounted]);
    onTestFinished(() => void execFileSync('umount', ['-l', mounted]));
    const path = join(mounted, 'openclaw.json');
    expect(await at.run(undefined, { OPENCLAW_CONFIG_PATH: path })).toMatchObject({
      code: 3,
      stderr: `x ${path} can't be written: the file system is read-only (EROFS). Nothing was changed.
  Nothing can be written to a Kubernetes ConfigMap, or to another read-only mount. Copy the file out of it first, and set OPENCLAW_STATE_DIR (or OPENCLAW_CONFIG_PATH) to where the copy is.
`,
    });
    expect([readFileSync(path, 'utf8'), at.envText()]).toEqual([CONFIG, ENV]);
  });
});

describe.skipIf(!isRoot)('root in a user’s home', () => {
  test('leaves nothing of its own: config, .env, backups, cache and directories are the user’s', async () => {
    const at = await setting();
    for (const path of [at.home, at.stateDir, at.config, at.envFile]) chownSync(path, NOBODY, NOBODY);
    await expectDone(at);
    const paths = readdirSync(at.home, { recursive: true, encoding: 'utf8' });
    expect(paths).toEqual(expect.arrayContaining(['.openclaw/.env.bak', '.openclaw/cache/last-write.json']));
    expect(paths.filter((path) => statSync(join(at.home, path)).uid !== NOBODY)).toEqual([]);
  });

  test('nor where there was nothing', async () => {
    const at = await setting();
    rmSync(at.stateDir, { recursive: true });
    chownSync(at.home, NOBODY, NOBODY);
    expect((await at.run()).code).toBe(0);
    const paths = readdirSync(at.home, { recursive: true, encoding: 'utf8' });
    expect(paths).toContain('.openclaw/openclaw.json');
    expect(paths.filter((path) => statSync(join(at.home, path)).uid !== NOBODY)).toEqual([]);
  });
});

test('a directory that can never be made is named', async () => {
  const at = await setting();
  const path = '/proc/x y/openclaw.json';
  const { code, stderr } = await at.run(undefined, { OPENCLAW_CONFIG_PATH: path });
  expect([code, stderr]).toEqual([3, expect.stringContaining(`${path} can't be written: its directory can't be made`)]);
  expect(stderr).toContain("ls -ld '/proc/x y/openclaw.json'");
  expect(at.envText()).toBe(ENV);
});

/** Whether this user may mount a file onto another. */
function canMount(): boolean {
  const made = spawnSync('unshare', ['-m', 'mount', '--bind', '/etc/hostname', '/etc/hostname']);
  return made.status === 0;
}

describe('links are followed, and stay', () => {
  test('a dangling link', async () => {
    const at = await setting();
    const target = join(at.home, 'dotfiles', 'openclaw.json');
    unlinkSync(at.config);
    symlinkSync(target, at.config);
    const { code } = await at.run();
    expect([code, lstatSync(at.config).isSymbolicLink(), existsSync(target)]).toEqual([0, true, true]);
    tried('disk faults', 1);
  });

  test('a linked directory', async () => {
    const at = await setting();
    renameSync(at.stateDir, join(at.home, 'real'));
    symlinkSync('real', at.stateDir);
    await expectDone(at);
    expect(lstatSync(at.stateDir).isSymbolicLink()).toBe(true);
  });
});

/** A tmpfs of 64 KB; undefined where mounting is not allowed. */
function smallDisk(): string | undefined {
  const directory = join(tempDirectory(), 'disk');
  mkdirSync(directory);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k,nr_inodes=64', 'tmpfs', directory], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', directory]));
  return directory;
}

describe('a full disk', () => {
  // At each of these amounts of free space another write is the one that fails: lock, .env, backup, config.
  test.for([0, 4, 8, 12, 16, 20])('with %i KB left changes nothing, or all', async (free, context) => {
    const home = smallDisk();
    if (home === undefined) return context.skip('mounting is not allowed here');
    const at = await setting(home);
    const config = CONFIG.replace('mine', `mine ${'x'.repeat(9000)}`);
    writeFileSync(at.config, config);
    fill(join(home, 'ballast'), free);
    const { code, stderr } = await at.run();
    if (code === 0) {
      expect([at.text() === config, at.envText()?.includes(TOKEN)]).toEqual([false, true]);
    } else {
      expect([code, stderr]).toEqual([3, expect.stringMatching(/no space left on the device \(ENOSPC\)/)]);
      expect(stderr).toMatch(/\.openclaw\/(openclaw\.json|\.env)/);
      expect([at.text(), at.envText()]).toEqual([config, ENV]);
    }
    expect(at.leftovers()).toEqual([]);
    unlinkSync(join(home, 'ballast'));
    expect((await at.run()).code).toBe(0);
    tried('full disk', 1);
  });
});

/** Takes all of the disk but so many KB. */
function fill(path: string, leave: number): void {
  const block = Buffer.alloc(4096);
  let content = Buffer.alloc(0);
  try {
    for (;;) {
      content = Buffer.concat([content, block]);
      writeFileSync(path, content);
    }
  } catch {
    const size = Math.max(0, content.length - 4096 - leave * 1024);
    unlinkSync(path);
    writeFileSync(path, Buffer.alloc(size));
  }
}
