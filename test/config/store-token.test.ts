import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseEnvFile } from '../../src/config/env-file.ts';
import { type StoredToken, storeToken } from '../../src/config/store-token.ts';
import { tempDirectory } from '../support/temp-directory.ts';
import { diskSystem } from './disk-system.ts';

const TOKEN = 'hf_abcdefghijklmnop9fQ2';

type Place = ReturnType<typeof diskSystem> & { directory: string; file: string };

function place(content?: string | Uint8Array, mode = 0o600, directory = tempDirectory()): Place {
  const file = join(directory, '.env');
  if (content !== undefined) {
    writeFileSync(file, content);
    chmodSync(file, mode);
  }
  return { ...diskSystem(directory), directory, file };
}

function store({ system, locations }: Place, replaceExisting = true): Promise<StoredToken> {
  return storeToken({ locations, token: TOKEN, replaceExisting }, system);
}

test('makes the file 0600 and its directory 0700', async () => {
  const directory = join(tempDirectory(), 'state');
  const at = place(undefined, 0, directory);
  expect(await store(at)).toMatchObject({ path: at.file, stored: true, changed: true, notes: [] });
  expect(readFileSync(at.file, 'utf8')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  expect([statSync(at.file).mode & 0o777, statSync(directory).mode & 0o777]).toEqual([0o600, 0o700]);
  expect(readdirSync(directory)).toEqual(['.env']);
});

test.each([
  ['under the first name', `HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`],
  ['under the second name', `HF_TOKEN="${TOKEN}"\n`],
  ['under the second name, the first being empty', `HUGGINGFACE_HUB_TOKEN=\nHF_TOKEN=${TOKEN}\n`],
])('the same token %s is stored already', async (_, content) => {
  const at = place(content);
  expect(await store(at)).toMatchObject({ stored: true, changed: false, notes: [] });
  expect(readFileSync(at.file, 'utf8')).toBe(content);
  expect(readdirSync(at.directory)).toEqual(['.env']);
});

test('the same token under the second name is not enough where the first name has another', async () => {
  const at = place(`HF_TOKEN=${TOKEN}\nHUGGINGFACE_HUB_TOKEN=hf_other\n`);
  await store(at);
  expect(parseEnvFile(readFileSync(at.file, 'utf8')).HUGGINGFACE_HUB_TOKEN).toBe(TOKEN);
});

test('another token is replaced, and the old file kept', async () => {
  const at = place('A=1\nHUGGINGFACE_HUB_TOKEN=hf_old # mine\n');
  const stored = await store(at);
  expect(stored.notes.join()).toContain('.env.bak');
  expect(readFileSync(at.file, 'utf8')).toBe(`A=1\nHUGGINGFACE_HUB_TOKEN=${TOKEN} # mine\n`);
  expect(readFileSync(`${at.file}.bak`, 'utf8')).toBe('A=1\nHUGGINGFACE_HUB_TOKEN=hf_old # mine\n');
  expect(statSync(`${at.file}.bak`).mode & 0o777).toBe(0o600);
});

test.each(['HUGGINGFACE_HUB_TOKEN=hf_old\n', 'HF_TOKEN=hf_old\n'])(
  '%j stays unless a key was given explicitly',
  async (content) => {
    const at = place(content);
    expect(await store(at, false)).toMatchObject({
      stored: false,
      changed: false,
      notes: [expect.stringContaining('kept')],
    });
    expect(readFileSync(at.file, 'utf8')).toBe(content);
  },
);

test('a second name’s other token stays, second', async () => {
  const at = place('HF_TOKEN=hf_old');
  expect(await store(at)).toMatchObject({ changed: true, notes: [expect.stringContaining('first')] });
  expect(readFileSync(at.file, 'utf8')).toBe(`HF_TOKEN=hf_old\nHUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  expect(existsSync(`${at.file}.bak`)).toBe(false);
});

test.each([`HF_TOKEN=${TOKEN}\n`, 'A=1\n'])(
  'a mode that lets others read %j is tightened, with a note',
  async (content) => {
    const at = place(content, 0o644);
    expect((await store(at)).notes).toEqual(['Its mode was 0644; it is 0600 now, as it holds a token.']);
    expect(statSync(at.file).mode & 0o777).toBe(0o600);
  },
);

test('a symlink is followed, also a dangling one', async () => {
  const at = place();
  mkdirSync(join(at.directory, 'dotfiles'));
  symlinkSync('dotfiles/env', at.file);
  await store(at);
  expect(lstatSync(at.file).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(at.directory, 'dotfiles/env'), 'utf8')).toContain(TOKEN);
});

test.each([undefined, 'A=1\n', 'HUGGINGFACE_HUB_TOKEN=hf_old'])('restore puts %j back', async (content) => {
  const at = place(content);
  const { restore } = await store(at);
  await restore();
  expect(existsSync(at.file) ? readFileSync(at.file, 'utf8') : undefined).toBe(content);
});

test('restore leaves what somebody else wrote since', async () => {
  const at = place('A=1\n');
  const { restore } = await store(at);
  writeFileSync(at.file, 'THEIRS=1\n');
  await restore();
  expect(readFileSync(at.file, 'utf8')).toBe('THEIRS=1\n');
});

test('restore says so where it can’t', async () => {
  const at = place('A=1\n');
  const { restore } = await store(at);
  chmodSync(at.file, 0o400);
  await expect(restore()).rejects.toMatchObject({
    message: `${at.file} keeps the new token: it could not be put back.`,
  });
});

test('a read-only file is refused', async () => {
  const at = place('A=1\n', 0o400);
  await expect(store(at)).rejects.toMatchObject({ code: 'config_unwritable' });
  expect(readFileSync(at.file, 'utf8')).toBe('A=1\n');
});

test('a file that is no UTF-8 is refused', async () => {
  const at = place(Buffer.from([0x41, 0x3d, 0xff, 0x0a]));
  await expect(store(at)).rejects.toMatchObject({ code: 'config_unwritable' });
});

test('a directory in its place is refused', async () => {
  const at = place();
  mkdirSync(at.file);
  await expect(store(at)).rejects.toMatchObject({ code: 'config_unwritable' });
});
