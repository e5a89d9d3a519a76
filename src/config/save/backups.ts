import type { System } from '../../system.ts';
import { MAX_CONFIG_BYTES } from '../read/read-text.ts';

/** As OpenClaw's ring: `.bak` is the newest, `.bak.4` the oldest of five. */
const RING = ['.bak', '.bak.1', '.bak.2', '.bak.3', '.bak.4'];

type Files = System['files'];

/** The paths of a file's backups, the newest first, whether they exist or not. */
export function backupPaths(path: string): string[] {
  return RING.map((ending) => path + ending);
}

export type Replacing = {
  /** As the user knows it: the backups are beside it. */
  path: string;
  realPath: string;
  /** What the file must still hold; null for no file. */
  before: Uint8Array | null;
  after: Uint8Array;
  mode: number;
};

/** A backup that was kept. */
export type Kept = {
  path: string;
  /** Makes all backups what they were before. Never rejects: what can't be moved back is one backup too many. */
  takeBack(): Promise<void>;
};

/**
 * Keeps the old bytes as the newest backup (where there is a file, and unless `backUp` is false), then replaces the
 * file. Rejects with the errno error, or `ECHANGED`, of what failed; file and backups are then as they were.
 */
export async function replaceWithBackup(
  { path, realPath, before, after, mode }: Replacing,
  files: Files,
  { backUp = true } = {},
): Promise<Kept | null> {
  const kept = backUp && before !== null ? await keepBackup(path, before, files) : null;
  try {
    // Compared once more, and this time nothing can come between: others need not respect the lock.
    await files.replace(realPath, after, mode, { expected: before });
  } catch (error) {
    // Some network file systems report a rename as failed that was done.
    const now = await files.read(realPath, after.length).catch(() => undefined);
    if (!equalBytes(now ?? null, after)) {
      await kept?.takeBack();
      throw error;
    }
  }
  return kept;
}

/**
 * Keeps these bytes as the newest backup (0600) beside the file and moves the others on; the oldest goes. Where the
 * newest holds the same already, as after a run that was killed, nothing moves.
 */
async function keepBackup(path: string, bytes: Uint8Array, files: Files): Promise<Kept> {
  const newest = `${path}.bak`;
  const before = await files.read(newest, MAX_CONFIG_BYTES).catch(() => undefined);
  if (before !== undefined && equalBytes(before, bytes)) {
    // A file system may refuse modes.
    if (((await files.stat(newest))?.mode ?? 0) !== 0o600) await files.chmod(newest, 0o600).catch(() => undefined);
    return { path: newest, takeBack: async () => {} };
  }
  const moveBack = await moveOn(path, files);
  try {
    await files.replace(newest, bytes, 0o600);
  } catch (error) {
    await moveBack();
    throw error;
  }
  const takeBack = async () => {
    await files.remove(newest, { expected: bytes }).catch(() => undefined);
    await moveBack();
  };
  return { path: newest, takeBack };
}

/** Frees the newest backup's name; resolves to what moves all of them back. */
async function moveOn(path: string, files: Files): Promise<() => Promise<void>> {
  const paths = backupPaths(path);
  const existing = new Set<string>();
  for (const backup of paths) if (await files.stat(backup)) existing.add(backup);
  // Only up to the first gap must anything move: with `.bak` alone there, the others stay where they are.
  const gap = paths.findIndex((backup) => !existing.has(backup));
  const oldest = gap < 0 ? await contentOf(paths.at(-1) ?? '', files) : undefined;
  const moves: { from: string; to: string }[] = [];
  const moveBack = async () => {
    for (const { from, to } of moves.toReversed()) await files.rename(to, from).catch(() => undefined);
    if (oldest && moves.length > 0) await files.replace(oldest.path, oldest.bytes, oldest.mode).catch(() => undefined);
  };
  for (let index = gap < 0 ? paths.length - 1 : gap; index > 0; index--) {
    const [from, to] = [paths[index - 1] ?? '', paths[index] ?? ''];
    await files.rename(from, to).catch(async (error) => {
      await moveBack();
      throw error;
    });
    moves.push({ from, to });
  }
  return moveBack;
}

async function contentOf(path: string, files: Files) {
  const bytes = await files.read(path, MAX_CONFIG_BYTES).catch(() => undefined);
  const mode = (await files.stat(path))?.mode ?? 0o600;
  return bytes && { path, bytes, mode };
}

/** The newest backup whose bytes have this hash, with its bytes. */
export async function findBackup(
  candidates: readonly string[],
  hash: string,
  system: Pick<System, 'files' | 'hash'>,
): Promise<{ path: string; bytes: Uint8Array } | undefined> {
  for (const path of candidates) {
    const bytes = await system.files.read(path, MAX_CONFIG_BYTES).catch(() => undefined);
    if (bytes !== undefined && system.hash(bytes) === hash) return { path, bytes };
  }
  return undefined;
}

/** Whether two files' bytes are the same; null (no file) equals only null. */
export function equalBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
