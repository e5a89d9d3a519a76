import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read/read.ts';
import { backupPaths } from '../../src/config/save/backups.ts';
import { type Saved, withConfigLock } from '../../src/config/save/save.ts';
import { undoLastWrite } from '../../src/config/save/undo.ts';
import { tempDirectory } from '../support/temp-directory.ts';
import { worker } from '../support/workers.ts';
import { type DiskSystem, diskSystem, saveConfig } from './disk-system.ts';

const umaskBefore = process.umask();
afterEach(() => {
  process.umask(umaskBefore);
});

type Place = ReturnType<typeof diskSystem> & { directory: string; config: string };

function place(content?: string, directory = tempDirectory()): Place {
  const config = join(directory, 'openclaw.json');
  if (content !== undefined) writeFileSync(config, content);
  return { ...diskSystem(directory), directory, config };
}

/** Reads, lets something happen, saves. */
async function save({ system, locations }: Place, text: string, meanwhile: () => void = () => {}): Promise<Saved> {
  const snapshot = await readConfig(locations, system);
  meanwhile();
  return saveConfig({ snapshot, text, locations }, system);
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}

/** The same place on a disk where some calls fail. */
function failing(at: Place, replaced: Partial<DiskSystem['files']>): Place {
  return { ...at, system: { ...at.system, files: { ...at.system.files, ...replaced } } };
}

function diskFull(path: string): Promise<never> {
  return Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC', path }));
}

describe('saving', () => {
  test.each([0o000, 0o077, 0o022])('with umask %o: a new file gets 0600, new directories 0700', async (umask) => {
    const directory = join(tempDirectory(), 'a', 'b');
    const at = place(undefined, directory);
    process.umask(umask);
    expect(await save(at, '{}')).toEqual({ backup: null, undoable: true, notes: [] });
    expect(readFileSync(at.config, 'utf8')).toBe('{}');
    expect([modeOf(at.config), modeOf(directory), modeOf(join(directory, '..'))]).toEqual([0o600, 0o700, 0o700]);
    expect(readdirSync(directory).sort()).toEqual(['cache', 'openclaw.json']);
  });

  test.each([0o600, 0o640, 0o664, 0o777])('keeps the mode %o; the backup gets 0600', async (mode) => {
    const at = place('{ a: 1 }');
    chmodSync(at.config, mode);
    process.umask(0o077);
    const { backup } = await save(at, '{ a: 2 }');
    expect(modeOf(at.config)).toBe(mode);
    expect(backup).toBe(`${at.config}.bak`);
    expect(modeOf(`${at.config}.bak`)).toBe(0o600);
    expect(readFileSync(`${at.config}.bak`, 'utf8')).toBe('{ a: 1 }');
  });

  test('keeps the owner when root saves a user’s file', async (context) => {
    if (process.getuid?.() !== 0) context.skip();
    const at = place('{}');
    execFileSync('chown', ['65534:65533', at.config]);
    await save(at, '{ a: 1 }');
    const { uid, gid } = statSync(at.config);
    expect([uid, gid]).toEqual([65534, 65533]);
  });

  test('keeps five backups, the newest first', async () => {
    const at = place('0');
    writeFileSync(at.config, '{ n: 0 }');
    for (let n = 1; n <= 7; n++) await save(at, `{ n: ${n} }`);
    const ring = ['.bak', '.bak.1', '.bak.2', '.bak.3', '.bak.4'].map((end) => readFileSync(at.config + end, 'utf8'));
    expect(ring).toEqual(['{ n: 6 }', '{ n: 5 }', '{ n: 4 }', '{ n: 3 }', '{ n: 2 }']);
    expect(existsSync(`${at.config}.bak.5`)).toBe(false);
  });

  test('moves backups only up to a gap, and not at all for the same bytes', async () => {
    const at = place('{ n: 0 }');
    writeFileSync(`${at.config}.bak`, 'one');
    writeFileSync(`${at.config}.bak.2`, 'three');
    await save(at, '{ n: 1 }');
    writeFileSync(at.config, '{ n: 0 }');
    await save(at, '{ n: 1 }');
    const ring = ['.bak', '.bak.1', '.bak.2'].map((end) => readFileSync(at.config + end, 'utf8'));
    expect(ring).toEqual(['{ n: 0 }', 'one', 'three']);
  });

  test.each(['linked.json', '../other/real.json'])(
    'follows a symlink to %s; the backup stands beside the link',
    async (target) => {
      const directory = join(tempDirectory(), 'state');
      mkdirSync(directory);
      const real = join(directory, target);
      mkdirSync(join(real, '..'), { recursive: true });
      writeFileSync(real, '{ a: 1 }');
      symlinkSync(target, join(directory, 'openclaw.json'));
      const at = place(undefined, directory);
      const { backup } = await save(at, '{ a: 2 }');
      expect(lstatSync(at.config).isSymbolicLink()).toBe(true);
      expect(readFileSync(real, 'utf8')).toBe('{ a: 2 }');
      expect(backup).toBe(`${at.config}.bak`);
      expect(readdirSync(join(real, '..')).filter((name) => /lock|tmp/.test(name))).toEqual([]);
    },
  );

  test('creates what a dangling symlink points to, its directory too', async () => {
    const directory = tempDirectory();
    symlinkSync('missing/real.json', join(directory, 'openclaw.json'));
    const at = place(undefined, directory);
    await save(at, '{}');
    expect(lstatSync(at.config).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(directory, 'missing/real.json'), 'utf8')).toBe('{}');
    expect(modeOf(join(directory, 'missing'))).toBe(0o700);
  });

  test('goes on where a rename was done but reported as failed, as network file systems do', async () => {
    const at = place('{}');
    const { replace } = at.system.files;
    const nfs = failing(at, {
      replace: async (path, ...rest) => {
        await replace(path, ...rest);
        if (path === at.config) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
      },
    });
    expect(await save(nfs, '{ a: 1 }')).toMatchObject({ backup: `${at.config}.bak`, undoable: true });
    expect(readFileSync(at.config, 'utf8')).toBe('{ a: 1 }');
  });

  test.each([
    ['loses', 0o600, 'mode-narrowed'],
    ['gains', 0o755, 'mode-not-set'],
  ])('says so where the mode %s bits', async (_, mode, kind) => {
    const at = place('{}');
    chmodSync(at.config, 0o640);
    const { replace } = at.system.files;
    const odd = failing(at, {
      replace: (path, bytes, wanted, options) => replace(path, bytes, path === at.config ? mode : wanted, options),
    });
    expect((await save(odd, '{ a: 1 }')).notes).toEqual([{ kind, path: at.config, wanted: 0o640, mode }]);
  });

  test('works where the record for undo can’t be written, and says so', async () => {
    const at = place('{}');
    writeFileSync(join(at.directory, 'cache'), 'in the way');
    expect(await save(at, '{ a: 1 }')).toMatchObject({ undoable: false });
    expect(readFileSync(at.config, 'utf8')).toBe('{ a: 1 }');
  });
});

