import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deepMerge } from '../../src/config/read/includes.ts';
import { readConfig } from '../../src/config/read/read.ts';
import type { JsonValue } from '../../src/text/json.ts';
import { tempDirectory } from '../support/temp-directory.ts';
import { diskSystem } from './disk-system.ts';

type Contents = Record<string, string>;

async function readIn(directory: string, files: Contents) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(directory, name, '..'), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
  const { system, locations } = diskSystem(directory);
  return readConfig(locations, system);
}

const effective = async (files: Contents) => (await readIn(tempDirectory(), files)).value;

test.each<[string, JsonValue, JsonValue, JsonValue]>([
  ['arrays concatenate', [1], [2], [1, 2]],
  ['objects merge deep', { a: { b: 1, c: [1] } }, { a: { d: 2, c: [2] } }, { a: { b: 1, d: 2, c: [1, 2] } }],
  [
    'otherwise the later wins',
    { a: 1, b: [1], c: { d: 1 } },
    { a: 'x', b: { x: 1 }, c: null },
    { a: 'x', b: { x: 1 }, c: null },
  ],
  ['null is a value', { a: null }, { a: { b: 1 } }, { a: { b: 1 } }],
])('%s', (_, under, over, expected) => {
  expect(deepMerge(under, over, () => {})).toEqual(expected);
});

test('keys that reach prototypes are not taken over', () => {
  const over = JSON.parse('{ "__proto__": { "x": 1 }, "constructor": 1, "prototype": 2, "a": 1 }');
  expect(Object.keys(Object(deepMerge({}, over, () => {})))).toEqual(['a']);
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
});

test.each<[string, Contents, JsonValue]>([
  ['a file', { 'openclaw.json': '{ $include: "a.json5" }', 'a.json5': '{ a: 1 }' }, { a: 1 }],
  [
    'a file below what stands beside it',
    { 'openclaw.json': '{ a: 2, $include: "./a.json5", l: [2] }', 'a.json5': '{ a: 1, b: 1, l: [1] }' },
    { a: 2, b: 1, l: [1, 2] },
  ],
  [
    'a list of files, in order',
    { 'openclaw.json': '{ $include: ["a", "b"] }', a: '{ x: 1, l: [1] }', b: '{ x: 2, l: [2] }' },
    { x: 2, l: [1, 2] },
  ],
  ['an empty list', { 'openclaw.json': '{ $include: [], a: 1 }' }, { a: 1 }],
  ['a file deep in an object', { 'openclaw.json': '{ a: { b: { $include: "a" } } }', a: '[1]' }, { a: { b: [1] } }],
  ['a file in a list', { 'openclaw.json': '{ a: [{ $include: "a" }, 2] }', a: '"text"' }, { a: ['text', 2] }],
  [
    'a file of a file, relative to that file',
    { 'openclaw.json': '{ $include: "sub/a" }', 'sub/a': '{ $include: "./b", a: 1 }', 'sub/b': '{ b: 1 }' },
    { b: 1, a: 1 },
  ],
  [
    'a file above the including one, inside the directory',
    { 'openclaw.json': '{ $include: "sub/a" }', 'sub/a': '{ $include: "../b" }', b: '{ b: 1 }' },
    { b: 1 },
  ],
  [
    'a file twice',
    { 'openclaw.json': '{ a: { $include: "a" }, b: { $include: "a" } }', a: '{ x: 1 }' },
    { a: { x: 1 }, b: { x: 1 } },
  ],
  ['a file with comments and a BOM', { 'openclaw.json': '{ $include: "a" }', a: '\ufeff// c\n{ a: 1, }' }, { a: 1 }],
])('includes %s', async (_, files, expected) => {
  expect(await effective(files)).toEqual(expected);
});

test('what is included is named, and the root’s own value stays as written', async () => {
  const directory = tempDirectory();
  const snapshot = await readIn(directory, { 'openclaw.json': '{ $include: "a" }', a: '{ $include: "b" }', b: '{}' });
  expect(snapshot.own).toEqual({ $include: 'a' });
  expect(snapshot.includedFiles).toEqual([join(directory, 'a'), join(directory, 'b')]);
});

test('ten files deep is allowed, eleven is not', async () => {
  const chain = (depth: number) => {
    const files: Contents = { 'openclaw.json': '{ $include: "f1" }' };
    for (let n = 1; n < depth; n++) files[`f${n}`] = `{ $include: "f${n + 1}" }`;
    return { ...files, [`f${depth}`]: '{ end: 1 }' };
  };
  expect(await effective(chain(10))).toEqual({ end: 1 });
  await expect(effective(chain(11))).rejects.toThrow(/nested deeper than 10/);
});

