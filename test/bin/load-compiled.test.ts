import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tempDirectory } from '../support/temp-directory.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of the built program, whose files a test may spoil. */
function copyProgram() {
  const directory = tempDirectory();
  for (const part of ['bin', 'dist']) cpSync(join(ROOT, part), join(directory, part), { recursive: true });
  const main = join(directory, 'dist', 'main.js');
  return { directory, main, compiled: `${main}.compiled` };
}

function configPath(directory: string): string {
  const env = { PATH: process.env.PATH, HOME: directory };
  return execFileSync(process.execPath, ['bin/openclaw.js', 'config', 'path'], {
    cwd: directory,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** V8 itself crashes on some of these. */
const faults: [what: string, damage: (bytes: Buffer) => Buffer][] = [
  ['empty', () => Buffer.alloc(0)],
  ['cut off', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ['too long', (bytes) => Buffer.concat([bytes, bytes.subarray(0, 64)])],
  ['zeros, as after a power cut', (bytes) => Buffer.alloc(bytes.length)],
  ['zeros in the middle', (bytes) => Buffer.from(bytes).fill(0, bytes.length >> 2, (bytes.length >> 2) + 4096)],
  ['other bytes from the middle on', (bytes) => Buffer.from(bytes).fill(0x5a, bytes.length >> 1)],
];

test.each(faults)('a compiled form that is damaged is not used: %s', (_, damage) => {
  const { directory, compiled } = copyProgram();
  writeFileSync(compiled, damage(readFileSync(compiled)));
  expect(configPath(directory)).toBe(`${directory}/.openclaw/openclaw.json\n`);
});

test('without a compiled form the program runs all the same', () => {
  const { directory, compiled } = copyProgram();
  rmSync(compiled);
  expect(configPath(directory)).toBe(`${directory}/.openclaw/openclaw.json\n`);
});

test('the compiled form of another source that is as long is not used', () => {
  const { directory, main } = copyProgram();
  const source = readFileSync(main, 'latin1');
  writeFileSync(
    main,
    source.replaceAll('/openclaw.json', '/openclaw.jsan').replaceAll('"openclaw.json"', '"openclaw.jsan"'),
  );
  expect(configPath(directory)).toBe(`${directory}/.openclaw/openclaw.jsan\n`);
});
