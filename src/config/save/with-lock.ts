import { errnoOf, OpenclawError } from '../../errors.ts';
import type { LockBlocker, LockedError, System } from '../../system.ts';
import { shellQuote } from '../../text/shell-quote.ts';
import { unwritable } from '../disk-error.ts';

/** How long another program may keep us waiting. */
const MOST_WAIT_MS = 5000;

type Target = {
  /** As the user knows it; what messages name. */
  path: string;
  realPath: string;
};

/**
 * Runs `work` with the lock of a file held, after making its directory (0700) and making sure that both may be
 * written. Rejects with `config_locked` (naming who or what is in the way) or `config_unwritable`, and with whatever `work` rejects.
 */
export async function withLock<T>(
  { path, realPath }: Target,
  system: Pick<System, 'files' | 'path'>,
  work: () => Promise<T>,
): Promise<T> {
  const release = await prepareAndLock({ path, realPath }, system).catch((error) => {
    throw isLocked(error) ? locked(path, error) : unwritable(path, error);
  });
  try {
    return await work();
  } finally {
    await release();
  }
}

async function prepareAndLock({ path, realPath }: Target, system: Pick<System, 'files' | 'path'>) {
  const { files } = system;
  const directory = system.path.dirname(realPath);
  if ((await files.stat(directory)) === undefined) await files.makeDirectory(directory, 0o700);
  await refuseReadOnly(path, realPath, system);
  return files.lock(realPath, MOST_WAIT_MS);
}

/** A rename replaces a read-only file without asking, so it is asked here, for root too. */
async function refuseReadOnly(path: string, realPath: string, system: Pick<System, 'files' | 'path'>): Promise<void> {
  const { files } = system;
  const directory = system.path.dirname(realPath);
  if (!(await files.isWritable(directory))) throw readOnly(path, `its directory ${directory} is read-only`, directory);
  const stat = await files.stat(realPath);
  if (stat === undefined) return;
  if (stat.kind === 'directory') throw readOnly(path, 'it is a directory', realPath);
  if (stat.kind !== 'file') throw readOnly(path, 'it is not a regular file', realPath);
  if (!(await files.isWritable(realPath))) throw readOnly(path, 'it is read-only', realPath);
}

function readOnly(path: string, why: string, what: string): OpenclawError {
  return new OpenclawError('config_unwritable', `${path} can't be written: ${why}. Nothing was changed.`, {
    hint: `Look at its owner and mode: ls -ld ${what}`,
  });
}

function isLocked(error: unknown): error is LockedError {
  return errnoOf(error) === 'ELOCKED';
}

function locked(path: string, error: LockedError): OpenclawError {
  const { path: lockFile, blocker } = error;
  return new OpenclawError('config_locked', `${describe(path, lockFile, blocker)} Nothing was changed.`, {
    hint:
      blocker.kind === 'not-a-file'
        ? `See what it is and move it away, then run the same command again: ls -ld ${shellQuote(lockFile)}`
        : 'Run the same command again when that has ended. A lock that was left behind expires after 30 s.',
    retryable: blocker.kind !== 'not-a-file',
    cause: error,
  });
}

function describe(path: string, lockFile: string, blocker: LockBlocker): string {
  switch (blocker.kind) {
    case 'process':
      return `${path} is locked by process ${blocker.pid} on host ${blocker.host}.`;
    case 'unknown':
      return `${path} is locked; ${lockFile} does not say by whom.`;
    case 'not-a-file':
      return `${path} can't be locked: ${lockFile} is a ${blocker.what}, not a lock file.`;
  }
}