/** `f1` … `fN`, each of which includes the next one eight times. */
function fan(files: number, including: (name: string) => string, last: string): Contents {
  const contents: Contents = { 'openclaw.json': including('f1'), [`f${files}`]: last };
  for (let n = 1; n < files; n++) contents[`f${n}`] = including(`f${n + 1}`);
  return contents;
}

const eightTimes = (write: (name: string, index: number) => string) => (name: string) =>
  `{ ${Array.from({ length: 8 }, (_, index) => write(name, index)).join(', ')} }`;

describe('nine tiny files that include each other eight times', () => {
  test('are read and resolved once each', async () => {
    const inList = (name: string) => `{ $include: [${`"${name}", `.repeat(8)}] }`;
    expect(await effective(fan(9, inList, '{ a: 1 }'))).toEqual({ a: 1 });
    const snapshot = await readIn(tempDirectory(), fan(9, inList, '{ a: 1 }'));
    expect(snapshot.ownerOf(['not', 'there'])).toBe(undefined);
  });

  test.each([
    ['lists', (name: string) => `{ $include: [${`"${name}", `.repeat(8)}] }`, '{ a: [1] }'],
    ['members', eightTimes((name, index) => `k${index}: { $include: "${name}" }`), '{ a: 1 }'],
    ['elements', (name: string) => `{ a: [${`{ $include: "${name}" }, `.repeat(8)}] }`, '{ a: 1 }'],
  ])('are refused where they would fill any memory with %s', async (_, including, last) => {
    const error = await effective(fan(9, including, last)).catch((reason) => reason);
    expect(error).toMatchObject({ code: 'config_invalid', exitCode: 3 });
    expect(error.message).toMatch(/\$include leads to more than 20 MB when everything is merged\.$/);
  });
});

