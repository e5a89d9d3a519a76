import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { tempDirectory } from '../support/temp-directory.ts';

/** What goes wrong where an arrow function is made a function and its `this` is not: esbuild does not say so. */
const LINT = {
  files: { maxSize: 2_000_000 },
  linter: { rules: { correctness: { noUndeclaredVariables: 'error', noUnreachableSuper: 'error' } } },
  javascript: { globals: ['require', 'module', 'exports', '__dirname', 'arguments'] },
};

function lint(directory: string): string {
  writeFileSync(join(directory, 'biome.json'), JSON.stringify({ ...LINT, root: true }));
  const only = ['noUndeclaredVariables', 'noUnreachableSuper'].map((rule) => `--only=correctness/${rule}`);
  const { stdout, stderr } = spawnSync(
    resolve('node_modules/.bin/biome'),
    ['lint', ...only, '--reporter=summary', '.'],
    {
      cwd: directory,
      encoding: 'utf8',
    },
  );
  return stdout + stderr;
}

test('each file of dist uses what it defines, and `this` behind `super`', () => {
  const directory = tempDirectory();
  // The openai client is not converted, and asks for other runtimes by their globals.
  const files = readdirSync('dist').filter((name) => name.endsWith('.js') && name !== 'openai.js');
  for (const name of files) copyFileSync(join('dist', name), join(directory, name));
  const found = lint(directory);
  expect(found).toContain(`Checked ${files.length + 1} files`);
  expect(found).not.toContain('correctness/');
  for (const name of files) expect(readFileSync(join('dist', name), 'utf8')).not.toContain('new.target');
});

test.each([
  ['a field', 'class A { x = 1; read = () => this.x } module.exports = A;'],
  [
    'the constructor of a derived class',
    'class B extends Array { constructor() { super(); this.read = () => this; } } module.exports = B;',
  ],
])('an arrow function that was converted in %s would be found', (_, source) => {
  const directory = tempDirectory();
  const { code } = transformSync(source, { minify: true, supported: { arrow: false } });
  writeFileSync(join(directory, 'converted.js'), code);
  expect(lint(directory)).toMatch(/correctness\/no(?:UndeclaredVariables|UnreachableSuper)/);
});
