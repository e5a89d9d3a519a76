import { encodeWithin, unwritable } from '../../config/disk-error.ts';
import { MAX_CONFIG_BYTES, readText } from '../../config/read/read-text.ts';
import { withLock } from '../../config/save/with-lock.ts';
import { OpenclawError } from '../../errors.ts';
import { Json5SyntaxError } from '../../json5/errors.ts';
import { positionAt } from '../../json5/lines.ts';
import { type Document, parse } from '../../json5/parse.ts';
import type { System } from '../../system.ts';
import type { MergedModels } from './merge-models-json.ts';

/** What the file would hold; throws `config_unwritable` where that is more than is read again. */
export function encodeModelsJson(path: string, text: string): Uint8Array {
  return encodeWithin(MAX_CONFIG_BYTES, path, text);
}

type ModelsJson = { document: Document; bytes: Uint8Array };

/** OpenClaw's `models.json`; undefined where there is none. Rejects with `config_invalid` where it is broken. */
export async function readModelsJson(path: string, { files }: Pick<System, 'files'>): Promise<ModelsJson | undefined> {
  const file = await readText(path, MAX_CONFIG_BYTES, files, { showExcerpt: false });
  if (file === undefined) return undefined;
  try {
    return { document: parse(file.text), bytes: file.bytes };
  } catch (error) {
    if (!(error instanceof Json5SyntaxError)) throw error;
    const problem = {
      kind: 'models-json-broken',
      path,
      ...positionAt(file.text, error.offset),
      fault: error.fault,
    } as const;
    throw new OpenclawError('config_invalid', problem, { cause: error });
  }
}

/**
 * Changes `models.json` under its lock, on the bytes that are there then; its mode stays. Resolves to what `merge` made,
 * undefined where the file is gone. Rejects with `config_*`; the file is then as it was.
 */
export async function changeModelsJson(
  path: string,
  merge: (document: Document) => MergedModels,
  system: Pick<System, 'files'>,
): Promise<MergedModels | undefined> {
  const { files } = system;
  const realPath = await files.realPath(path).catch((error) => {
    throw unwritable(path, error);
  });
  return withLock({ path, realPath }, system, async () => {
    const found = await readModelsJson(path, system);
    const merged = found && merge(found.document);
    if (merged === undefined || merged.text === found?.document.text) return merged;
    try {
      const mode = (await files.stat(realPath))?.mode ?? 0o600;
      const bytes = encodeModelsJson(path, merged.text);
      const expected = found?.bytes ?? null;
      await files.uninterrupted(() => files.replace(realPath, bytes, mode, { expected }));
    } catch (error) {
      throw unwritable(path, error);
    }
    return merged;
  });
}
