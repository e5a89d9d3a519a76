import { type ParsedModels, parseModels } from '../huggingface/router-model.ts';
import type { System } from '../system.ts';
import { isJsonObject } from '../text/json.ts';

/** The router's list, and when it was received. */
export type CachedList = ParsedModels & { fetchedAt: Date };

/** More than the 10 MB that a fetched list may have. */
const MAX_BYTES = 16 * 1024 * 1024;

/** The cached list of this base URL; undefined where there is none that can be used, whatever the reason. */
export async function readCache(
  file: string,
  baseUrl: string,
  { files }: Pick<System, 'files'>,
): Promise<CachedList | undefined> {
  try {
    const bytes = await files.read(file, MAX_BYTES);
    const content: unknown = bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes));
    if (!isJsonObject(content) || content.baseUrl !== baseUrl || !Array.isArray(content.data)) return undefined;
    const fetchedAt = new Date(typeof content.fetchedAt === 'string' ? content.fetchedAt : Number.NaN);
    const { models, skipped } = parseModels(content.data);
    return Number.isNaN(fetchedAt.getTime()) || models.length === 0 ? undefined : { fetchedAt, models, skipped };
  } catch {
    return undefined;
  }
}

/** Replaces the cache by a list as it was received. Rejects with the errno error of a directory or file that can't be written. */
export async function writeCache(
  file: string,
  baseUrl: string,
  { fetchedAt, raw }: { fetchedAt: Date; raw: readonly unknown[] },
  { files, path }: Pick<System, 'files' | 'path'>,
): Promise<void> {
  await files.makeDirectory(path.dirname(file), 0o700);
  const content = JSON.stringify({ fetchedAt: fetchedAt.toISOString(), baseUrl, data: raw });
  await files.replace(await files.realPath(file), new TextEncoder().encode(`${content}\n`), 0o600);
}
