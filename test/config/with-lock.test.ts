import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from '../../src/config/save/with-lock.ts';
import { errnoError } from '../../src/node-system/disk/errno-error.ts';
import type { LockBlocker } from '../../src/system/files.ts';
import { tempDirectory } from '../support/temp-directory.ts';
import { diskSystem } from './disk-system.ts';

const AGAIN = 'Run the same command again when that has ended. A lock that was left behind expires after 30 s.';
const LOOK = 'See what it is and move it away, then run the same command again: ls -ld';

test.each<[LockBlocker, string, string, boolean]>([
  [{ kind: 'process', pid: 4711, host: 'web-1' }, 'PATH is locked by process 4711 on host web-1.', AGAIN, true],
  [{ kind: 'unknown' }, 'PATH is locked; PATH.lock does not say by whom.', AGAIN, true],
  [
    { kind: 'not-a-file', what: 'FIFO' },
    "PATH can't be locked: PATH.lock is a FIFO, not a lock file.",
    `${LOOK} 'PATH.lock'`,
    false,
  ],
  [
    { kind: 'not-a-file', what: 'symbolic link' },
    "PATH can't be locked: PATH.lock is a symbolic link, not a lock file.",
    `${LOOK} 'PATH.lock'`,
    false,
  ],
])('a lock that can’t be had because of %j', async (blocker, message, hint, retryable) => {
  const directory = tempDirectory();
  // A blank in it: hints are copied into shells.
  const path = join(directory, 'open claw.json');
  writeFileSync(path, '{}');
  const { system } = diskSystem(directory);
  const error = Object.assign(errnoError('ELOCKED', 'locked', `${path}.lock`), { blocker });
  const files = { ...system.files, lock: () => Promise.reject(error) };
  const work = () => Promise.reject(new Error('worked without the lock'));
  await expect(withLock({ path, realPath: path }, { ...system, files }, work)).rejects.toMatchObject({
    code: 'config_locked',
    exitCode: 3,
    message: `${message.replaceAll('PATH', path)}`,
    unchanged: true,
    hint: hint.replace('PATH', path),
    retryable,
  });
});
