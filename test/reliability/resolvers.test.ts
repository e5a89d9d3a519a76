import { execFileSync, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forFile } from './support/for-file.ts';
import { onboardArgs, TOKEN, useProgram } from './support/program.ts';

const program = useProgram();
const { home: newHome, atEnd } = forFile();

/** What lets a process see another /etc/resolv.conf; nothing else does. */
const UNSHARE = ['unshare', '--mount', '--map-root-user'];
const canUnshare = (() => {
  try {
    execFileSync('unshare', [...UNSHARE.slice(1), 'true'], { stdio: 'ignore' });
    return process.platform === 'linux';
  } catch {
    return false;
  }
})();

const DEADLINE_MS = 10_000;
/** What glibc still does when the deadline has come, by its default: 20 s and more. */
const LOOKUP_MS = 6000;
const START_MS = 8000;

/** Milliseconds until the process is gone. */
function runWith(nameservers: number, args: readonly string[]): Promise<{ code: number | null; elapsedMs: number }> {
  const home = newHome();
  const file = join(home, 'resolv.conf');
  const lines = Array.from({ length: nameservers }, (_, index) => `nameserver 127.0.0.${index + 1}\n`);
  writeFileSync(file, `${lines.join('')}search one.example two.example\n`);
  const inside = `mount --bind '${file}' /etc/resolv.conf && exec "$@"`;
  const command = [...UNSHARE, 'sh', '-c', inside, 'sh', process.execPath, program().bin, ...args];
  const started = performance.now();
  const child = spawn(command[0] ?? '', command.slice(1), {
    env: { PATH: process.env.PATH, HOME: home, HF_TOKEN: TOKEN },
    stdio: 'ignore',
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, elapsedMs: performance.now() - started }));
  });
}

/** Port 53 of three addresses, where nobody ever answers: a closed port would be told at once. */
async function silentNameservers(): Promise<boolean> {
  const listening = [1, 2, 3].map(async (last) => {
    const socket = createSocket('udp4');
    atEnd(() => void socket.close());
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.bind(53, `127.0.0.${last}`, resolve);
    });
  });
  return Promise.all(listening).then(
    () => true,
    () => false,
  );
}

test.skipIf(!canUnshare)('name servers that never answer hold the process for seconds only', async (context) => {
  if (!(await silentNameservers())) return context.skip('port 53 can’t be had here');
  const runs = [
    runWith(1, ['models', 'list', '--refresh']),
    runWith(3, ['models', 'list', '--refresh']),
    runWith(3, onboardArgs(['--verify', 'required'])),
  ];
  for (const { code, elapsedMs } of await Promise.all(runs)) {
    expect(code).toBe(5);
    expect(elapsedMs).toBeLessThan(DEADLINE_MS + LOOKUP_MS + START_MS);
  }
});