test('a file of many keys under many small ones is refused, not copied for ever', async () => {
  const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`);
  const names = `"a", ${'"b", '.repeat(20_000)}`;
  const files = { 'openclaw.json': `{ $include: [${names}] }`, a: `{ ${keys.join(', ')} }`, b: '{ x: 1 }' };
  await expect(effective(files)).rejects.toThrow(/more than 20 MB/);
});

test('ten files of 900 levels each are refused, not a crash', async () => {
  const deep = (inner: string) => '{a:'.repeat(900) + inner + '}'.repeat(900);
  const files: Contents = { 'openclaw.json': '{ $include: "f1" }', f9: deep('1') };
  for (let n = 1; n < 9; n++) files[`f${n}`] = deep(`{ $include: "f${n + 1}" }`);
  await expect(effective(files)).rejects.toThrow(/f8: \$include leads to more than 1000 levels of nesting/);
});

test('a file that was read at a small depth is not read again at too great a one', async () => {
  const files: Contents = { 'openclaw.json': '{ a: { $include: "f6" }, b: { $include: "f1" } }', f11: '{}' };
  for (let n = 1; n < 11; n++) files[`f${n}`] = `{ $include: "f${n + 1}" }`;
  await expect(effective(files)).rejects.toThrow(/nested deeper than 10/);
});

describe('OPENCLAW_INCLUDE_ROOTS', () => {
  const read = async (roots: string, include: string) => {
    const directory = tempDirectory();
    writeFileSync(join(directory, 'openclaw.json'), JSON.stringify({ $include: include }));
    const { system, locations } = diskSystem(directory, { OPENCLAW_INCLUDE_ROOTS: roots, HOME: directory });
    return (await readConfig(locations, system)).value;
  };

  test('lets files outside the config’s directory be included, through links too', async () => {
    const [shared, linked] = [tempDirectory(), tempDirectory()];
    writeFileSync(join(shared, 'a'), '{ $include: "b", a: 1 }');
    writeFileSync(join(shared, 'b'), '{ b: 1 }');
    symlinkSync(join(shared, 'b'), join(linked, 'c'));
    expect(await read(shared, join(shared, 'a'))).toEqual({ b: 1, a: 1 });
    expect(await read(` ${linked} ::${shared}`, join(linked, 'c'))).toEqual({ b: 1 });
    await expect(read(linked, join(linked, 'c'))).rejects.toThrow(/outside .* and those of OPENCLAW_INCLUDE_ROOTS/);
    await expect(read('~', join(shared, 'a'))).rejects.toThrow(/outside/);
  });
});

describe('refused, without showing anything of an included file:', () => {
  test.each<[string, Contents, RegExp]>([
    [
      'a missing file',
      { 'openclaw.json': '{ $include: "a" }' },
      /openclaw\.json: \$include names .*\/a, which does not exist/,
    ],
    [
      'itself',
      { 'openclaw.json': '{ $include: "openclaw.json" }' },
      /in a circle: .*openclaw\.json -> .*openclaw\.json/,
    ],
    [
      'a circle',
      { 'openclaw.json': '{ $include: "a" }', a: '{ $include: "b" }', b: '{ $include: "a" }' },
      /in a circle/,
    ],
    ['a file outside', { 'openclaw.json': '{ $include: "../a" }' }, /outside the config's directory/],
    ['an absolute path outside', { 'openclaw.json': '{ $include: "/etc/passwd" }' }, /outside the config's directory/],
    ['the directory itself', { 'openclaw.json': '{ $include: "." }' }, /outside the config's directory/],
    ['a number', { 'openclaw.json': '{ $include: 5 }' }, /must be a file name or an array/],
    ['a list with a number', { 'openclaw.json': '{ $include: ["a", 5] }', a: '{}' }, /must be a file name or an array/],
    ['a list beside keys', { 'openclaw.json': '{ x: { $include: "a", y: 1 } }', a: '[1]' }, /must hold an object/],
    ['a list for the whole config', { 'openclaw.json': '{ $include: "a" }', a: '[1]' }, /must lead to an object/],
    [
      'broken JSON5',
      { 'openclaw.json': '{ $include: "a" }', a: '{\n  SECRET: "SECRET" SECRET }' },
      /\/a:2:20: unexpected character\.$/,
    ],
    ['an empty file', { 'openclaw.json': '{ $include: "a" }', a: '' }, /\/a:1:1: unexpected end/],
    [
      'more than 2 MB',
      { 'openclaw.json': '{ $include: "a" }', a: ' '.repeat(2 * 1024 * 1024 + 1) },
      /larger than 2 MB/,
    ],
    ['a directory', { 'openclaw.json': '{ $include: "a" }', 'a/b': '' }, /\/a can't be read: it is a directory/],
  ])('%s', async (_, files, expected) => {
    const error = await effective(files).catch((reason) => reason);
    expect(error).toMatchObject({ code: 'config_invalid', exitCode: 3 });
    expect(error.message).toMatch(expected);
    expect(error.message).not.toContain('SECRET');
  });

  test('invalid UTF-8', async () => {
    const directory = tempDirectory();
    writeFileSync(join(directory, 'a'), Buffer.from([0x53, 0x45, 0x43, 0x52, 0x45, 0x54, 0xff]));
    const error = await readIn(directory, { 'openclaw.json': '{ $include: "a" }' }).catch((reason) => reason);
    expect(error.message).toBe(`${directory}/a:1:7: invalid UTF-8.`);
  });

  test('a file with hard links, as OpenClaw does', async () => {
    const directory = tempDirectory();
    writeFileSync(join(directory, 'x'), '{ SECRET: 1 }');
    linkSync(join(directory, 'x'), join(directory, 'a'));
    const error = await readIn(directory, { 'openclaw.json': '{ $include: "a" }' }).catch((reason) => reason);
    expect(error).toMatchObject({
      code: 'config_invalid',
      message: `${directory}/openclaw.json: $include names ${directory}/a, which has hard links: OpenClaw does not read it.`,
    });
  });

  test('a FIFO', async () => {
    const directory = tempDirectory();
    execFileSync('mkfifo', [join(directory, 'a')]);
    await expect(readIn(directory, { 'openclaw.json': '{ $include: "a" }' })).rejects.toThrow(/not a regular file/);
  });

  test('a symlink that leads outside', async () => {
    const [directory, outside] = [tempDirectory(), tempDirectory()];
    writeFileSync(join(outside, 'x'), '{}');
    symlinkSync(join(outside, 'x'), join(directory, 'a'));
    await expect(readIn(directory, { 'openclaw.json': '{ $include: "a" }' })).rejects.toThrow(/outside/);
  });
});

test('a symlink that stays inside, and a directory that is itself a symlink, are fine', async () => {
  const real = tempDirectory();
  const link = join(tempDirectory(), 'link');
  symlinkSync(real, link);
  writeFileSync(join(real, 'x'), '{ x: 1 }');
  symlinkSync('x', join(real, 'a'));
  expect((await readIn(link, { 'openclaw.json': '{ $include: "a" }' })).value).toEqual({ x: 1 });
});
