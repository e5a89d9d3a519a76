import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ConfigSnapshot, readConfig } from '../../src/config/read/read.ts';
import { OpenclawError } from '../../src/errors.ts';
import { tempDirectory } from '../support/temp-directory.ts';
import { diskSystem } from './disk-system.ts';

/** Reads a state directory with these files; `env` is the process's environment. */
function read(
  files: Record<string, string | Uint8Array>,
  env = {},
  directory = tempDirectory(),
): Promise<ConfigSnapshot> {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(directory, name, '..'), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
  const { system, locations } = diskSystem(directory, env);
  return readConfig(locations, system);
}

async function failure(promise: Promise<unknown>): Promise<OpenclawError> {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(OpenclawError);
  return error as OpenclawError;
}

test('a missing file is an empty config', async () => {
  const snapshot = await read({});
  expect(snapshot).toMatchObject({ bytes: null, mode: null, text: '', own: {}, value: {}, includedFiles: [] });
});

test('a file is read with its mode, BOM, own and effective value', async () => {
  const directory = tempDirectory();
  const text = '\ufeff{ a: "${A}" } // end';
  writeFileSync(join(directory, 'openclaw.json'), text, { mode: 0o640 });
  chmodSync(join(directory, 'openclaw.json'), 0o640);
  const snapshot = await read({}, { A: '1' }, directory);
  expect(snapshot).toMatchObject({ mode: 0o640, text, own: { a: '${A}' }, value: { a: '1' } });
  expect(Buffer.from(snapshot.bytes ?? []).toString()).toBe(text);
});

test('variables come from the process, then .env, then the config; an empty one counts nowhere', async () => {
  const config = '{ v: "${A} ${B} ${C} ${D} ${E}", env: { A: "c", B: "c", C: "c", D: "c", vars: { E: "c" } } }';
  const snapshot = await read({ 'openclaw.json': config, '.env': 'A=f\nB=f\nC=f\nD=' }, { A: 'p', B: '' });
  expect(snapshot.value.v).toBe('p f f c c');
});

test('the effective value of a changed root uses the files and variables that were read', async () => {
  const snapshot = await read(
    { 'openclaw.json': '{ $include: "./a.json5", b: "${X}" }', 'a.json5': '{ a: 1, list: [1] }' },
    { X: 'x' },
  );
  expect(snapshot.resolve({ ...snapshot.own, a: 2, list: [2] })).toEqual({ a: 2, list: [1, 2], b: 'x' });
});

test('an included file is found as the owner of what it states', async () => {
  const directory = tempDirectory();
  const snapshot = await read(
    {
      'openclaw.json': '{ $include: ["./a.json5", "./b.json5"], own: 1, sub: { $include: "./c.json5", own: 1 } }',
      'a.json5': '{ both: 1, onlyA: { x: 1 }, own: 5 }',
      'b.json5': '{ both: 2 }',
      'c.json5': '{ fromC: "x" }',
    },
    {},
    directory,
  );
  const owner = (...path: string[]) => snapshot.ownerOf(path)?.slice(directory.length + 1);
  expect(owner('both')).toBe('b.json5');
  expect(owner('onlyA', 'x')).toBe('a.json5');
  expect(owner('sub', 'fromC')).toBe('c.json5');
  expect(owner('sub', 'fromC', 'deeper')).toBe('c.json5');
  expect(owner('sub', 'own')).toBe(undefined);
  expect(owner('own')).toBe('a.json5');
  expect(owner('nowhere')).toBe(undefined);
});

