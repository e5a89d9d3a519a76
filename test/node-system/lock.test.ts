import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFiles } from '../../src/node-system/files.ts';
import { type Leftovers, removeLeftovers } from '../../src/node-system/leftovers.ts';
import { describeOwner, parseOwner } from '../../src/node-system/lock-owner.ts';
import type { Files } from '../../src/system.ts';
import { tempDirectory } from '../support/temp-directory.ts';

const WORKER = join(import.meta.dirname, 'lock-worker.ts');

function startWorker(...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', WORKER, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

function files(leftovers: Leftovers = new Set(), signal = new AbortController().signal): Files {
  return createFiles(signal, leftovers);
}

async function startHolder(path: string): Promise<ChildProcess> {
  const holder = startWorker('hold', path);
  if (holder.stdout) await once(holder.stdout, 'data');
  return holder;
}

/** The owner line of this process with some fields replaced. */
async function owner(changes: object): Promise<string> {
  return JSON.stringify({ ...parseOwner(await describeOwner()), ...changes });
}

/** A process number that nobody has. */
const NO_PID = 2 ** 22 + 1;

test('8 processes with 25 read-modify-writes each lose nothing', async () => {
  const directory = tempDirectory();
  const path = join(directory, 'number');
  writeFileSync(path, '0');
  const workers = Array.from({ length: 8 }, () => startWorker('count', path, '25'));
  await Promise.all(workers.map((worker) => once(worker, 'exit')));
  expect(readFileSync(path, 'utf8')).toBe('200');
  expect(readdirSync(directory)).toEqual(['number']);
}, 60_000);

test('16 processes that find a dead lock at once lose nothing', async () => {
  const directory = tempDirectory();
  const path = join(directory, 'number');
  writeFileSync(path, '0');
  writeFileSync(`${path}.lock`, await owner({ pid: NO_PID }));
  const workers = Array.from({ length: 16 }, () => startWorker('count', path, '5'));
  await Promise.all(workers.map((worker) => once(worker, 'exit')));
  expect(readFileSync(path, 'utf8')).toBe('80');
  expect(readdirSync(directory)).toEqual(['number']);
}, 60_000);

test('processes killed at any moment, also while taking over, block nobody and lose nothing', async () => {
  const directory = tempDirectory();
  const path = join(directory, 'number');
  writeFileSync(path, '0');
  const victims = Array.from({ length: 8 }, () => startWorker('count', path, '1000000'));
  for (const victim of victims) {
    await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 250));
    victim.kill('SIGKILL');
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  const before = Number(readFileSync(path, 'utf8'));
  const last = startWorker('count', path, '10');
  await once(last, 'exit');
  expect(readFileSync(path, 'utf8')).toBe(String(before + 10));
  expect(readdirSync(directory)).toEqual(['number']);
}, 60_000);

test('the lock of a holder killed with -9 is taken over at once', async () => {
  const path = join(tempDirectory(), 'file');
  const holder = await startHolder(path);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const start = performance.now();
  const release = await files().lock(path, 0);
  expect(performance.now() - start).toBeLessThan(500);
  await release();
});

test('a live holder makes others wait, then fail with its process and host', async () => {
  const path = join(tempDirectory(), 'file');
  const holder = await startHolder(path);
  const start = performance.now();
  const error = await files()
    .lock(path, 300)
    .catch((reason) => reason);
  expect(performance.now() - start).toBeGreaterThan(290);
  expect(error).toMatchObject({ code: 'ELOCKED', path: `${path}.lock` });
  expect(error.message).toContain(`process ${holder.pid} on host ${hostname()}`);
  holder.kill('SIGKILL');
});

test.each([
  ['our own number with another start time', { start: 'another boot/1' }, true],
  ['a number that nobody has', { pid: NO_PID }, true],
  ['our own number and start time', {}, false],
  ['a process on another host', { host: 'elsewhere', pid: NO_PID }, false],
  ['a process in another container', { namespace: 'pid:[1]', pid: NO_PID }, false],
])('a lock of %s', async (_, changes, dead) => {
  const path = join(tempDirectory(), 'file');
  writeFileSync(`${path}.lock`, await owner(changes));
  const result = files().lock(path, 50);
  if (dead) await (await result)();
  else await expect(result).rejects.toMatchObject({ code: 'ELOCKED' });
  expect(existsSync(`${path}.lock`)).toBe(!dead);
});

test.each(['', 'garbage', '{"pid":1', '{"pid":1,"host":"x","id":"../../etc"}', 'null'])(
  'a lock file that holds %j blocks for 2 s, not for ever',
  async (content) => {
    const path = join(tempDirectory(), 'file');
    writeFileSync(`${path}.lock`, content);
    await expect(files().lock(path, 20)).rejects.toMatchObject({ code: 'ELOCKED' });
    utimesSync(`${path}.lock`, new Date(Date.now() - 3000), new Date(Date.now() - 3000));
    const release = await files().lock(path, 20);
    await release();
    expect(existsSync(`${path}.lock`)).toBe(false);
  },
);

test('taking the lock sweeps what dead processes and earlier writes of ours left, and nothing else', async () => {
  const directory = tempDirectory();
  const stay = [
    `.file.${process.ppid}.0123456789abcdef.tmp`,
    '.file.tmp',
    `.other.${NO_PID}.ab.tmp`,
    'file.lock.notes',
    `.file.${NO_PID}.xyz.tmp`,
  ];
  const go = [`.file.${NO_PID}.ab.tmp`, `.file.${process.pid}.ab.tmp`, `.file.lock.${NO_PID}.ab.tmp`];
  for (const name of [...stay, ...go]) writeFileSync(join(directory, name), 'x');
  writeFileSync(join(directory, 'file.lock.0123456789abcdef'), await owner({ pid: NO_PID }));
  const release = await files().lock(join(directory, 'file'), 0);
  await release();
  expect(readdirSync(directory).sort()).toEqual(stay.sort());
});

test('a lock that another process has taken meanwhile is not released', async () => {
  const path = join(tempDirectory(), 'file');
  const release = await files().lock(path, 0);
  writeFileSync(`${path}.lock`, 'another');
  await release();
  expect(readFileSync(`${path}.lock`, 'utf8')).toBe('another');
});

test('at the end of the process what is still held goes', async () => {
  const directory = tempDirectory();
  const leftovers: Leftovers = new Set();
  await files(leftovers).lock(join(directory, 'a'), 0);
  await files(leftovers).lock(join(directory, 'b'), 0);
  writeFileSync(join(directory, 'b.lock'), 'another');
  removeLeftovers(leftovers);
  expect(readdirSync(directory)).toEqual(['b.lock']);
});

test('an interruption ends the wait', async () => {
  const path = join(tempDirectory(), 'file');
  const release = await files().lock(path, 0);
  const controller = new AbortController();
  setTimeout(() => controller.abort('SIGTERM'), 50);
  const start = performance.now();
  await expect(files(new Set(), controller.signal).lock(path, 5000)).rejects.toMatchObject({
    code: 'interrupted',
    exitCode: 143,
  });
  expect(performance.now() - start).toBeLessThan(1000);
  await release();
});

test('a missing directory is the caller’s to make', async () => {
  await expect(files().lock(join(tempDirectory(), 'missing', 'file'), 0)).rejects.toMatchObject({ code: 'ENOENT' });
});
