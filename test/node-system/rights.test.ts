import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createFiles } from '../../src/node-system/disk/files.ts';
import { tempDirectory } from '../support/temp-directory.ts';
import { worker } from '../support/workers.ts';

const files = createFiles(new AbortController().signal, new Set());
const bytes = (text: string) => new TextEncoder().encode(text);
const isRoot = process.getuid?.() === 0;
const ADA = 65534;
const TEAM = 65533;
const path = process.env.PATH;
afterEach(() => {
  process.env.PATH = path;
});

const rightsOf = (file: string) => {
  const { uid, gid, mode } = statSync(file);
  return [uid, gid, (mode & 0o777).toString(8)];
};

test.each(['/proc/x', '/proc/x/y/openclaw', '/proc/self/x/y'])(
  'makeDirectory gives up where %s can never be made',
  async (directory) => {
    await expect(files.makeDirectory(directory, 0o700)).rejects.toMatchObject({ code: 'ENOENT' });
  },
);

describe.skipIf(!isRoot)('what root makes in a user’s directory is the user’s,', () => {
  function homeOfAda(): string {
    const home = tempDirectory();
    chownSync(home, ADA, TEAM);
    return home;
  }

  test('each new directory', async () => {
    const home = homeOfAda();
    await files.makeDirectory(join(home, 'a', 'b'), 0o700);
    expect([join(home, 'a'), join(home, 'a', 'b')].map(rightsOf)).toEqual([
      [ADA, TEAM, '700'],
      [ADA, TEAM, '700'],
    ]);
  });

  test('a new file', async () => {
    const file = join(homeOfAda(), '.env');
    await files.replace(file, bytes('A=1'), 0o600);
    expect(rightsOf(file)).toEqual([ADA, TEAM, '600']);
  });

  test('a new file that must not exist yet', async () => {
    const file = join(homeOfAda(), '.env');
    await files.replace(file, bytes('A=1'), 0o600, { expected: null });
    expect(rightsOf(file)).toEqual([ADA, TEAM, '600']);
  });

  test('and an existing directory of root’s stays root’s', async () => {
    const home = homeOfAda();
    mkdirSync(join(home, 'roots'), { mode: 0o755 });
    symlinkSync('roots', join(home, 'link'));
    await files.makeDirectory(join(home, 'link'), 0o700);
    await files.makeDirectory(join(home, 'link', 'new'), 0o700);
    expect(rightsOf(join(home, 'roots', 'new'))).toEqual([0, 0, '700']);
  });
});

describe.skipIf(!isRoot || !existsSync('/usr/bin/setpriv'))('a group that can’t be kept', () => {
  test.each([
    ['640', '600'],
    ['664', '644'],
    ['604', '600'],
    ['777', '777'],
  ])('leaves the mode %s as %s: nobody gains a right', (mode, expected) => {
    const directory = tempDirectory();
    const file = join(directory, 'file');
    writeFileSync(file, 'old');
    chownSync(file, 0, TEAM);
    chmodSync(file, Number.parseInt(mode, 8));
    chmodSync(directory, 0o777);
    const user = [`--reuid=${ADA}`, `--regid=${ADA}`, '--clear-groups'];
    execFileSync('setpriv', [...user, process.execPath, worker('replace-worker'), file], { env: { PATH: path } });
    expect([readFileSync(file, 'utf8'), ...rightsOf(file)]).toEqual(['new', ADA, ADA, expected]);
  });
});

/** Whether access lists can be set here: the package `acl`, and a file system that has them. */
function canSetAcl(): boolean {
  return spawnSync('sh', ['-c', 'f=$(mktemp); setfacl -m u:1:r $f; status=$?; rm $f; exit $status']).status === 0;
}

describe.skipIf(!canSetAcl())('an access list', () => {
  const aclOf = (file: string) => execFileSync('getfacl', ['-cnp', file], { encoding: 'utf8' }).trim().split('\n');

  /** Group members may not read it, user 1234 may; its mode shows 0640. */
  function sharedWithOne(): string {
    const file = join(tempDirectory(), 'file');
    writeFileSync(file, 'old', { mode: 0o600 });
    execFileSync('setfacl', ['-m', 'u:1234:r', file]);
    return file;
  }

  test('is kept, each entry', async () => {
    const file = sharedWithOne();
    const before = aclOf(file);
    expect(before).toEqual(['user::rw-', 'user:1234:r--', 'group::---', 'mask::r--', 'other::---']);
    await files.replace(file, bytes('new'), 0o640);
    expect([readFileSync(file, 'utf8'), aclOf(file)]).toEqual(['new', before]);
  });

  test('is there again after a file was private for a while', async () => {
    const file = sharedWithOne();
    const before = aclOf(file);
    await files.replace(file, bytes('token'), 0o600);
    expect(aclOf(file).filter((entry) => /^(group::|mask|other).*[rwx]/.test(entry))).toEqual([]);
    await files.replace(file, bytes('old'), 0o640);
    expect(aclOf(file)).toEqual(before);
  });

  test('that comes from the directory does not widen a file that had none', async () => {
    const file = join(tempDirectory(), 'file');
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    execFileSync('setfacl', ['-d', '-m', 'u:1234:r', join(file, '..')]);
    await files.replace(file, bytes('new'), 0o640);
    expect(aclOf(file)).toEqual(['user::rw-', 'group::r--', 'other::---']);
  });

  test('without the tools that set one leaves a file for its owner alone', async () => {
    const file = sharedWithOne();
    const bin = tempDirectory();
    symlinkSync(execFileSync('which', ['ls'], { encoding: 'utf8' }).trim(), join(bin, 'ls'));
    process.env.PATH = bin;
    await files.replace(file, bytes('new'), 0o640);
    process.env.PATH = path;
    expect(aclOf(file)).toEqual(['user::rw-', 'group::---', 'other::---']);
  });

  test('is not asked about where a file is private', async () => {
    const bin = tempDirectory();
    writeFileSync(join(bin, 'getfacl'), `#!/bin/sh\ntouch ${join(bin, 'asked')}\n`, { mode: 0o755 });
    process.env.PATH = `${bin}:${path}`;
    const file = join(tempDirectory(), 'file');
    for (const mode of [0o600, 0o644]) {
      await files.replace(file, bytes('new'), mode);
      await files.replace(file, bytes('newer'), mode);
      expect(existsSync(join(bin, 'asked'))).toBe(mode === 0o644);
    }
  });
});
