import { unwritable } from '../config/disk-error.ts';
import type { Locations } from '../config/locate.ts';
import { type Kept, replaceWithBackup } from '../config/save/backups.ts';
import { withLock } from '../config/save/with-lock.ts';
import { readEnvFile } from '../env-file/read-env-file.ts';
import { errnoOf, OpenclawError, reasonOf } from '../errors.ts';
import type { System } from '../system.ts';
import type { Note } from '../words/words.ts';
import { decide, type StoreDecision, withToken } from './env-token.ts';

export type StoreToken = {
  locations: Pick<Locations, 'envFile'>;
  /** null: whatever token is there goes. */
  token: string | null;
  /** Whether another token there may be replaced: only when this one was given explicitly. */
  replaceExisting: boolean;
};

export type StoredToken = {
  /** The `.env` file, absolute. */
  path: string;
  /** Whether OpenClaw now finds this very token there; false where another one was kept. */
  stored: boolean;
  /** Whether the file's content changed. */
  changed: boolean;
  /** A mode that was tightened, a token that was kept, replaced or is now second. */
  notes: Note[];
};

type EnvSystem = Pick<System, 'files' | 'platform'>;

/**
 * Keeps the token in `<state dir>/.env`, always 0600, and runs `work` (which writes the config that needs it) before
 * anybody else may change the file. Where `work` rejects, the file, its mode and its backups are put back, and its error
 * is passed on. Rejects with `config_locked`, `config_unwritable` (also where the file is not UTF-8 or can't hold the
 * token), `config_invalid` (unreadable) or `config_conflict` (others wrote it twice meanwhile); `work` never ran then,
 * and nothing was changed.
 */
export async function storeToken<T>(
  request: StoreToken,
  system: EnvSystem,
  work: () => Promise<T>,
): Promise<{ stored: StoredToken; result: T }> {
  const path = request.locations.envFile;
  const realPath = await system.files.realPath(path).catch((error) => {
    throw unwritable(path, error);
  });
  const settled = await findSettled({ path, realPath }, request, system);
  if (settled !== undefined) return { stored: settled, result: await work() };
  return withLock({ path, realPath }, system, async () => {
    const written = await store({ path, realPath }, request, system).catch((error) => {
      // Somebody who does not respect the lock wrote the file: once more, on what is there now.
      if (!(error instanceof OpenclawError) || error.code !== 'config_conflict') throw error;
      return store({ path, realPath }, request, system);
    });
    const result = await work().catch(async (error) => {
      await putBack(written, error, system);
      throw error;
    });
    // Last of all: a run that fails leaves the mode alone too.
    const tightened = request.token === null ? [] : await tighten(written.target, system);
    const notes = [...written.decision.notes, ...tightened];
    const changed = written.after !== null;
    return { stored: { path, stored: written.decision.stored, changed, notes }, result };
  });
}

/**
 * The answer where the file needs neither an edit nor a stricter mode. Looked at before the lock is taken: a second run
 * on a read-only directory has nothing to write, and no place for a lock.
 */
async function findSettled(
  { path, realPath }: Pick<Target, 'path' | 'realPath'>,
  request: StoreToken,
  { files, platform }: EnvSystem,
): Promise<StoredToken | undefined> {
  // What can't be read is refused below, in the words of a write.
  const found = await readEnvFile(realPath, files).catch(() => undefined);
  if (found === undefined) return undefined;
  const { write, stored, notes } = decide({ path, variables: found.variables }, request);
  const mode = (await files.stat(realPath))?.mode ?? 0;
  const isLoose = request.token !== null && platform !== 'win32' && (mode & 0o077) !== 0;
  if (write || isLoose) return undefined;
  // What a killed run left would otherwise go with the lock.
  await files.sweep(realPath);
  return { path, stored, changed: false, notes };
}

type Target = { path: string; realPath: string; before: Uint8Array | null; mode: number };

type Written = {
  target: Target;
  decision: StoreDecision;
  /** null where the file stayed as it was. */
  after: Uint8Array | null;
  backup: Kept | null;
};

async function store(
  { path, realPath }: Pick<Target, 'path' | 'realPath'>,
  request: StoreToken,
  { files }: EnvSystem,
): Promise<Written> {
  const { bytes: before, variables } = await readEnvFile(realPath, files);
  const decision = decide({ path, variables }, request);
  const mode = before === null ? 0o600 : ((await files.stat(realPath))?.mode ?? 0o600);
  const target = { path, realPath, before, mode };
  if (!decision.write) return { target, decision, after: null, backup: null };
  const after = withToken(path, before, request.token);
  try {
    const { backUp } = decision;
    const kept = request.token === null ? mode : 0o600;
    const backup = await replaceWithBackup({ path, realPath, before, after, mode: kept }, files, { backUp });
    return { target, decision, after, backup };
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Whether `storeToken` would change the file's content; for a dry run. Rejects where that could not be written. */
export async function wouldStoreToken(request: StoreToken, { files }: Pick<System, 'files'>): Promise<boolean> {
  const path = request.locations.envFile;
  const { bytes, variables } = await readEnvFile(path, files);
  const { write } = decide({ path, variables }, request);
  if (write) withToken(path, bytes, request.token);
  return write;
}

/** Takes away the bits that let others read the token. Windows knows no such bits and always says 0666. */
async function tighten({ path, realPath, before, mode }: Target, { files, platform }: EnvSystem): Promise<Note[]> {
  if (platform === 'win32') return [];
  const modeNow = async () => (await files.stat(realPath).catch(() => undefined))?.mode ?? 0;
  // FAT and some mounts refuse it, and so does a file of another user's: said below, as the token is stored.
  if (((await modeNow()) & 0o077) !== 0) await files.chmod(realPath, 0o600).catch(() => undefined);
  const now = await modeNow();
  if ((now & 0o077) !== 0) return [{ kind: 'env-readable', path, mode: now }];
  if (before === null || (mode & 0o077) === 0) return [];
  return [{ kind: 'env-tightened', path, mode }];
}

/** Unless somebody else changed the file since: then theirs stays, and the backup too. */
async function putBack({ target, after, backup }: Written, why: unknown, { files }: EnvSystem): Promise<void> {
  const { path, realPath, before, mode } = target;
  if (after === null) return;
  try {
    if (before === null) await files.remove(realPath, { expected: after });
    else await files.replace(realPath, before, mode, { expected: after });
    await backup?.takeBack();
  } catch (error) {
    if (errnoOf(error) === 'ECHANGED') return;
    // Not the other errors' "nothing was changed": here something was, and stays.
    const problem = { kind: 'env-keeps-token', path, errno: reasonOf(error), backup: backup?.path ?? null } as const;
    throw new OpenclawError('config_unwritable', problem, { cause: why });
  }
}
