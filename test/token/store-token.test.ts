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
import { describe, expect, test } from 'vitest';
import { parseEnvFile } from '../../src/env-file/env-file.ts';
import { type StoredToken, storeToken } from '../../src/token/store-token.ts';
import { diskSystem } from '../config/disk-system.ts';
import { tempDirectory } from '../support/temp-directory.ts';

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

async function store({ system, locations }: Place, replaceExisting = true): Promise<StoredToken> {
  return (await storeToken({ locations, token: TOKEN, replaceExisting }, system, async () => {})).stored;
}

/** Stores it, then what needs it fails, after something else happened. */
async function storeInVain({ system, locations }: Place, meanwhile: () => void = () => {}): Promise<unknown> {
  const work = () => {
    meanwhile();
    return Promise.reject(new Error('in vain'));
  };
  return storeToken({ locations, token: TOKEN, replaceExisting: true }, system, work).catch((error) => error);
}

/** Name -> mode and content. */
function filesIn(directory: string): Record<string, string> {
  const describeFile = (path: string) => `${(statSync(path).mode & 0o777).toString(8)} ${readFileSync(path, 'utf8')}`;
  return Object.fromEntries(readdirSync(directory).map((name) => [name, describeFile(join(directory, name))]));
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
  expect(stored.notes).toEqual([{ kind: 'env-token-replaced', path: at.file, name: 'HUGGINGFACE_HUB_TOKEN' }]);
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
      notes: [{ kind: 'env-token-kept', path: at.file, name: content.split('=')[0] }],
    });
    expect(readFileSync(at.file, 'utf8')).toBe(content);
  },
);

test('a second name’s other token stays, second', async () => {
  const at = place('HF_TOKEN=hf_old');
  const note = { kind: 'env-token-second', path: at.file, name: 'HF_TOKEN', first: 'HUGGINGFACE_HUB_TOKEN' };
  expect(await store(at)).toMatchObject({ changed: true, notes: [note] });
  expect(readFileSync(at.file, 'utf8')).toBe(`HF_TOKEN=hf_old\nHUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  expect(existsSync(`${at.file}.bak`)).toBe(false);
});

test.each([`HF_TOKEN=${TOKEN}\n`, 'A=1\n'])(
  'a mode that lets others read %j is tightened, with a note',
  async (content) => {
    const at = place(content, 0o644);
    expect((await store(at)).notes).toEqual([{ kind: 'env-tightened', path: at.file, mode: 0o644 }]);
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

describe('where the config is not written', () => {
  const BACKUPS = ['.env.bak', '.env.bak.1', '.env.bak.2', '.env.bak.3', '.env.bak.4'];

  test.each([
    [undefined, 0],
    ['A=1\n', 0o600],
    ['A=1\n', 0o644],
    [`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`, 0o640],
    ['HUGGINGFACE_HUB_TOKEN=hf_old', 0o664],
  ])('%j is put back with its mode', async (content, mode) => {
    const at = place(content, mode);
    const before = filesIn(at.directory);
    expect(await storeInVain(at)).toMatchObject({ message: 'in vain' });
    expect(filesIn(at.directory)).toEqual(before);
  });

  test.each([0, 1, 3, 5])('the %i backups that were there are put back', async (count) => {
    const at = place('HUGGINGFACE_HUB_TOKEN=hf_old', 0o600);
    for (const name of BACKUPS.slice(0, count))
      writeFileSync(join(at.directory, name), `mine: ${name}`, { mode: 0o640 });
    const before = filesIn(at.directory);
    await storeInVain(at);
    expect(filesIn(at.directory)).toEqual(before);
  });

  test('what somebody else wrote since stays, and the old file as its backup', async () => {
    const at = place('HUGGINGFACE_HUB_TOKEN=hf_old');
    await storeInVain(at, () => writeFileSync(at.file, 'THEIRS=1\n'));
    expect(filesIn(at.directory)).toEqual({ '.env': '600 THEIRS=1\n', '.env.bak': '600 HUGGINGFACE_HUB_TOKEN=hf_old' });
  });

  test('and .env can’t be put back either, it says so', async () => {
    const at = place('HUGGINGFACE_HUB_TOKEN=hf_old');
    const { replace } = at.system.files;
    const full = () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    const breakDisk = () => Object.assign(at.system.files, { replace: full });
    expect(await storeInVain(at, breakDisk)).toMatchObject({
      code: 'config_unwritable',
      message: `The config was not written, but ${at.file} keeps the new token: it could not be put back, no space left on the device (ENOSPC).`,
      hint: `Run the same command again; with --verbose it says why the config was not written.\nThe old file: ${at.file}.bak`,
    });
    Object.assign(at.system.files, { replace });
  });
});

test('five old files are kept, the newest first', async () => {
  const at = place('HUGGINGFACE_HUB_TOKEN=hf_0\n');
  writeFileSync(`${at.file}.bak`, 'made by hand');
  for (let n = 1; n <= 5; n++) {
    await store(at);
    writeFileSync(at.file, `HUGGINGFACE_HUB_TOKEN=hf_${n}\n`);
  }
  const ring = ['.bak', '.bak.1', '.bak.2', '.bak.3', '.bak.4'].map((end) => readFileSync(at.file + end, 'utf8'));
  expect(ring).toEqual([4, 3, 2, 1, 0].map((n) => `HUGGINGFACE_HUB_TOKEN=hf_${n}\n`));
});

test('an old file made by hand moves on', async () => {
  const at = place('HUGGINGFACE_HUB_TOKEN=hf_old\n');
  writeFileSync(`${at.file}.bak`, 'made by hand');
  await store(at);
  expect(readFileSync(`${at.file}.bak.1`, 'utf8')).toBe('made by hand');
});

test('a file that would become too large to be read again is refused', async () => {
  const at = place(`A=${'x'.repeat(1024 * 1024 - 10)}\n`);
  await expect(store(at)).rejects.toMatchObject({
    code: 'config_unwritable',
    message: `${at.file} would become 1048615 bytes, and at most 1 MB (1048576 bytes) are read.`,
    unchanged: true,
  });
  expect(readdirSync(at.directory)).toEqual(['.env']);
});

test.each(['A=1\n', `HF_TOKEN=${TOKEN}\n`])(
  'where a mode can’t be set, %j is written, with a warning',
  async (content) => {
    const at = place(content, 0o644);
    const { stat } = at.system.files;
    Object.assign(at.system.files, {
      chmod: () => Promise.reject(Object.assign(new Error('refused'), { code: 'EPERM' })),
      // As on FAT: each file has the mode of the mount.
      stat: async (path: string) => ({ ...(await stat(path)), mode: 0o755 }),
    });
    expect((await store(at)).notes).toEqual([{ kind: 'env-readable', path: at.file, mode: 0o755 }]);
    expect(readFileSync(at.file, 'utf8')).toContain(TOKEN);
  },
);

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
