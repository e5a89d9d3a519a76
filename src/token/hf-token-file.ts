import { join, resolve } from 'node:path';
import type { System } from '../system.ts';

/**
 * The file of `hf auth login`: `$HF_TOKEN_PATH`, else `$HF_HOME/token`, else `~/.cache/huggingface/token`
 * (huggingface_hub, constants.py); null where no variable tells the user's home directory.
 */
export function hfTokenPath({ env }: Pick<System, 'env'>): string | null {
  const home = env.HOME || env.USERPROFILE || '';
  const expand = (text: string) => resolve(text.replace(/^~(?=$|[\\/])/, () => home));
  if (env.HF_TOKEN_PATH) return expand(env.HF_TOKEN_PATH);
  if (env.HF_HOME) return join(expand(env.HF_HOME), 'token');
  return home === '' ? null : join(home, '.cache', 'huggingface', 'token');
}

/** The token in that file, without the blanks around it, as huggingface_hub reads it; undefined where there is none. */
export async function readHfTokenFile(file: string, { files }: Pick<System, 'files'>): Promise<string | undefined> {
  const bytes = await files.read(file, 64 * 1024).catch(() => undefined);
  const token = bytes === undefined ? '' : new TextDecoder().decode(bytes).trim();
  return token === '' ? undefined : token;
}
