import { dirname } from 'node:path';
import { errnoOf, OpenclawError } from '../../errors.ts';
import type { LockBlocker, LockedError } from '../../system/files.ts';
import type { System } from '../../system.ts';
import type { Problem } from '../../words/words.ts';
import { unwritable } from '../disk-error.ts';

/** How long another program may keep us waiting. */
const MAX_WAIT_MS = 5000;

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
  system: Pick<System, 'files'>,
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

async function prepareAndLock({ path, realPath }: Target, { files }: Pick<System, 'files'>) {
  const directory = dirname(realPath);
  if ((await files.stat(directory)) === undefined) await files.makeDirectory(directory, 0o700);
  await refuseReadOnly({ path, realPath }, files);
  return files.lock(realPath, MAX_WAIT_MS);
}

/** A rename replaces a read-only file without asking, so it is asked here, for root too. */
async function refuseReadOnly({ path, realPath }: Target, files: System['files']): Promise<void> {
  const directory = dirname(realPath);
  if (!(await files.isWritable(directory))) throw refusal({ kind: 'directory-read-only', path, directory });
  const stat = await files.stat(realPath);
  if (stat === undefined) return;
  if (stat.kind === 'directory') throw refusal({ kind: 'unwritable', path, errno: 'EISDIR' });
  if (stat.kind !== 'file') throw refusal({ kind: 'unwritable', path, errno: 'ENOTREG' });
  if (!(await files.isWritable(realPath))) throw refusal({ kind: 'read-only', path });
}

function refusal(problem: Problem): OpenclawError {
  return new OpenclawError('config_unwritable', problem, { unchanged: true });
}

function isLocked(error: unknown): error is LockedError {
  return errnoOf(error) === 'ELOCKED';
}

function locked(path: string, error: LockedError): OpenclawError {
  const { path: lockFile, blocker } = error;
  return new OpenclawError('config_locked', lockProblem(path, lockFile, blocker), {
    unchanged: true,
    retryable: blocker.kind !== 'not-a-file',
    cause: error,
  });
}

function lockProblem(path: string, lockFile: string, blocker: LockBlocker): Problem {
  switch (blocker.kind) {
    case 'process':
      return { kind: 'locked-by-process', path, pid: blocker.pid, host: blocker.host };
    case 'unknown':
      return { kind: 'locked', path, lockFile };
    case 'not-a-file':
      return { kind: 'lock-not-a-file', path, lockFile, what: blocker.what };
  }
}
