import { OpenclawError, reasonOf } from '../errors.ts';
import type { Files } from '../system/files.ts';
import { parseEnvFile } from './env-file.ts';

/** A larger `.env` is not read, and none is written. */
export const MAX_ENV_BYTES = 1024 * 1024;

export type EnvFile = {
  /** null where there is no file. */
  bytes: Uint8Array | null;
  /** As dotenv reads them: the last of several lines wins, bytes that are not UTF-8 become U+FFFD. */
  variables: Record<string, string>;
};

/** Reads `<state dir>/.env`; a missing one is empty. Rejects with `config_invalid` where it can't be read. */
export async function readEnvFile(path: string, files: Files): Promise<EnvFile> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = await files.read(path, MAX_ENV_BYTES);
  } catch (error) {
    const problem = { kind: 'unreadable', path, errno: reasonOf(error) } as const;
    throw new OpenclawError('config_invalid', problem, { cause: error });
  }
  if (bytes === undefined) return { bytes: null, variables: {} };
  return { bytes, variables: parseEnvFile(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) };
}
