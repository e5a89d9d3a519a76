import { dirname } from 'node:path';
import { isRouterModel, parseModels, type RouterModel } from '../huggingface/router/router-model.ts';
import type { System } from '../system.ts';
import { isJsonObject, type JsonObject } from '../text/json.ts';

/** The router's list, and when it was received. */
export type CachedList = { models: RouterModel[]; fetchedAt: Date };

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
    if (!isJsonObject(content) || content.baseUrl !== baseUrl) return undefined;
    const fetchedAt = new Date(typeof content.fetchedAt === 'string' ? content.fetchedAt : Number.NaN);
    const models = modelsIn(content) ?? [];
    return Number.isNaN(fetchedAt.getTime()) || models.length === 0 ? undefined : { fetchedAt, models };
  } catch {
    return undefined;
  }
}

/** The checked list, where this program's own code checked it; a list as the service sends it (0.1.0) is checked here. */
function modelsIn({ version, shape, models, data }: JsonObject): RouterModel[] | undefined {
  if (Array.isArray(data)) return parseModels(data).models;
  if (version !== VERSION || shape !== shapeOfModels() || !Array.isArray(models)) return undefined;
  return models.every(isRouterModel) ? models : undefined;
}

/** Of the file. One of another version is not used. */
const VERSION = 2;

/** One entry with everything in it. */
const SAMPLE = {
  id: 'org/name',
  name: 'Name',
  architecture: { input_modalities: ['text', 'image'], output_modalities: ['text'] },
  providers: [
    {
      provider: 'novita',
      status: 'live',
      context_length: 1024,
      pricing: { input: 1, output: 2 },
      supports_tools: true,
      throughput: 3,
      first_token_latency_ms: 4,
    },
  ],
};

/** What becomes of the sample: other code that makes other models of a list does not take these for its own. */
function shapeOfModels(): string {
  return JSON.stringify(parseModels([SAMPLE]).models);
}

/** Replaces the cache by a list as it was checked. Rejects with the errno error of a directory or file that can't be written. */
export async function writeCache(
  file: string,
  baseUrl: string,
  { fetchedAt, models }: CachedList,
  { files }: Pick<System, 'files'>,
): Promise<void> {
  await files.makeDirectory(dirname(file), 0o700);
  const head = { version: VERSION, shape: shapeOfModels(), fetchedAt: fetchedAt.toISOString(), baseUrl };
  const content = JSON.stringify({ ...head, models });
  await files.replace(await files.realPath(file), new TextEncoder().encode(`${content}\n`), 0o600);
}
