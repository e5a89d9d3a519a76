import type { System } from '../system.ts';
import { isJsonObject } from '../text/json.ts';
import { PROVIDER } from '../text/model-ref.ts';

/**
 * Whether OpenClaw keeps a credential of its own for Hugging Face in `<state dir>/agents/main/agent/auth-profiles.json`,
 * which comes before every variable there. Only its presence is looked at; an unreadable file counts as none.
 */
export async function hasAuthProfile(file: string, { files }: Pick<System, 'files'>): Promise<boolean> {
  try {
    const bytes = await files.read(file, 5 * 1024 * 1024);
    const content: unknown = bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes));
    if (!isJsonObject(content) || !isJsonObject(content.profiles)) return false;
    return Object.entries(content.profiles).some(
      ([id, profile]) => id.startsWith(`${PROVIDER}:`) || (isJsonObject(profile) && profile.provider === PROVIDER),
    );
  } catch {
    return false;
  }
}