describe('a file that is no JSON5', () => {
  test.each([
    ['a missing comma', '{\n  a: 1\n  b: 2\n}', '3:3: unexpected character\n  b: 2\n  ^'],
    ['tabs before it', '{\n\t\ta: 1\n\t\tb: 2\n}', '3:3: unexpected character\n  b: 2\n  ^'],
    ['a CRLF file', '{\r\n  a: 1\r\n  b: 2\r\n}', '3:3: unexpected character\n  b: 2\n  ^'],
    ['its end', '{ a: 1', '1:7: unexpected end of the text\n  { a: 1\n        ^'],
    ['an array at the top', '[1]', '1:1: the top level is not an object\n  [1]\n  ^'],
    [
      'wide characters before it',
      '{ a: "日本" b: 1 }',
      '1:11: unexpected character\n  { a: "日本" b: 1 }\n              ^',
    ],
  ])('is shown with line, column and a caret: %s', async (_, text, expected) => {
    const directory = tempDirectory();
    const error = await failure(read({ 'openclaw.json': text }, {}, directory));
    expect(error.code).toBe('config_invalid');
    expect(error.message.replace('  unexpected', 'unexpected')).toContain(`${directory}/openclaw.json:${expected}`);
  });

  test('is cut around the place in a long line', async () => {
    const error = await failure(read({ 'openclaw.json': `{ a: "${'x'.repeat(5000)}" ! ${'y'.repeat(5000)} }` }));
    const [, line = '', caret = ''] = error.message.split('\n');
    expect(line.length).toBeLessThan(85);
    expect(line.charAt(caret.indexOf('^'))).toBe('!');
  });

  test.each([
    '{ "apiKey": "SECRETVALUE" ! }',
    "{ apiKey: 'SECRETVALUE' ! }",
    '{ apiKey: SECRETVALUE }',
    '{ apiKey: SECRET VALUE }',
    '{ apiKey: "SECRETVALUE }',
    '{ apiKey: "SECRET\\"VALUE" ! }',
    '{ apiKey:\n  "SECRETVALUE" ! }',
    '{ apiKey:\n  SECRETVALUE }',
    '{ apiKey: /* why */\n  SECRETVALUE }',
    '{ tokens: [\n  "SECRETVALUE" ! ] }',
    '{ tokens: [ "SECRETVALUE" ! ] }',
    '{ token: { deep: [ {\n x: "SECRETVALUE" ! } ] } }',
    '{ token: { a: 1, b: 2,\n x: "SECRETVALUE" ! } }',
    '{ "my-password" : SECRETVALUE }',
    '{ apiKey: "abc\\\nSECRETVALUE" ! }',
    '{ a: hf_SECRETVALUE0123456789 }',
    '{ a: ! hf_SECRETVALUE0123456789 }',
    '{ MY_TOKEN=SECRETVALUE }',
    '{ apiKey "SECRETVALUE" }',
    '{ apiKey\n "SECRETVALUE" }',
    '{ // apiKey: SECRETVALUE\n a: 1 b: 2 }',
  ])('shows no secret: %j', async (text) => {
    const error = await failure(read({ 'openclaw.json': text }));
    expect(error.message).not.toContain('SECRET');
    expect(error.message).not.toContain('VALUE');
  });

  test('shows no control characters', async () => {
    const error = await failure(read({ 'openclaw.json': '{ a: "\u001b[31mred\u0007" ! }' }));
    expect(error.message.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});

describe('a file that is no UTF-8', () => {
  test('is shown with line and column', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{\n  // \ufffd ok\n  a: "x'),
      Buffer.from([0xe2, 0x82]),
      Buffer.from('" }'),
    ]);
    const error = await failure(read({ 'openclaw.json': bytes }));
    expect(error.message).toContain('openclaw.json:3:8: invalid UTF-8');
    expect(error.message).toMatch(/\n {2}a: "x\ufffd" }\n {7}\^$/);
  });

  test('is named when it is UTF-16', async () => {
    const error = await failure(read({ 'openclaw.json': Buffer.from('\ufeff{}', 'utf16le') }));
    expect(error.message).toContain('UTF-16');
  });
});

describe('what is no regular file', () => {
  test('a directory', async () => {
    const directory = tempDirectory();
    mkdirSync(join(directory, 'openclaw.json'));
    expect((await failure(read({}, {}, directory))).message).toContain('it is a directory');
  });

  test('a FIFO, without waiting for a writer', async () => {
    const directory = tempDirectory();
    execFileSync('mkfifo', [join(directory, 'openclaw.json')]);
    expect((await failure(read({}, {}, directory))).message).toContain('not a regular file');
  });

  test('a loop of symlinks', async () => {
    const directory = tempDirectory();
    symlinkSync('openclaw.json', join(directory, 'openclaw.json'));
    const error = await failure(read({}, {}, directory));
    expect(error).toMatchObject({ code: 'config_invalid', message: expect.stringContaining('circle (ELOOP)') });
  });

  test('a file of more than 20 MB', async () => {
    const error = await failure(read({ 'openclaw.json': Buffer.alloc(20 * 1024 * 1024 + 1, 32) }));
    expect(error.message).toContain('larger than 20 MB');
  });
});

test('the path in a hint is quoted for the shell that it is copied into', async () => {
  const directory = join(tempDirectory(), "sp ace's");
  mkdirSync(join(directory, 'openclaw.json'), { recursive: true });
  const { hint } = await failure(read({}, {}, directory));
  expect(hint).toBe(`Look at what is there: ls -ld '${directory.replace("'", "'\\''")}/openclaw.json'`);
});

test('without $include and without ${…} nothing is copied', async () => {
  const snapshot = await read({ 'openclaw.json': '{ a: { b: ["$x", { c: 1 }] } }' });
  expect(snapshot.stated).toBe(snapshot.own);
  expect(snapshot.value).toBe(snapshot.own);
});

test('a dangling symlink is a config that does not exist yet, at the link’s target', async () => {
  const directory = tempDirectory();
  symlinkSync('../elsewhere/real.json', join(directory, 'openclaw.json'));
  const snapshot = await read({}, {}, directory);
  expect(snapshot.bytes).toBe(null);
  expect(snapshot.realPath).toBe(join(directory, '../elsewhere/real.json'));
});
