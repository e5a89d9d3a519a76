import type { Env, System } from '../system.ts';
import { isJsonObject, type JsonValue, valueAt } from '../text/json.ts';
import { PROVIDER } from '../text/model-ref.ts';
import { readHfTokenFile } from './hf-token-file.ts';
import { loginShellLimitMs, readLoginShell, wantsLoginShell } from './login-shell.ts';
import { cleanToken, TOKEN_VARIABLES, type TokenVariable } from './token.ts';

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
  /** In OpenClaw's order: the first is the one it would use. */
  tokens: FoundToken[];
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
};

type Place = { kind: 'env' | 'dotenv' | 'config-env' | 'shell'; words: string; values: Env };

/**
 * Every token that OpenClaw would find, in its order: by name first (HUGGINGFACE_HUB_TOKEN, then HF_TOKEN), then by
 * place (process, `.env`, the config's `env`, login shell), then the config's `apiKey`; the `hf auth login` file last.
 */
export async function findTokens(
  places: TokenPlaces,
  system: Pick<System, 'env' | 'files' | 'path' | 'shell' | 'platform' | 'signal'>,
): Promise<TokenSearch> {
  const variables = knownPlaces(places, system.env);
  let tokens = [...tokensIn(variables), ...apiKeyIn(places, variables)];
  if (tokens.length === 0 && wantsLoginShell(places.config, system.env)) {
    const values = await readLoginShell(TOKEN_VARIABLES, loginShellLimitMs(places.config), system);
    const shell: Place = { kind: 'shell', words: 'the login shell', values };
    tokens = [...tokensIn([shell]), ...apiKeyIn(places, [shell])];
  }
  const warnings = [...differences(tokens), ...tokens.flatMap(uncleanWarning)];
  const file = places.hfTokenFile;
  const stored = file === null ? undefined : await readHfTokenFile(file, system);
  if (file !== null && stored !== undefined) {
    tokens.push({ source: 'hf-file', token: stored, place: `${file} (hf auth login)` });
  }
  return { tokens, warnings };
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

/** A blank value counts as none. */
function valueIn(values: Env, name: string): string | undefined {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return value === undefined || value.trim() === '' ? undefined : value;
}

/** `apiKey`: the key itself, or the name of a variable as `${VAR}`, `{source: "env", id}`, or alone. */
function apiKeyIn({ config, configPath }: TokenPlaces, places: readonly Place[]): FoundToken[] {
  const value = valueAt(config, ['models', 'providers', PROVIDER, 'apiKey']);
  const variable = variableIn(value);
  const token = variable === undefined ? value : resolve(variable, places);
  if (typeof token !== 'string' || token.trim() === '') return [];
  const place = `models.providers.${PROVIDER}.apiKey in ${configPath}`;
  return [{ source: 'config-api-key', token, place }];
}

function variableIn(value: JsonValue | undefined): string | undefined {
  if (isJsonObject(value)) return value.source === 'env' && typeof value.id === 'string' ? value.id : '';
  if (typeof value !== 'string') return undefined;
  if (TOKEN_VARIABLES.some((name) => name === value)) return value;
  return /^\$\{([A-Z_][A-Z0-9_]*)\}$/.exec(value)?.[1];
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
