import { errnoOf, OpenclawError } from '../errors.ts';
import type { System } from '../system.ts';
import { unwritable } from './disk-error.ts';

/** How long another program may keep us waiting. */
const MOST_WAIT_MS = 5000;

type Target = {
  /** As the user knows it; what messages name. */
  path: string;
  realPath: string;
};

/**
 * Runs `work` with the lock of a file held, after making its directory (0700) and making sure that both may be
 * written. Rejects with `config_locked` (naming the owner) or `config_unwritable`, and with whatever `work` rejects.
 */
export async function withLock<T>(
  { path, realPath }: Target,
  system: Pick<System, 'files' | 'path'>,
  work: () => Promise<T>,
): Promise<T> {
  const release = await prepareAndLock({ path, realPath }, system).catch((error) => {
    throw errnoOf(error) === 'ELOCKED' ? locked(path, realPath, error) : unwritable(path, error);
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

function locked(path: string, realPath: string, error: unknown): OpenclawError {
  const message = error instanceof Error ? error.message : '';
  const owner = /locked by (.*?),/.exec(message)?.[1] ?? 'another process';
  return new OpenclawError('config_locked', `${path} is locked by ${owner}. Nothing was changed.`, {
    hint: `Try again when it has ended. If it no longer runs, remove the lock: rm ${realPath}.lock`,
    retryable: true,
    cause: error,
  });
}
