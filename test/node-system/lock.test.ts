import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createFiles } from '../../src/node-system/disk/files.ts';
import { type Leftovers, removeLeftovers } from '../../src/node-system/lock/leftovers.ts';
import { describeOwner, parseOwner } from '../../src/node-system/lock/lock-owner.ts';
import type { Files } from '../../src/system/files.ts';
import { tempDirectory } from '../support/temp-directory.ts';
import { worker } from '../support/workers.ts';

const WORKER = worker('lock-worker');
const NODE = [process.execPath, WORKER];
/** As a container has: process numbers of its own. */
const CONTAINER = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc'];
const AS_NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
const hasContainers = spawnSync('unshare', ['--pid', '--fork', '--mount-proc', 'true']).status === 0;
/** Also whether another user can read these very files. */
const hasNobody = spawnSync('setpriv', [...AS_NOBODY.slice(1), 'cat', WORKER]).status === 0;

function startWorker(args: readonly string[], within: readonly string[] = []): ChildProcess {
  const [file = '', ...rest] = [...within, ...NODE, ...args];
  const child = spawn(file, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** What it says, once it has ended. */
async function runWorker(args: readonly string[], within: readonly string[] = []): Promise<string> {
  const child = startWorker(args, within);
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  await once(child, 'close');
  return said.trim();
}

function files(leftovers: Leftovers = new Set(), signal = new AbortController().signal): Files {
  return createFiles(signal, leftovers);
}

async function startHolder(path: string, within: readonly string[] = []): Promise<ChildProcess> {
  const holder = startWorker(['hold', path], within);
  if (holder.stdout) await once(holder.stdout, 'data');
  return holder;
}

async function kill(holder: ChildProcess): Promise<void> {
  holder.kill('SIGKILL');
  await once(holder, 'exit');
}

const OURS = parseOwner(describeOwner());
const ID = '0123456789abcdef';

/** The owner line of this process with some fields replaced. */
function owner(changes: object): string {
  return JSON.stringify({ ...OURS, ...changes });
}

/** Sets the time of its last touch. */
function touchedAgo(path: string, seconds: number): void {
  const time = new Date(Date.now() - seconds * 1000);
  utimesSync(path, time, time);
}

/** A process number that nobody has. */
const NO_PID = 2 ** 22 + 1;
const NO_PLACE = '1-00000000';

test('8 processes with 25 read-modify-writes each lose nothing', async () => {
  const directory = tempDirectory();
  const path = join(directory, 'number');
  writeFileSync(path, '0');
  await Promise.all(Array.from({ length: 8 }, () => runWorker(['count', path, '25'])));
  expect(readFileSync(path, 'utf8')).toBe('200');
  expect(readdirSync(directory)).toEqual(['number']);
}, 60_000);

test('16 processes that find a dead lock at once lose nothing', async () => {
  const directory = tempDirectory();
  const path = join(directory, 'number');
  writeFileSync(path, '0');
  writeFileSync(`${path}.lock`, owner({ pid: NO_PID }));
  await Promise.all(Array.from({ length: 16 }, () => runWorker(['count', path, '5'])));
  expect(readFileSync(path, 'utf8')).toBe('80');
  expect(readdirSync(directory)).toEqual(['number']);
}, 60_000);

test('processes killed at any moment, also while taking over, block nobody and lose nothing', async () => {
  const directory = tempDirectory();
  const path = join(directory, 'number');
  writeFileSync(path, '0');
  const victims = Array.from({ length: 8 }, () => startWorker(['count', path, '1000000']));
  await vi.waitFor(() => expect(readFileSync(path, 'utf8')).not.toBe('0'), { timeout: 30_000, interval: 10 });
  for (const victim of victims) {
    await new Promise((resolve) => setTimeout(resolve, 30 + Math.random() * 90));
    await kill(victim);
  }
  const before = Number(readFileSync(path, 'utf8'));
  await runWorker(['count', path, '10']);
  expect(readFileSync(path, 'utf8')).toBe(String(before + 10));
  expect(readdirSync(directory)).toEqual(['number']);
}, 60_000);

test('the lock of a holder killed with -9 is taken over at once', async () => {
  const path = join(tempDirectory(), 'file');
  await kill(await startHolder(path));
  const release = await files().lock(path, 0);
  await release();
  expect(existsSync(`${path}.lock`)).toBe(false);
});

test('a live holder makes others wait, then fail with its process and host', async () => {
  const path = join(tempDirectory(), 'file');
  const { pid } = await startHolder(path);
  const start = performance.now();
  await expect(files().lock(path, 300)).rejects.toMatchObject({
    code: 'ELOCKED',
    path: `${path}.lock`,
    blocker: { kind: 'process', pid, host: hostname() },
  });
  expect(performance.now() - start).toBeGreaterThan(290);
});

describe('a lock is dead', () => {
  test.each<[string, object, number, boolean]>([
    ['at once: a number that nobody has', { pid: NO_PID }, 0, true],
    ['at once: our own number with another start time', { start: '1' }, 0, true],
    ['never: our own number and start time', {}, 3600, false],
    ['not yet: another pid namespace or boot', { place: NO_PLACE, pid: NO_PID }, 0, false],
    ['not yet: the same, touched 25 s ago', { place: NO_PLACE, pid: NO_PID }, 25, false],
    ['after 30 s: the same, touched 35 s ago', { place: NO_PLACE, pid: NO_PID }, 35, true],
    ['after 30 s: one with a number that runs here', { place: NO_PLACE }, 35, true],
    ['with a time far ahead, from before the clock was set back', { place: NO_PLACE }, -35, true],
    ['not yet: a place that nobody could tell', { place: '', pid: NO_PID }, 0, false],
    ['after 30 s: the same', { place: '', pid: NO_PID }, 35, true],
    ['not yet: a running process whose start is not known', { start: '' }, 25, false],
    ['after 30 s: the same, whose number may have gone to another', { start: '' }, 35, true],
  ])('%s', async (_, changes, seconds, dead) => {
    const path = join(tempDirectory(), 'file');
    writeFileSync(`${path}.lock`, owner(changes));
    touchedAgo(`${path}.lock`, seconds);
    const result = files().lock(path, 50);
    if (dead) await (await result)();
    else await expect(result).rejects.toMatchObject({ code: 'ELOCKED', blocker: { kind: 'process' } });
    expect(existsSync(`${path}.lock`)).toBe(!dead);
  });

  test.each([
    '',
    'garbage',
    '{"pid":1',
    `{"pid":1,"host":"x","place":"","id":"../../etc"}`,
    'null',
    'x'.repeat(100_000),
  ])('after 30 s where it names nobody: %.40j', async (content) => {
    const path = join(tempDirectory(), 'file');
    writeFileSync(`${path}.lock`, content);
    touchedAgo(`${path}.lock`, 25);
    await expect(files().lock(path, 20)).rejects.toMatchObject({ code: 'ELOCKED', blocker: { kind: 'unknown' } });
    touchedAgo(`${path}.lock`, 35);
    await (await files().lock(path, 20))();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test.each([-3600, 3600])('by the file system’s clock, not by ours that is %i s off', async (seconds) => {
    const path = join(tempDirectory(), 'file');
    const content = owner({ place: NO_PLACE });
    writeFileSync(`${path}.lock`, content);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 });
    onTestFinished(() => void vi.useRealTimers());
    await expect(files().lock(path, 50)).rejects.toMatchObject({ code: 'ELOCKED' });
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe(content);
  });
});

test('the holder touches its lock by the file system’s clock, and changes nothing in it', async () => {
  const path = join(tempDirectory(), 'file');
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const release = await files().lock(path, 0);
  const content = readFileSync(`${path}.lock`, 'utf8');
  touchedAgo(`${path}.lock`, 29);
  const before = statSync(`${path}.lock`).mtimeMs;
  vi.setSystemTime(0);
  vi.advanceTimersByTime(5000);
  await vi.waitFor(() => expect(statSync(`${path}.lock`).mtimeMs).toBeGreaterThan(before + 20_000));
  expect(readFileSync(`${path}.lock`, 'utf8')).toBe(content);
  await release();
  expect(existsSync(`${path}.lock`)).toBe(false);
});

describe('a take-over', () => {
  test('leaves a dead lock to the one that is removing it', async () => {
    const path = join(tempDirectory(), 'file');
    writeFileSync(`${path}.lock`, owner({ pid: NO_PID, id: ID }));
    writeFileSync(`${path}.lock.${ID}`, owner({}));
    await expect(files().lock(path, 50)).rejects.toMatchObject({ code: 'ELOCKED', path: `${path}.lock.${ID}` });
    expect(readFileSync(`${path}.lock`, 'utf8')).toContain(ID);
  });

  test('leaves a new lock alone that came while it waited for its guard', async () => {
    const path = join(tempDirectory(), 'file');
    writeFileSync(`${path}.lock`, owner({ pid: NO_PID, id: ID }));
    writeFileSync(`${path}.lock.${ID}`, owner({}));
    const taking = files().lock(path, 400);
    setTimeout(() => {
      writeFileSync(`${path}.lock`, owner({}));
      rmSync(`${path}.lock.${ID}`);
    }, 100);
    await expect(taking).rejects.toMatchObject({ code: 'ELOCKED', path: `${path}.lock` });
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe(owner({}));
  });

  test('passes the guard of one that was killed at it', async () => {
    const directory = tempDirectory();
    const path = join(directory, 'file');
    writeFileSync(`${path}.lock`, owner({ pid: NO_PID, id: ID }));
    writeFileSync(`${path}.lock.${ID}`, owner({ pid: NO_PID, id: ID.replace('0', '1') }));
    await (await files().lock(path, 0))();
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe('what is not a lock file is neither opened nor removed, and named', () => {
  const STRANGERS: [string, string, (path: string) => void | Promise<void>][] = [
    ['a dangling link', 'symbolic link', (path) => symlinkSync('nowhere', path)],
    ['a link to itself', 'symbolic link', (path) => symlinkSync(path, path)],
    ['a link to /dev/zero', 'symbolic link', (path) => symlinkSync('/dev/zero', path)],
    ['a link to a FIFO', 'symbolic link', (path) => linkToFifo(path)],
    ['a FIFO', 'FIFO', (path) => void execFileSync('mkfifo', [path])],
    ['a directory', 'directory', (path) => mkdirSync(path)],
    ['a socket', 'socket', (path) => listenAt(path)],
  ];

  test.each(STRANGERS)('%s as the lock', async (_, what, make) => {
    const path = join(tempDirectory(), 'file');
    await make(`${path}.lock`);
    const error = { code: 'ELOCKED', path: `${path}.lock`, blocker: { kind: 'not-a-file', what } };
    await expect(files().lock(path, 50)).rejects.toMatchObject(error);
    await files().sweep(path);
    expect(lstatSync(`${path}.lock`).isFile()).toBe(false);
  });

  test.each(STRANGERS)('%s as the guard of a take-over', async (_, what, make) => {
    const path = join(tempDirectory(), 'file');
    writeFileSync(`${path}.lock`, owner({ pid: NO_PID, id: ID }));
    await make(`${path}.lock.${ID}`);
    const error = { code: 'ELOCKED', path: `${path}.lock.${ID}`, blocker: { kind: 'not-a-file', what } };
    await expect(files().lock(path, 50)).rejects.toMatchObject(error);
  });

  test.each(STRANGERS)('%s beside a free lock is in nobody’s way', async (_, _what, make) => {
    const directory = tempDirectory();
    const path = join(directory, 'file');
    const names = ['file.lock.x', `file.lock.${ID}`];
    for (const name of names) await make(join(directory, name));
    await (await files().lock(path, 0))();
    expect(readdirSync(directory)).toEqual(expect.arrayContaining(names));
  });

  function linkToFifo(path: string): void {
    execFileSync('mkfifo', [`${path}-fifo`]);
    symlinkSync(`${path}-fifo`, path);
  }

  async function listenAt(path: string): Promise<void> {
    const server = createServer().listen(path);
    await once(server, 'listening');
    onTestFinished(() => void server.close());
  }
});

describe('sweeping', () => {
  test('takes what dead processes left, and nothing else', async () => {
    const directory = tempDirectory();
    const temp = (base: string, pid: number | undefined, place = OURS?.place) => `.${base}.${pid}.${place}.${ID}.tmp`;
    const stay = [
      temp('file', process.ppid),
      temp('file', process.pid),
      temp('file', NO_PID, NO_PLACE),
      temp('other', NO_PID),
      temp('file.notes', NO_PID),
      `.file.${NO_PID}.${ID}.tmp`,
      `.file.${NO_PID}.${OURS?.place}.xyz.tmp`,
      '.file.tmp',
      'file.lock.notes',
      'file.lock.fedcba9876543210',
    ];
    const go = [temp('file', NO_PID), temp('file.bak', NO_PID), temp('file.lock', NO_PID), `file.lock.${ID}`];
    for (const name of [...stay, ...go]) writeFileSync(join(directory, name), 'x');
    writeFileSync(join(directory, `file.lock.${ID}`), owner({ pid: NO_PID }));
    await (await files().lock(join(directory, 'file'), 0))();
    expect(readdirSync(directory).sort()).toEqual(stay.sort());
  });

  test.each([
    ['ours, of an earlier process with our number', `.file.${process.pid}.${OURS?.place}.${ID}.tmp`],
    ['another place’s', `.file.1.${NO_PLACE}.${ID}.tmp`],
    ['one without a place, as earlier versions wrote them', `.file.1.${ID}.tmp`],
    ['one of a lock’s guard', `.file.lock.${ID}.1.${NO_PLACE}.${ID}.tmp`],
  ])('takes a temp file after 30 s: %s', async (_, name) => {
    const directory = tempDirectory();
    writeFileSync(join(directory, name), 'x');
    touchedAgo(join(directory, name), 25);
    await files().sweep(join(directory, 'file'));
    expect(readdirSync(directory)).toEqual([name]);
    touchedAgo(join(directory, name), 35);
    await files().sweep(join(directory, 'file'));
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe.skipIf(!hasContainers)('process numbers of another container (by unshare)', () => {
  test('two that replace one file without a lock leave each other’s temp files alone', async () => {
    const directory = tempDirectory();
    const run = () => runWorker(['replace', join(directory, 'cache'), '200'], CONTAINER);
    expect(await Promise.all([run(), run(), runWorker(['replace', join(directory, 'cache'), '200'])])).toEqual(
      Array.from({ length: 3 }, () => 'replaced'),
    );
    expect(readdirSync(directory)).toEqual(['cache']);
  }, 60_000);

  test('read-modify-writes in three and outside of them lose nothing', async () => {
    const directory = tempDirectory();
    const path = join(directory, 'number');
    writeFileSync(path, '0');
    const places = [CONTAINER, CONTAINER, CONTAINER, []];
    await Promise.all(places.map((within) => runWorker(['count', path, '15'], within)));
    expect(readFileSync(path, 'utf8')).toBe('60');
    expect(readdirSync(directory)).toEqual(['number']);
  }, 60_000);

  test('one killed while it holds the lock blocks a later one for 30 s', async () => {
    const path = join(tempDirectory(), 'file');
    await kill(await startHolder(path, CONTAINER));
    expect(await runWorker(['take', path, '50'], CONTAINER)).toBe('ELOCKED');
    touchedAgo(`${path}.lock`, 35);
    expect(await runWorker(['take', path, '50'], CONTAINER)).toBe('taken');
  });

  test('one killed is found dead at once by another in the same', async () => {
    const path = join(tempDirectory(), 'file');
    const node = NODE.map((word) => `'${word}'`).join(' ');
    const script = `${node} hold ${path} & while [ ! -e ${path}.lock ]; do sleep 0.1; done; kill -9 $!; ${node} take ${path} 50`;
    const said = execFileSync('unshare', [...CONTAINER.slice(1), 'sh', '-c', script], { encoding: 'utf8' });
    expect(said).toContain('taken');
  });
});

describe.skipIf(!hasNobody)('another user (by setpriv)', () => {
  function directoryOfNobody(): string {
    const directory = tempDirectory();
    chownSync(directory, 65534, 65534);
    return directory;
  }

  test('with umask 777 leaves a lock that the next run can read', async () => {
    const path = join(directoryOfNobody(), 'file');
    await kill(await startHolder(path, ['sh', '-c', 'umask 0777; exec "$@"', 'sh', ...AS_NOBODY]));
    expect(statSync(`${path}.lock`).mode & 0o777).toBe(0o600);
    expect(await runWorker(['take', path, '0'], AS_NOBODY)).toBe('taken');
  });

  test('waits 30 s for a lock that it can’t read', async () => {
    const path = join(directoryOfNobody(), 'file');
    writeFileSync(`${path}.lock`, owner({ pid: NO_PID }));
    chmodSync(`${path}.lock`, 0);
    expect(await runWorker(['take', path, '50'], AS_NOBODY)).toBe('ELOCKED');
    touchedAgo(`${path}.lock`, 35);
    expect(await runWorker(['take', path, '50'], AS_NOBODY)).toBe('taken');
  });
});

test('a lock that another process has taken meanwhile is not released', async () => {
  const path = join(tempDirectory(), 'file');
  const release = await files().lock(path, 0);
  rmSync(`${path}.lock`);
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

test.each([
  ['a process', (path: string) => writeFileSync(path, owner({}))],
  ['a FIFO', (path: string) => void execFileSync('mkfifo', [path])],
  ['a dangling link', (path: string) => symlinkSync('nowhere', path)],
])('an interruption ends the wait for %s', async (_, make) => {
  const path = join(tempDirectory(), 'file');
  make(`${path}.lock`);
  const controller = new AbortController();
  setTimeout(() => controller.abort('SIGTERM'), 50);
  const start = performance.now();
  await expect(files(new Set(), controller.signal).lock(path, 5000)).rejects.toMatchObject({
    code: 'interrupted',
    exitCode: 143,
  });
  expect(performance.now() - start).toBeLessThan(4000);
});

test('a missing directory is the caller’s to make', async () => {
  await expect(files().lock(join(tempDirectory(), 'missing', 'file'), 0)).rejects.toMatchObject({ code: 'ENOENT' });
});
