import { isJsonObject, type JsonValue, valueAt } from '../text/json.ts';
import { PROVIDER, PROVIDER_PATH } from '../text/model-ref.ts';
import { TOKEN_VARIABLES } from './token.ts';

/** What `models.providers.huggingface.apiKey` says. */
export type ConfigApiKey =
  | { kind: 'token'; token: string }
  /** The value of this variable. */
  | { kind: 'variable'; name: string }
  /** `huggingface:manual`: the profile of that name in OpenClaw's store. */
  | { kind: 'profile'; name: string }
  /** A secret that only OpenClaw resolves: `file`, `exec`, `store`, or its own marker for one of these. */
  | { kind: 'reference'; to: 'file' | 'exec' | 'store' | 'secret' };

/** Whether a text is OpenClaw's mark for a secret that it keeps elsewhere (its model-auth-markers). */
export function isSecretMark(text: string): boolean {
  return /^(?:secretref-managed$|secretref-env:)/.test(text);
}

/** Reads the `apiKey` of an effective config; undefined where there is none. */
export function readConfigApiKey(config: JsonValue | undefined): ConfigApiKey | undefined {
  const value = valueAt(config, [...PROVIDER_PATH, 'apiKey']);
  if (isJsonObject(value)) return readReference(value.source, value.id);
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const text = value.trim();
  if (isProfileName(text, config)) return { kind: 'profile', name: text };
  // No token has a colon in it.
  if (isSecretMark(text) || text.startsWith('oauth:')) return { kind: 'reference', to: 'secret' };
  const name = TOKEN_VARIABLES.find((variable) => variable === text) ?? /^\$\{([A-Z_][A-Z0-9_]*)\}$/.exec(text)?.[1];
  return name === undefined ? { kind: 'token', token: value } : { kind: 'variable', name };
}

function readReference(source: JsonValue | undefined, id: JsonValue | undefined): ConfigApiKey | undefined {
  if (source === 'env') return typeof id === 'string' ? { kind: 'variable', name: id } : undefined;
  return source === 'file' || source === 'exec' || source === 'store' ? { kind: 'reference', to: source } : undefined;
}

/** With the profile gone from `auth.profiles` its name is still not a token. */
function isProfileName(text: string, config: JsonValue | undefined): boolean {
  const profiles = valueAt(config, ['auth', 'profiles']);
  return text.startsWith(`${PROVIDER}:`) || (isJsonObject(profiles) && Object.hasOwn(profiles, text));
}
