import { OpenclawError } from '../../errors.ts';
import type { Env } from '../../system.ts';
import { formatPath } from '../../text/json.ts';
import { BASE_URL_PATH } from '../../text/model-ref.ts';
import { sanitise } from '../../text/sanitise.ts';
import type { Note, Problem } from '../../words/words.ts';
import { mayReceiveToken } from './trusted-host.ts';

/** What the config gets as `baseUrl`, also where the environment points this program elsewhere: the file outlives the shell. */
export const ROUTER_BASE_URL = 'https://router.huggingface.co/v1';
const DEFAULT_HUB_URL = 'https://huggingface.co';

/** Where the service is asked. No URL ends with a slash. */
export type Endpoints = {
  /** The router: `<baseUrl>/models`, `<baseUrl>/chat/completions`. */
  baseUrl: string;
  /** The hub: `<hubUrl>/api/whoami-v2`. */
  hubUrl: string;
  /** The URLs that the environment names; see `mayReceiveToken`. */
  namedByEnvironment: string[];
  /** About endpoints that will be asked without the token. */
  warnings: Note[];
};

/**
 * The endpoints: the environment, else the config's `models.providers.huggingface.baseUrl`, else Hugging Face.
 * `stated` is that before variables were filled in. Rejects a URL that can't be used: `usage` for a variable's, `config_invalid` for the config's.
 */
export function resolveEndpoints(env: Env, configBaseUrl: unknown = undefined, stated = configBaseUrl): Endpoints {
  const base = fromEnvironment(env, 'OPENCLAW_HUGGINGFACE_BASE_URL');
  const hub = fromEnvironment(env, 'HF_ENDPOINT');
  const configured = base === undefined ? fromConfig(configBaseUrl, stated) : undefined;
  const baseUrl = base ?? configured ?? ROUTER_BASE_URL;
  const hubUrl = hub ?? DEFAULT_HUB_URL;
  const namedByEnvironment = [base, hub].filter((url) => url !== undefined);
  const distrusted = [...new Set([baseUrl, hubUrl])].filter((url) => !mayReceiveToken(url, namedByEnvironment));
  return {
    baseUrl,
    hubUrl,
    namedByEnvironment,
    warnings: distrusted.map((url) => ({
      kind: url === configured ? 'base-url-elsewhere' : 'endpoint-without-tls',
      url: sanitise(url),
    })),
  };
}

function fromEnvironment(env: Env, name: string): string | undefined {
  const text = env[name]?.trim() ?? '';
  if (text === '') return undefined;
  const why = faultOf(text);
  if (why !== undefined) throw new OpenclawError('usage', { kind: 'bad-endpoint-variable', name, why });
  return withoutSlash(text);
}

function fromConfig(value: unknown, stated: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const why = faultOf(value.trim());
  const path = formatPath(BASE_URL_PATH);
  if (why !== undefined)
    throw new OpenclawError('config_invalid', { kind: 'bad-base-url', path, why, usual: ROUTER_BASE_URL });
  const url = withoutSlash(value.trim());
  // `https://elsewhere/${HF_TOKEN}`: whoever can write a config must not learn what the environment holds.
  if (stated !== value && !mayReceiveToken(url, []))
    throw new OpenclawError('config_invalid', { kind: 'base-url-gives-away', path }, { unchanged: true });
  return url;
}

/** The value is never shown: a URL that can't be used may be one with a password. */
function faultOf(text: string): Extract<Problem, { kind: 'bad-base-url' }>['why'] | undefined {
  if (!URL.canParse(text)) return 'not-a-url';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme';
  if (url.username !== '' || url.password !== '') return 'credentials';
  return url.search !== '' || url.hash !== '' ? 'query' : undefined;
}

function withoutSlash(url: string): string {
  return new URL(url).href.replace(/\/+$/, '');
}
