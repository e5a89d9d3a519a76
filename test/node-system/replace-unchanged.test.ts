import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFiles } from '../../src/node-system/disk/files.ts';
import { holdFile } from '../../src/node-system/disk/held-file.ts';
import { tempDirectory } from '../support/temp-directory.ts';

const files = createFiles(new AbortController().signal, new Set());
const bytes = (text: string) => new TextEncoder().encode(text);

function place(content?: string) {
  const directory = tempDirectory();
  const path = join(directory, 'file');
  if (content !== undefined) writeFileSync(path, content);
  return { directory, path };
}

describe('replace with what is expected', () => {
  test.each([['old', 'old'] as const, [undefined, null] as const])(
    'writes where %j is still there',
    async (content, expected) => {
      const { directory, path } = place(content);
      await files.replace(path, bytes('new'), 0o600, { expected: expected === null ? null : bytes(expected) });
      expect(readFileSync(path, 'utf8')).toBe('new');
      expect([readdirSync(directory), statSync(path).nlink]).toEqual([['file'], 1]);
    },
  );

  test.each([
    ['other', 'old'],
    ['ol', 'old'],
    [undefined, 'old'],
    ['old', null],
    ['', null],
  ] as const)('changes nothing where %j stands instead of %j', async (content, expected) => {
    const { directory, path } = place(content);
    const replaced = files.replace(path, bytes('new'), 0o600, { expected: expected === null ? null : bytes(expected) });
    await expect(replaced).rejects.toMatchObject({ code: 'ECHANGED', path });
    expect(existsSync(path) ? readFileSync(path, 'utf8') : undefined).toBe(content);
    expect(readdirSync(directory)).toEqual(content === undefined ? [] : ['file']);
  });

  test('takes a link that came into the file’s place for a change', async () => {
    const { directory, path } = place('old');
    renameSync(path, join(directory, 'moved'));
    symlinkSync('moved', path);
    const replaced = files.replace(path, bytes('new'), 0o600, { expected: bytes('old') });
    await expect(replaced).rejects.toMatchObject({ code: 'ECHANGED' });
  });

  test('takes a directory and a FIFO for a change, and waits for neither', async () => {
    const { path } = place();
    mkdirSync(path);
    const replaced = files.replace(path, bytes('new'), 0o600, { expected: bytes('') });
    await expect(replaced).rejects.toMatchObject({ code: 'ECHANGED' });
  });

  test('gives back the very file where a writer that had it open wrote after the rename', async () => {
    const { directory, path } = place('old');
    const writer = await open(path, 'r+');
    const held = await holdFile(path, bytes('old'), new Set());
    writeFileSync(join(directory, 'ours'), 'ours');
    renameSync(join(directory, 'ours'), path);
    await writer.write('theirs', 0);
    await expect(held?.release(statSync(path).ino)).rejects.toMatchObject({ code: 'ECHANGED' });
    await writer.write('!', 6);
    await writer.close();
    expect(readFileSync(path, 'utf8')).toBe('theirs!');
    expect(readdirSync(directory)).toEqual(['file']);
  });

  test('leaves a third program’s file alone', async () => {
    const { directory, path } = place('old');
    const held = await holdFile(path, bytes('old'), new Set());
    writeFileSync(join(directory, 'ours'), 'ours');
    const { ino } = statSync(join(directory, 'ours'));
    linkSync(join(directory, 'ours'), join(directory, 'kept'));
    writeFileSync(join(directory, 'third'), 'third');
    writeFileSync(path, 'theirs');
    renameSync(join(directory, 'third'), path);
    await held?.release(ino);
    expect(readFileSync(path, 'utf8')).toBe('third');
  });
});

test('remove with what is expected removes nothing else', async () => {
  const { path } = place('other');
  await expect(files.remove(path, { expected: bytes('old') })).rejects.toMatchObject({ code: 'ECHANGED' });
  await files.remove(path, { expected: bytes('other') });
  expect(existsSync(path)).toBe(false);
});
