import type { System } from '../system.ts';
import { equalBytes } from './equal-bytes.ts';

/** As OpenClaw's ring: `.bak` is the newest, `.bak.4` the oldest of five. */
const RING = ['.bak', '.bak.1', '.bak.2', '.bak.3', '.bak.4'];

const MOST_BACKUP_BYTES = 20 * 1024 * 1024;

/** The paths of a config's backups, the newest first, whether they exist or not. */
export function backupPaths(configPath: string): string[] {
  return RING.map((ending) => configPath + ending);
}

/**
 * Keeps these bytes as the newest backup (0600) beside the config and moves the others on; the oldest goes. Where the
 * newest holds the same already, as after a write that failed, nothing moves. Resolves to the newest one's path.
 */
export async function keepBackup(configPath: string, bytes: Uint8Array, files: System['files']): Promise<string> {
  const paths = backupPaths(configPath);
  const newest = `${configPath}.bak`;
  const before = await files.read(newest, MOST_BACKUP_BYTES).catch(() => undefined);
  if (before !== undefined && equalBytes(before, bytes)) {
    await files.chmod(newest, 0o600);
    return newest;
  }
  const existing = new Set<string>();
  for (const path of paths) if (await files.stat(path)) existing.add(path);
  // Only up to the first gap must anything move: with `.bak` alone there, the others stay where they are.
  const gap = paths.findIndex((path) => !existing.has(path));
  for (let index = gap < 0 ? paths.length - 1 : gap; index > 0; index--) {
    const [from, to] = [paths[index - 1], paths[index]];
    if (from !== undefined && to !== undefined) await files.rename(from, to);
  }
  await files.replace(newest, bytes, 0o600);
  return newest;
}

/** The newest backup whose bytes have this hash, with its bytes. */
export async function findBackup(
  candidates: readonly string[],
  hash: string,
  system: Pick<System, 'files' | 'hash'>,
): Promise<{ path: string; bytes: Uint8Array } | undefined> {
  for (const path of candidates) {
    const bytes = await system.files.read(path, MOST_BACKUP_BYTES).catch(() => undefined);
    if (bytes !== undefined && system.hash(bytes) === hash) return { path, bytes };
  }
  return undefined;
}
