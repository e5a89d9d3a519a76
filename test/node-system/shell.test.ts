import { expect, test } from 'vitest';
import { createShell } from '../../src/node-system/shell.ts';

const { run } = createShell();

function sh(script: string, timeoutMs = 5000, signal = new AbortController().signal) {
  return run('/bin/sh', ['-c', script], { timeoutMs, signal });
}

test('gives the standard output', async () => {
  expect(await sh('echo a; echo no >&2; cat; echo b')).toBe('a\nb\n');
});

test.each([
  ['a failure', 'echo a; exit 3'],
  ['a kill', 'kill -9 $$'],
])('gives nothing for %s', async (_, script) => {
  expect(await sh(script)).toBe(undefined);
});

test('gives nothing for a command that is not there', async () => {
  const signal = new AbortController().signal;
  expect(await run('/no/such/shell', [], { timeoutMs: 1000, signal })).toBe(undefined);
});

test('keeps the first megabyte', async () => {
  expect(await sh('head -c 3000000 /dev/zero')).toHaveLength(1024 * 1024);
});

test('does not wait for what the command left running', async () => {
  const start = performance.now();
  expect(await sh('sleep 5 & echo done')).toBe('done\n');
  expect(performance.now() - start).toBeLessThan(2000);
});

test.each(['timeout', 'abort'])('kills the whole group on %s', async (how) => {
  const mark = `sleep 47.${process.pid}${how.length}`;
  const controller = new AbortController();
  const start = performance.now();
  const result = sh(`${mark} & ${mark}`, how === 'timeout' ? 200 : 60_000, controller.signal);
  if (how === 'abort') setTimeout(() => controller.abort('SIGINT'), 200);
  expect(await result).toBe(undefined);
  expect(performance.now() - start).toBeLessThan(2000);
  expect(await sh(`ps -eo args | grep -c '^${mark}'; true`)).toBe('0\n');
});
