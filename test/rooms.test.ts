import { describe, expect, test } from 'vitest';
import { circles, importsFrom, ROOMS, readSources, type Sources, sourceFiles, wrongImports } from './support/rooms.ts';

const sources = readSources();

test('every room imports only from rooms to its right, and each library only its room', () => {
  expect(wrongImports(sources)).toEqual([]);
});

test('there is no circle of imports, types included', () => {
  expect(circles(sources)).toEqual([]);
});

test('no file has more than 200 lines, no folder more than a dozen files', () => {
  const long = Object.entries(sources).filter(([, text]) => text.split('\n').length > 201);
  const folders = sourceFiles().map((path) => path.slice(0, path.lastIndexOf('/')));
  const crowded = [...new Set(folders)].filter((folder) => folders.filter((other) => other === folder).length > 12);
  expect({ long: long.map(([path]) => path), crowded }).toEqual({
    long: [],
    crowded: [],
  });
});

test('json5/ knows nothing of OpenClaw: it imports text/json, and no more', () => {
  const outside = importsFrom('src/json5/', sources);
  expect(outside.filter((path) => !['src/text/json.ts', 'json5'].includes(path))).toEqual([]);
});

const WAYS = {
  'a static import': (path: string) => `import { x } from '${path}';\n`,
  'a type import': (path: string) => `import type {\n  X,\n} from '${path}';\n`,
  'a re-export': (path: string) => `export { x } from '${path}';\n`,
  'a dynamic import': (path: string) => `export const y = async () => (await import('${path}')).x;\n`,
};

const planted = (way: keyof typeof WAYS, from: string, path: string): Sources => ({ [from]: WAYS[way](path) });

describe.each(Object.keys(WAYS) as (keyof typeof WAYS)[])('%s', (way) => {
  test.each([
    ['src/cli/a.ts', '../main.ts', 'src/main.ts'],
    ['src/commands/a.ts', '../cli/program.ts', 'src/cli/program.ts'],
    ['src/commands/models/a.ts', '../../cli/program.ts', 'src/cli/program.ts'],
    ['src/setup/a.ts', '../onboarding/options.ts', 'src/onboarding/options.ts'],
    ['src/config/read/a.ts', '../../token/b.ts', 'src/token/b.ts'],
    ['src/env-file/a.ts', '../config/read/read.ts', 'src/config/read/read.ts'],
    ['src/text/a.ts', '../words/words.ts', 'src/words/words.ts'],
    ['src/setup/a.ts', '../node-system/disk/files.ts', 'src/node-system/disk/files.ts'],
    ['src/node-system/a.ts', '../config/read/read.ts', 'src/config/read/read.ts'],
    ['src/commands/a.ts', 'commander', 'commander'],
    ['src/setup/a.ts', 'json5', 'json5'],
    ['src/config/a.ts', 'node:fs', 'node:fs'],
    ['src/onboarding/a.ts', '@inquirer/core', '@inquirer/core'],
    ['src/text/a.ts', 'left-pad', 'left-pad'],
  ])('from %s to %s is refused', (from, path, target) => {
    expect(wrongImports(planted(way, from, path))).toEqual([`${from} imports ${target}`]);
  });

  test('to the right is free', () => {
    const right = ROOMS.filter((room) => room !== 'node-system');
    for (const [index, room] of right.entries())
      for (const target of right.slice(index + 1))
        expect(wrongImports(planted(way, `src/${room}/a.ts`, `../${target}/b.ts`))).toEqual([]);
  });

  test('in a circle is found', () => {
    const first = WAYS[way]('./b.ts');
    expect(circles({ 'src/text/a.ts': first, 'src/text/b.ts': WAYS[way]('./a.ts') })).toEqual([
      ['src/text/a.ts', 'src/text/b.ts', 'src/text/a.ts'],
    ]);
  });
});
