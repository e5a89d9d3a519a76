import type { Env, System } from '../system.ts';
import type { JsonValue } from '../text/json.ts';
import { PROVIDER } from '../text/model-ref.ts';
import { findProfile, profileAt } from './auth-profiles.ts';
import { type ConfigApiKey, readConfigApiKey } from './config-api-key.ts';
import { readHfTokenFile } from './hf-token-file.ts';
import { loginShellLimitMs, readLoginShell, wantsLoginShell } from './login-shell.ts';
import { cleanToken, TOKEN_VARIABLES, type TokenVariable } from './token.ts';
import type { UnreadableToken } from './unreadable-token.ts';

/** Where a token was found, as `--json` names it. */
export type TokenSource =
  | `${'env' | 'dotenv' | 'config-env' | 'shell'}:${TokenVariable}`
  | 'config-api-key'
  | 'hf-file';

export type FoundToken = {
  source: TokenSource;
  /** As it stands there: OpenClaw reads it raw. */
  token: string;
  /** For people: `HF_TOKEN in /home/ada/.openclaw/.env`. */
  place: string;
};

export type TokenSearch = {
  /** What OpenClaw has in its own store: it comes before all of `tokens`. */
  profile: UnreadableToken | null;
  /** In OpenClaw's order: the first is the one it would use. */
  tokens: FoundToken[];
  /** What the config's `apiKey` points to: it comes after all of `tokens`, save that of `hf auth login`. */
  reference: UnreadableToken | null;
  /** Sentences: two sources differ, a value that OpenClaw will read with its quotes. */
  warnings: string[];
};

export type TokenPlaces = {
  /** `<state dir>/.env`, parsed; only the two token variables are read. */
  dotenv: { path: string; values: Readonly<Record<string, string>> };
  /** The effective config; undefined where there is none. */
  config: JsonValue | undefined;
  /** What its `env` block defines: see `configVariables` in config/variables.ts. */
  configEnv: Readonly<Record<string, string>>;
  /** For the words that name it. */
  configPath: string;
  /** The file of `hf auth login`, only where a person can be asked: OpenClaw does not read it. */
  hfTokenFile: string | null;
  /** Where OpenClaw 2026.4 keeps its profiles. */
  authProfiles: string;
};

type Place = { kind: 'env' | 'dotenv' | 'config-env' | 'shell'; words: string; values: Env };

/**
 * Every token that OpenClaw would find, in its order: its own store, then by name (HUGGINGFACE_HUB_TOKEN, HF_TOKEN), then
 * by place (process, `.env`, the config's `env`, login shell), then the config's `apiKey`; the `hf auth login` file last.
 */
export async function findTokens(
  places: TokenPlaces,
  system: Pick<System, 'env' | 'files' | 'shell' | 'platform' | 'signal'>,
): Promise<TokenSearch> {
  const apiKey = readConfigApiKey(places.config);
  const apiKeyPlace = `models.providers.${PROVIDER}.apiKey in ${places.configPath}`;
  const isProfile = apiKey?.kind === 'profile';
  const profile = (await findProfile(places, system)) ?? (isProfile ? profileAt(apiKeyPlace) : null);
  const reference = apiKey?.kind === 'reference' ? referenceAt(apiKeyPlace, apiKey.to) : null;
  const variables = knownPlaces(places, system.env);
  let tokens = [...tokensIn(variables), ...apiKeyIn(apiKey, apiKeyPlace, variables)];
  const isNoneYet = tokens.length === 0 && profile === null && reference === null;
  if (isNoneYet && wantsLoginShell(places.config, system.env)) {
    const values = await readLoginShell(TOKEN_VARIABLES, loginShellLimitMs(places.config), system);
    const shell: Place = { kind: 'shell', words: 'the login shell', values };
    tokens = [...tokensIn([shell]), ...apiKeyIn(apiKey, apiKeyPlace, [shell])];
  }
  // With a profile OpenClaw uses none of them.
  const warnings = profile === null ? [...differences(tokens), ...tokens.flatMap(uncleanWarning)] : [];
  return { profile, tokens: [...tokens, ...(await hfFileToken(places.hfTokenFile, system))], reference, warnings };
}

/** The token that OpenClaw will use, or what it has instead of one that can be read; undefined where it has none. */
export function tokenInUse({ profile, tokens, reference }: TokenSearch): FoundToken | UnreadableToken | undefined {
  return profile ?? tokens.find(({ source }) => source !== 'hf-file') ?? reference ?? undefined;
}

function referenceAt(place: string, to: string): UnreadableToken {
  return { source: 'config-reference', place: `${place} to ${to}` };
}

async function hfFileToken(file: string | null, system: Pick<System, 'files'>): Promise<FoundToken[]> {
  const token = file === null ? undefined : await readHfTokenFile(file, system);
  return token === undefined ? [] : [{ source: 'hf-file', token, place: `${file} (hf auth login)` }];
}

function knownPlaces({ dotenv, configEnv, configPath }: TokenPlaces, env: Env): Place[] {
  return [
    { kind: 'env', words: 'the environment', values: env },
    { kind: 'dotenv', words: dotenv.path, values: dotenv.values },
    { kind: 'config-env', words: `the env block of ${configPath}`, values: configEnv },
  ];
}

function tokensIn(places: readonly Place[]): FoundToken[] {
  return TOKEN_VARIABLES.flatMap((name) => tokensNamed(name, places));
}

/** A variable of that name in each place, in order. */
function tokensNamed(name: TokenVariable, places: readonly Place[]): FoundToken[] {
  return places.flatMap(({ kind, words, values }) => {
    const token = valueIn(values, name);
    return token === undefined ? [] : [{ source: `${kind}:${name}` as const, token, place: `${name} in ${words}` }];
  });
}

/** `apiKey`: the token itself, or that of the variable it names. */
function apiKeyIn(apiKey: ConfigApiKey | undefined, place: string, places: readonly Place[]): FoundToken[] {
  const token =
    apiKey?.kind === 'token' ? apiKey.token : apiKey?.kind === 'variable' ? resolve(apiKey.name, places) : undefined;
  return token === undefined ? [] : [{ source: 'config-api-key', token, place }];
}

/** From `.env` and the config only the token variables are read, whatever an `apiKey` refers to. */
function resolve(variable: string, places: readonly Place[]): string | undefined {
  const isToken = TOKEN_VARIABLES.some((name) => name === variable);
  const allowed = places.filter(({ kind }) => isToken || kind === 'env');
  return allowed.map(({ values }) => valueIn(values, variable)).find((value) => value !== undefined);
}

function differences([first, ...others]: readonly FoundToken[]): string[] {
  const other = others.find(({ token }) => token !== first?.token);
  if (!first || !other) return [];
  return [`${first.place} and ${other.place} hold different tokens: OpenClaw uses the first.`];
}

function uncleanWarning({ token, place }: FoundToken): string[] {
  if (cleanToken(token) === token) return [];
  return [`${place} holds more than a token (quotes, blanks or a prefix), and OpenClaw reads it as it stands.`];
}

/** A blank value counts as none. */
function valueIn(values: Env, name: string): string | undefined {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return value === undefined || value.trim() === '' ? undefined : value;
}
