/** A token that OpenClaw has and this program can't read: present, unchecked, never sent, and never "missing". */
export type UnreadableToken = {
  /** `openclaw-profile`: in OpenClaw's own store. `config-reference`: what an `apiKey` points to, outside the config. */
  source: 'openclaw-profile' | 'config-reference';
  /** What shows that it is there: `auth.profiles["huggingface:manual"] in /home/ada/.openclaw/openclaw.json`. */
  place: string;
};

/** OpenClaw's own command, not ours; it reads the key from stdin. */
const REPLACE_PROFILE = 'openclaw models auth paste-api-key --provider huggingface';

/** What it is, in words. */
export function unreadableWords({ source, place }: UnreadableToken): string {
  return source === 'openclaw-profile'
    ? "a profile in OpenClaw's store (not readable here)"
    : `a reference, ${place} (only OpenClaw can resolve it)`;
}

/** A profile comes before every variable and `.env` (run on 2026.7.35, 2026.8.2 and 2026.9.6): what is stored there is not used. */
export function profileComesFirst({ place }: UnreadableToken): string {
  return `OpenClaw goes on with the key in its own store (${place}), which comes before the environment and .env. To replace it: ${REPLACE_PROFILE}`;
}