describe('saving is refused, and nothing changes,', () => {
  test.each([
    ['changed', '{ a: 1 }', '{ a: 2 }'],
    ['changed', '{ a: 1 }', '{ a: 1, b: 1 }'],
    ['created', undefined, '{ a: 2 }'],
    ['removed', '{ a: 1 }', undefined],
  ])('when the file was %s meanwhile (%j to %j)', async (what, before, now) => {
    const at = place(before);
    const other = () => (now === undefined ? unlinkSync(at.config) : writeFileSync(at.config, now));
    await expect(save(at, '{ mine: 1 }', other)).rejects.toMatchObject({
      code: 'config_conflict',
      message: expect.stringContaining(`was ${what}`),
    });
    expect(existsSync(at.config) ? readFileSync(at.config, 'utf8') : undefined).toBe(now);
    expect(readdirSync(at.directory).filter((name) => name !== 'openclaw.json')).toEqual([]);
  });

  test('when the symlink points elsewhere now', async () => {
    const at = place();
    for (const name of ['a', 'b']) writeFileSync(join(at.directory, name), '{}');
    symlinkSync('a', at.config);
    const relink = () => {
      unlinkSync(at.config);
      symlinkSync('b', at.config);
    };
    await expect(save(at, '{ mine: 1 }', relink)).rejects.toMatchObject({ code: 'config_conflict' });
  });

  test('when the file has no write bit, for root too', async () => {
    const at = place('{}');
    chmodSync(at.config, 0o444);
    await expect(save(at, '{ a: 1 }')).rejects.toMatchObject({
      code: 'config_unwritable',
      message: `${at.config} can't be written: it is read-only.`,
      unchanged: true,
    });
    expect(readFileSync(at.config, 'utf8')).toBe('{}');
  });

  test('when its directory has no write bit, for root too', async () => {
    const at = place('{}');
    chmodSync(at.directory, 0o555);
    const error = save(at, '{ a: 1 }');
    await expect(error).rejects.toMatchObject({
      code: 'config_unwritable',
      message: expect.stringContaining('its directory'),
    });
    chmodSync(at.directory, 0o755);
  });

  test.each([0, 1, 4, 5])('when the disk is full, and the %i backups are as before', async (count) => {
    const at = place('{ a: 1 }');
    for (const path of backupPaths(at.config).slice(0, count)) writeFileSync(path, path, { mode: 0o640 });
    const ring = () =>
      backupPaths(at.config).map((path) => existsSync(path) && [readFileSync(path, 'utf8'), modeOf(path)]);
    const before = ring();
    const { replace } = at.system.files;
    const full = failing(at, {
      replace: (path, ...rest) => (path === at.config ? diskFull(path) : replace(path, ...rest)),
    });
    await expect(save(full, '{ a: 2 }')).rejects.toMatchObject({ code: 'config_unwritable' });
    expect(ring()).toEqual(before);
  });

  test('when the text would be too large to be read again', async () => {
    const most = 20 * 1024 * 1024;
    const at = place('{}');
    await expect(save(at, `{}${' '.repeat(most - 1)}`)).rejects.toMatchObject({
      code: 'config_unwritable',
      message: `${at.config} would become ${most + 1} bytes, and at most 20 MB (${most} bytes) are read.`,
      unchanged: true,
    });
    expect(readdirSync(at.directory)).toEqual(['openclaw.json']);
    await save(at, `{}${' '.repeat(most - 2)}`);
    expect((await readConfig(at.locations, at.system)).bytes).toHaveLength(most);
  });

  test('when the disk is full, and the next try makes no second backup of the same', async () => {
    const at = place('{ a: 1 }');
    const { replace } = at.system.files;
    const full = failing(at, {
      replace: (path, ...rest) => (path === at.config ? diskFull(path) : replace(path, ...rest)),
    });
    await expect(save(full, '{ a: 2 }')).rejects.toMatchObject({
      code: 'config_unwritable',
      message: `${at.config} can't be written: no space left on the device (ENOSPC).`,
      unchanged: true,
    });
    expect(readFileSync(at.config, 'utf8')).toBe('{ a: 1 }');
    await save(at, '{ a: 2 }');
    expect(existsSync(`${at.config}.bak.1`)).toBe(false);
  });

  test('when another process holds the lock', async () => {
    const at = place('{}');
    const snapshot = await readConfig(at.locations, at.system);
    const { lock } = at.system.files;
    const impatient = failing(at, { lock: (path) => lock(path, 100) });
    const inside = withConfigLock(snapshot, at.system, () => save(impatient, '{ a: 1 }'));
    await expect(inside).rejects.toMatchObject({
      code: 'config_locked',
      message: expect.stringMatching(new RegExp(`^${at.config} is locked by process ${process.pid} on host `)),
      retryable: true,
    });
    expect(readdirSync(at.directory)).toEqual(['openclaw.json']);
  });
});

