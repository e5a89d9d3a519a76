import type { Env, System } from '../system.ts';
import type { JsonValue } from '../text/json.ts';
import { PROVIDER } from '../text/model-ref.ts';
import type { Note, Place } from '../words/words.ts';
import { type ConfigApiKey, readConfigApiKey } from './config-api-key.ts';
import { readHfTokenFile } from './hf-token-file.ts';
import { loginShellLimitMs, readLoginShell, wantsLoginShell } from './login-shell.ts';
import { cleanToken, TOKEN_VARIABLES, type TokenVariable } from './token.ts';
import { findProfile, profileAt, type UnreadableToken } from './unreadable-token.ts';

/** A token that was found, or given. */
export type ReadableToken = {
  kind: 'readable';
  /** As it is there: OpenClaw reads it raw. */
  token: string;
  place: Place;
};

export type TokenSearch = {
  /** What OpenClaw has in its own store: it comes before all of `tokens`. */
  profile: UnreadableToken | null;
  /** In OpenClaw's order: the first is the one it would use. */
  tokens: ReadableToken[];
  /** What the config's `apiKey` points to: it comes after all of `tokens`, save that of `hf auth login`. */
  reference: UnreadableToken | null;
  /** That two sources differ, or a value that OpenClaw will read with its quotes. */
  warnings: Note[];
};

export type TokenPlaces = {
  /** `<state dir>/.env`, parsed; only the two token variables are read. */
  dotenv: { path: string; values: Readonly<Record<string, string>> };
  /** The effective config; undefined where there is none. */
  config: JsonValue | undefined;
  /** What its `env` block defines: see `configVariables` in config/read/variables.ts. */
  configEnv: Readonly<Record<string, string>>;
  /** For the words that name it. */
  configPath: string;
  /** The file of `hf auth login`, only where a person can be asked: OpenClaw does not read it. */
  hfTokenFile: string | null;
  /** Where OpenClaw 2026.4 keeps its profiles. */
  authProfiles: string;
};

/** Variables in one place. */
type Variables = { at: (name: string) => Place; values: Env };

/**
 * Every token that OpenClaw would find, in its order: its own store, then by name (HUGGINGFACE_HUB_TOKEN, HF_TOKEN), then
 * by place (process, `.env`, the config's `env`, login shell), then the config's `apiKey`; the `hf auth login` file last.
 */
export async function findTokens(
  places: TokenPlaces,
  system: Pick<System, 'env' | 'files' | 'shell' | 'platform' | 'signal'>,
): Promise<TokenSearch> {
  const apiKey = readConfigApiKey(places.config);
  const apiKeyAt = { key: `models.providers.${PROVIDER}.apiKey`, path: places.configPath };
  const apiKeyPlace: Place = { kind: 'config', ...apiKeyAt };
  const isProfile = apiKey?.kind === 'profile';
  const profile = (await findProfile(places, system)) ?? (isProfile ? profileAt(apiKeyPlace) : null);
  const reference =
    apiKey?.kind === 'reference' ? referenceTo({ kind: 'reference', ...apiKeyAt, to: apiKey.to }) : null;
  const variables = knownPlaces(places, system.env);
  let tokens = [...tokensIn(variables), ...apiKeyIn(apiKey, apiKeyPlace, variables)];
  const isNoneYet = tokens.length === 0 && profile === null && reference === null;
  if (isNoneYet && wantsLoginShell(places.config, system.env)) {
    const values = await readLoginShell(TOKEN_VARIABLES, loginShellLimitMs(places.config), system);
    const shell: Variables = { at: (name) => ({ kind: 'login-shell', name }), values };
    tokens = [...tokensIn([shell]), ...apiKeyIn(apiKey, apiKeyPlace, [shell])];
  }
  // With a profile OpenClaw uses none of them.
  const warnings = profile === null ? [...differences(tokens), ...tokens.flatMap(uncleanWarning)] : [];
  return { profile, tokens: [...tokens, ...(await hfFileToken(places.hfTokenFile, system))], reference, warnings };
}

/** The token that OpenClaw will use, or what it has instead of one that can be read; undefined where it has none. */
export function tokenInUse({ profile, tokens, reference }: TokenSearch): ReadableToken | UnreadableToken | undefined {
  return profile ?? tokens.find(({ place }) => place.kind !== 'hf-login') ?? reference ?? undefined;
}

/** Where a token is from, as `--json` names it. */
export function tokenSource(token: ReadableToken | UnreadableToken): string {
  if (token.kind === 'unreadable') return token.source;
  const { place } = token;
  switch (place.kind) {
    case 'environment':
      return `env:${place.name}`;
    case 'dotenv':
    case 'config-env':
      return `${place.kind}:${place.name}`;
    case 'login-shell':
      return `shell:${place.name}`;
    case 'config':
      return 'config-api-key';
    case 'hf-login':
      return 'hf-file';
    default:
      return place.kind;
  }
}

function referenceTo(place: Place): UnreadableToken {
  return { kind: 'unreadable', source: 'config-reference', place };
}

async function hfFileToken(file: string | null, system: Pick<System, 'files'>): Promise<ReadableToken[]> {
  if (file === null) return [];
  const token = await readHfTokenFile(file, system);
  return token === undefined ? [] : [{ kind: 'readable', token, place: { kind: 'hf-login', path: file } }];
}

function knownPlaces({ dotenv, configEnv, configPath }: TokenPlaces, env: Env): Variables[] {
  return [
    { at: (name) => ({ kind: 'environment', name }), values: env },
    { at: (name) => ({ kind: 'dotenv', name, path: dotenv.path }), values: dotenv.values },
    { at: (name) => ({ kind: 'config-env', name, path: configPath }), values: configEnv },
  ];
}

function tokensIn(places: readonly Variables[]): ReadableToken[] {
  return TOKEN_VARIABLES.flatMap((name) => tokensNamed(name, places));
}

/** A variable of that name in each place, in order. */
function tokensNamed(name: TokenVariable, places: readonly Variables[]): ReadableToken[] {
  return places.flatMap(({ at, values }) => {
    const token = valueIn(values, name);
    return token === undefined ? [] : [{ kind: 'readable', token, place: at(name) }];
  });
}

/** `apiKey`: the token itself, or that of the variable it names. */
function apiKeyIn(apiKey: ConfigApiKey | undefined, place: Place, places: readonly Variables[]): ReadableToken[] {
  const token =
    apiKey?.kind === 'token' ? apiKey.token : apiKey?.kind === 'variable' ? resolve(apiKey.name, places) : undefined;
  return token === undefined ? [] : [{ kind: 'readable', token, place }];
}

/** From `.env` and the config only the token variables are read, whatever an `apiKey` refers to. */
function resolve(variable: string, places: readonly Variables[]): string | undefined {
  const isToken = TOKEN_VARIABLES.some((name) => name === variable);
  const allowed = places.filter(({ at }) => isToken || at(variable).kind === 'environment');
  return allowed.map(({ values }) => valueIn(values, variable)).find((value) => value !== undefined);
}

function differences([first, ...others]: readonly ReadableToken[]): Note[] {
  const other = others.find(({ token }) => token !== first?.token);
  if (!first || !other) return [];
  return [{ kind: 'tokens-differ', first: first.place, other: other.place }];
}

function uncleanWarning({ token, place }: ReadableToken): Note[] {
  return cleanToken(token) === token ? [] : [{ kind: 'more-than-a-token', place }];
}

/** A blank value counts as none. */
function valueIn(values: Env, name: string): string | undefined {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return value === undefined || value.trim() === '' ? undefined : value;
}
