import type { System } from '../system.ts';
import { formatPath, isJsonObject, type JsonValue, valueAt } from '../text/json.ts';
import { PROVIDER } from '../text/model-ref.ts';
import type { Place } from '../words/words.ts';

/** A token that OpenClaw has and this program can't read: present, unchecked, never sent, and never "missing". */
export type UnreadableToken = {
  kind: 'unreadable';
  /** `openclaw-profile`: in OpenClaw's own store. `config-reference`: what an `apiKey` points to, outside the config. */
  source: 'openclaw-profile' | 'config-reference';
  /** What shows that it is there: `auth.profiles["huggingface:manual"] in /home/ada/.openclaw/openclaw.json`. */
  place: Place;
};

/**
 * The key that OpenClaw keeps for Hugging Face in its own store: since 2026.7 in SQLite, where only the config's
 * `auth.profiles` shows it, before that in `<state dir>/agents/main/agent/auth-profiles.json`. Only its presence is
 * looked at; an unreadable file counts as none.
 */
export async function findProfile(
  { config, configPath, authProfiles }: { config: JsonValue | undefined; configPath: string; authProfiles: string },
  { files }: Pick<System, 'files'>,
): Promise<UnreadableToken | null> {
  const name = profileOf(valueAt(config, ['auth', 'profiles']));
  if (name !== undefined)
    return profileAt({ kind: 'config', key: formatPath(['auth', 'profiles', name]), path: configPath });
  try {
    const bytes = await files.read(authProfiles, 5 * 1024 * 1024);
    const content: JsonValue = bytes === undefined ? null : JSON.parse(new TextDecoder().decode(bytes));
    return profileOf(valueAt(content, ['profiles'])) === undefined
      ? null
      : profileAt({ kind: 'file', path: authProfiles });
  } catch {
    return null;
  }
}

export function profileAt(place: Place): UnreadableToken {
  return { kind: 'unreadable', source: 'openclaw-profile', place };
}

/** The name of the first profile for Hugging Face, by its `provider`, or by its name (`huggingface:default`). */
function profileOf(profiles: JsonValue | undefined): string | undefined {
  if (!isJsonObject(profiles)) return undefined;
  return Object.entries(profiles).find(([name, profile]) => {
    const provider = valueAt(profile, ['provider']);
    return typeof provider === 'string' ? provider.trim().toLowerCase() === PROVIDER : name.startsWith(`${PROVIDER}:`);
  })?.[0];
}