describe('undo', () => {
  test.each(['{ a: 1 }', '', '\ufeff// only a comment\r\n'])('puts %j back, byte for byte, once', async (before) => {
    const at = place(before);
    chmodSync(at.config, 0o640);
    await save(at, '{ a: 2 }');
    const undone = await undoLastWrite(at.locations, at.system);
    expect(undone).toEqual({ path: at.config, restoredFrom: `${at.config}.bak` });
    expect(readFileSync(at.config, 'utf8')).toBe(before);
    expect(modeOf(at.config)).toBe(0o640);
    await expect(undoLastWrite(at.locations, at.system)).rejects.toMatchObject({
      code: 'nothing_to_undo',
      exitCode: 3,
    });
  });

  test('waits for the lock, and changes nothing where it can’t be had', async () => {
    const at = place('{ a: 1 }');
    await save(at, '{ a: 2 }');
    const release = await at.system.files.lock(at.config, 0);
    const { lock } = at.system.files;
    const impatient = failing(at, { lock: (path) => lock(path, 100) });
    await expect(undoLastWrite(at.locations, impatient.system)).rejects.toMatchObject({ code: 'config_locked' });
    expect(readFileSync(at.config, 'utf8')).toBe('{ a: 2 }');
    await release();
    expect(await undoLastWrite(at.locations, at.system)).toMatchObject({ restoredFrom: `${at.config}.bak` });
  });

  test('removes a file that we created', async () => {
    const at = place();
    await save(at, '{}');
    expect(await undoLastWrite(at.locations, at.system)).toEqual({ path: at.config, restoredFrom: null });
    expect(existsSync(at.config)).toBe(false);
  });

  test('is refused when somebody changed or removed the file since', async () => {
    const at = place('{}');
    await save(at, '{ a: 1 }');
    writeFileSync(at.config, '{ theirs: 1 }');
    await expect(undoLastWrite(at.locations, at.system)).rejects.toMatchObject({
      code: 'config_conflict',
      exitCode: 3,
    });
    expect(readFileSync(at.config, 'utf8')).toBe('{ theirs: 1 }');
    unlinkSync(at.config);
    await expect(undoLastWrite(at.locations, at.system)).rejects.toMatchObject({ code: 'config_conflict' });
  });

  test('finds the backup by its content where the ring has moved on', async () => {
    const at = place('{ a: 1 }');
    await save(at, '{ a: 2 }');
    writeFileSync(`${at.config}.bak.1`, readFileSync(`${at.config}.bak`));
    writeFileSync(`${at.config}.bak`, '{ theirs: 1 }');
    expect(await undoLastWrite(at.locations, at.system)).toMatchObject({ restoredFrom: `${at.config}.bak.1` });
    expect(readFileSync(at.config, 'utf8')).toBe('{ a: 1 }');
  });

  test('waits for whoever holds the lock, and is refused then', async () => {
    const at = place('{}');
    await save(at, '{ a: 1 }');
    const { lock } = at.system.files;
    const impatient = failing(at, { lock: (path) => lock(path, 100) }).system;
    const snapshot = await readConfig(at.locations, at.system);
    const inside = withConfigLock(snapshot, at.system, () => undoLastWrite(at.locations, impatient));
    await expect(inside).rejects.toMatchObject({ code: 'config_locked' });
    expect(readFileSync(at.config, 'utf8')).toBe('{ a: 1 }');
  });

  test('is refused when the backup is gone', async () => {
    const at = place('{ a: 1 }');
    await save(at, '{ a: 2 }');
    unlinkSync(`${at.config}.bak`);
    await expect(undoLastWrite(at.locations, at.system)).rejects.toMatchObject({ code: 'nothing_to_undo' });
    expect(readFileSync(at.config, 'utf8')).toBe('{ a: 2 }');
  });

  test.each(['', '{}', 'null', '{"path":1}'])('with the broken record %j knows nothing', async (record) => {
    const at = place('{}');
    mkdirSync(join(at.directory, 'cache'));
    writeFileSync(at.locations.lastWriteFile, record);
    await expect(undoLastWrite(at.locations, at.system)).rejects.toMatchObject({ code: 'nothing_to_undo' });
  });

  test('does not touch another config that shares the state directory', async () => {
    const at = place('{}');
    await save(at, '{ a: 1 }');
    const other = { ...at.locations, configPath: join(at.directory, 'other.json') };
    await expect(undoLastWrite(other, at.system)).rejects.toMatchObject({ code: 'nothing_to_undo' });
  });
});

