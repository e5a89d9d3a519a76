import { createFiles } from '../../src/node-system/disk/files.ts';
import type { Leftovers } from '../../src/node-system/lock/leftovers.ts';

/**
 * A process of its own for the lock tests: `count <path> <times>` adds 1 that often to the number in the file,
 * `hold <path>` takes the lock, says so, and keeps it until it is killed, `replace <path> <times>` replaces the file that
 * often without a lock, `take <path> <ms>` takes the lock within that time, or says why not.
 */
const [job, path = '', times = '0'] = process.argv.slice(2);
const leftovers: Leftovers = new Set();
const files = createFiles(new AbortController().signal, leftovers);

if (job === 'hold') {
  await files.lock(path, 5000);
  console.log('held');
  setInterval(() => undefined, 1000);
}

if (job === 'count') {
  for (let i = 0; i < Number(times); i++) {
    const release = await files.lock(path, 60_000);
    const number = Number(new TextDecoder().decode(await files.read(path, 100)));
    await files.replace(path, new TextEncoder().encode(String(number + 1)), 0o600);
    await release();
  }
}

if (job === 'replace') {
  for (let i = 0; i < Number(times); i++) await files.replace(path, new Uint8Array(100_000), 0o600);
  console.log('replaced');
}

if (job === 'take') {
  const release = await files.lock(path, Number(times)).catch((error) => console.log(error.code));
  if (release) console.log('taken');
  await release?.();
}
