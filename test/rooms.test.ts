import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tempDirectory } from './support/temp-directory.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The rules that the lint finds broken in these files, by path: `src/setup/a.ts` -> its message. */
function lint(files: Readonly<Record<string, string>>): Record<string, string> {
  const directory = tempDirectory();
  copyFileSync(fromRoot('biome.json'), join(directory, 'biome.json'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  const args = [fromRoot('node_modules/@biomejs/biome/bin/biome'), 'lint', '--reporter=json', '--max-diagnostics=none'];
  const { diagnostics } = JSON.parse(spawnSync(process.execPath, args, { cwd: directory, encoding: 'utf8' }).stdout);
  type Diagnostic = { category: string; message: string; location: { path: string } };
  const found = diagnostics.filter(({ category }: Diagnostic) => /noRestricted(Imports|Globals)$/.test(category));
  return Object.fromEntries(found.map(({ location, message }: Diagnostic) => [location.path, message]));
}

const WAYS = {
  static: (path: string) => `import { x } from '${path}';\n\nexport const y = x;\n`,
  type: (path: string) => `import type { X } from '${path}';\n\nexport type Y = X;\n`,
  dynamic: (path: string) => `export const y = async () => (await import('${path}')).x;\n`,
};

/** A planted file for each way to import. */
function plant(steps: readonly (readonly [room: string, imported: string])[]): Record<string, string> {
  const planted = steps.flatMap(([room, imported], index) =>
    Object.entries(WAYS).map(([way, text]) => [`src/${room}/planted-${index}-${way}.ts`, text(imported)]),
  );
  return Object.fromEntries(planted);
}

test('a room imports only from rooms to its right, and a library only in its room: statically, dynamically, as types', () => {
  const wrong = plant([
    ['cli', '../main.ts'],
    ['commands', '../cli/program.ts'],
    ['commands/models', '../../cli/program.ts'],
    ['onboarding', '../commands/onboard.ts'],
    ['setup', '../onboarding/options.ts'],
    ['catalog', '../setup/plan.ts'],
    ['huggingface', '../catalog/catalog.ts'],
    ['config', '../huggingface/token.ts'],
    ['json5', '../config/read.ts'],
    ['json5', '../text/redact.ts'],
    ['json5', '../system.ts'],
    ['json5/edit', '../../config/read.ts'],
    ['text', '../config/read.ts'],
    ['text', '../json5/parse.ts'],
    ['setup', '../node-system/files.ts'],
    ['node-system', '../config/read.ts'],
    ['commands', 'commander'],
    ['catalog', 'openai'],
    ['setup', 'json5'],
    ['config', 'json5'],
    ['json5', 'dotenv'],
    ['onboarding', '@inquirer/prompts'],
    ['config', 'node:fs'],
  ]);
  expect(Object.keys(lint(wrong)).sort()).toEqual(Object.keys(wrong).sort());
});

test('errors and system import nothing', () => {
  const wrong = { 'src/errors.ts': WAYS.static('./text/json.ts'), 'src/system.ts': WAYS.type('./errors.ts') };
  expect(Object.keys(lint(wrong)).sort()).toEqual(Object.keys(wrong).sort());
});

test('the order from left to right is free', () => {
  const right = plant([
    ['cli', '../commands/onboard.ts'],
    ['cli', 'commander'],
    ['commands', '../onboarding/options.ts'],
    ['onboarding', '../setup/plan.ts'],
    ['setup', '../catalog/catalog.ts'],
    ['catalog', '../huggingface/token.ts'],
    ['huggingface', '../config/read.ts'],
    ['huggingface', 'openai'],
    ['config', '../text/json.ts'],
    ['config', '../json5/parse.ts'],
    ['setup', '../json5/parse.ts'],
    ['json5', 'json5'],
    ['json5', '../text/json.ts'],
    ['json5/edit', '../../text/json.ts'],
    ['json5', '../errors.ts'],
    ['text', '../errors.ts'],
    ['node-system', 'node:fs'],
  ]);
  expect(lint(right)).toEqual({});
});

test('below main nobody takes the world from the air', () => {
  const wrong = Object.fromEntries(
    ['process', 'console', 'fetch'].map((name) => [`src/setup/${name}.ts`, `export const y = ${name};\n`]),
  );
  expect(Object.keys(lint(wrong)).sort()).toEqual(Object.keys(wrong).sort());
});