/** As the user `nobody`, whom the kernel does refuse. */
function saveAsNobody(directory: string): string {
  const user = ['--reuid=65534', '--regid=65534', '--clear-groups'];
  const node = [process.execPath, worker('save-worker'), directory];
  return execFileSync('setpriv', [...user, ...node], { encoding: 'utf8', env: { PATH: process.env.PATH } });
}

describe.skipIf(process.getuid?.() !== 0 || !existsSync('/usr/bin/setpriv'))(
  'a user without permission is told so',
  () => {
    test.each([
      ['to write the directory', 0o755, 0o644, "can't be written: its directory"],
      ['to write the file', 0o777, 0o644, "can't be written: it is read-only"],
      ['to read the file', 0o777, 0o600, "can't be read: permission denied (EACCES)"],
      ['to enter the directory', 0o700, 0o644, "can't be read: permission denied (EACCES)"],
    ])('%s', (_, directoryMode, fileMode, expected) => {
      const at = place('{}');
      chmodSync(at.directory, directoryMode);
      chmodSync(at.config, fileMode);
      expect(saveAsNobody(at.directory)).toContain(expected);
      expect(readFileSync(at.config, 'utf8')).toBe('{}');
    });

    test('and one with it saves', () => {
      const at = place('{}');
      chmodSync(at.directory, 0o777);
      chmodSync(at.config, 0o666);
      expect(saveAsNobody(at.directory)).toBe('saved\n');
      expect(modeOf(at.config)).toBe(0o666);
    });
  },
);
