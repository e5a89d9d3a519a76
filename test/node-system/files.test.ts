import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createFiles } from '../../src/node-system/disk/files.ts';
import { tempDirectory } from '../support/temp-directory.ts';
import { worker } from '../support/workers.ts';

const files = createFiles(new AbortController().signal, new Set());
const bytes = (text: string) => new TextEncoder().encode(text);
const umaskBefore = process.umask();
afterEach(() => {
  process.umask(umaskBefore);
});

describe('read', () => {
  test('gives the bytes, also behind symlinks, and undefined where nothing is', async () => {
    const directory = tempDirectory();
    writeFileSync(join(directory, 'file'), 'text');
    writeFileSync(join(directory, 'empty'), '');
    symlinkSync('file', join(directory, 'link'));
    symlinkSync('missing', join(directory, 'dangling'));
    expect(Buffer.from((await files.read(join(directory, 'link'), 4)) ?? []).toString()).toBe('text');
    expect(await files.read(join(directory, 'empty'), 4)).toHaveLength(0);
    expect(await files.read(join(directory, 'missing'), 4)).toBe(undefined);
    expect(await files.read(join(directory, 'dangling'), 4)).toBe(undefined);
  });

  test('reads a large file whole, and one whose size says 0', async () => {
    const path = join(tempDirectory(), 'file');
    const content = Buffer.alloc(3_000_001, 'abc');
    writeFileSync(path, content);
    expect(content.equals((await files.read(path, 4_000_000)) ?? Buffer.of())).toBe(true);
    if (process.platform === 'linux')
      expect((await files.read('/proc/self/status', 100_000))?.length).toBeGreaterThan(100);
  });

  test('refuses what is larger', async () => {
    const path = join(tempDirectory(), 'file');
    writeFileSync(path, '12345');
    await expect(files.read(path, 4)).rejects.toMatchObject({ code: 'EFBIG', path });
    expect(await files.read(path, 5)).toHaveLength(5);
  });

  test('refuses a directory, a FIFO, a socket and a device at once', async () => {
    const directory = tempDirectory();
    execFileSync('mkfifo', [join(directory, 'fifo')]);
    const server = createServer().listen(join(directory, 'socket'));
    await once(server, 'listening');
    for (const path of [directory, join(directory, 'fifo'), join(directory, 'socket'), '/dev/null']) {
      await expect(files.read(path, 9)).rejects.toMatchObject({ code: 'ENOTREG', path });
    }
    server.close();
  });
});

describe('replace', () => {
  test.each([0o000, 0o077])('with umask %o sets exactly the mode, and leaves no temp file', async (umask) => {
    const directory = tempDirectory();
    const path = join(directory, 'file');
    process.umask(umask);
    for (const mode of [0o600, 0o644]) {
      await files.replace(path, bytes(String(mode)), mode);
      expect(statSync(path).mode & 0o777).toBe(mode);
    }
    expect(readdirSync(directory)).toEqual(['file']);
  });

  test('leaves no temp file when it fails', async () => {
    const directory = tempDirectory();
    mkdirSync(join(directory, 'in-the-way', 'x'), { recursive: true });
    await expect(files.replace(join(directory, 'in-the-way'), bytes('x'), 0o600)).rejects.toThrow();
    expect(readdirSync(directory)).toEqual(['in-the-way']);
  });

  test('a killed writer never leaves a torn file', async () => {
    const path = join(tempDirectory(), 'file');
    writeFileSync(path, 'a'.repeat(200_000));
    for (let round = 0; round < 5; round++) {
      const writer = spawn(process.execPath, [worker('write-worker'), path]);
      await once(writer.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
      writer.kill('SIGKILL');
      await once(writer, 'exit');
      expect(readFileSync(path, 'utf8')).toMatch(/^(a{200000}|b{300000}|c{100000})$/);
    }
  });
});

test('realPath follows chains of symlinks to what does not exist yet', async () => {
  const directory = tempDirectory();
  mkdirSync(join(directory, 'a', 'b'), { recursive: true });
  symlinkSync('a/b', join(directory, 'short'));
  symlinkSync('../missing/deep/file', join(directory, 'a', 'b', 'link'));
  symlinkSync('short/link', join(directory, 'start'));
  expect(await files.realPath(join(directory, 'start'))).toBe(join(directory, 'a/missing/deep/file'));
  expect(await files.realPath(join(directory, 'no/such'))).toBe(join(directory, 'no/such'));
  symlinkSync('loop', join(directory, 'loop'));
  await expect(files.realPath(join(directory, 'loop'))).rejects.toMatchObject({ code: 'ELOOP' });
});

test.each([0o000, 0o077, 0o777])('with umask %o makeDirectory gives every new directory its mode', async (umask) => {
  const directory = tempDirectory();
  chmodSync(directory, 0o755);
  process.umask(umask);
  await files.makeDirectory(join(directory, 'a', 'b'), 0o700);
  await files.makeDirectory(join(directory, 'a', 'b'), 0o755);
  const modes = [directory, join(directory, 'a'), join(directory, 'a', 'b')].map((path) => statSync(path).mode & 0o777);
  expect(modes).toEqual([0o755, 0o700, 0o700]);
  process.umask(0o022);
  writeFileSync(join(directory, 'file'), '');
  await expect(files.makeDirectory(join(directory, 'file'), 0o700)).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(files.makeDirectory(join(directory, 'file', 'x'), 0o700)).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test('isWritable asks the write bits, of root too', async () => {
  const path = join(tempDirectory(), 'file');
  writeFileSync(path, '');
  expect(await files.isWritable(path)).toBe(true);
  chmodSync(path, 0o444);
  expect(await files.isWritable(path)).toBe(false);
  await expect(files.isWritable(`${path}-missing`)).rejects.toMatchObject({ code: 'ENOENT' });
});
