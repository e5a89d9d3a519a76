import { type ErrorCode, OpenclawError } from '../../errors.ts';
import type { Env } from '../../system.ts';
import { sanitise } from '../../text/sanitise.ts';
import { mayReceiveToken } from './trusted-host.ts';

/** What the config gets as `baseUrl`, wherever the environment points this program. */
const DEFAULT_BASE_URL = 'https://router.huggingface.co/v1';
const DEFAULT_HUB_URL = 'https://huggingface.co';

/** Where the service is asked. No URL ends with a slash. */
export type Endpoints = {
  /** The router: `<baseUrl>/models`, `<baseUrl>/chat/completions`. */
  baseUrl: string;
  /** The hub: `<hubUrl>/api/whoami-v2`. */
  hubUrl: string;
  /** The URLs that the environment names; see `mayReceiveToken`. */
  namedByEnvironment: string[];
  /** Sentences about endpoints that will be asked without the token. */
  warnings: string[];
};

/**
 * The endpoints: the environment, else the config's `models.providers.huggingface.baseUrl`, else Hugging Face.
 * `stated` is that before variables were filled in. Rejects a URL that can't be used: `usage` for a variable's, `config_invalid` for the config's.
 */
export function resolveEndpoints(env: Env, configBaseUrl: unknown = undefined, stated = configBaseUrl): Endpoints {
  const base = fromEnvironment(env, 'OPENCLAW_HUGGINGFACE_BASE_URL');
  const hub = fromEnvironment(env, 'HF_ENDPOINT');
  const configured = base === undefined ? fromConfig(configBaseUrl, stated) : undefined;
  const baseUrl = base ?? configured ?? DEFAULT_BASE_URL;
  const hubUrl = hub ?? DEFAULT_HUB_URL;
  const namedByEnvironment = [base, hub].filter((url) => url !== undefined);
  const distrusted = [...new Set([baseUrl, hubUrl])].filter((url) => !mayReceiveToken(url, namedByEnvironment));
  return {
    baseUrl,
    hubUrl,
    namedByEnvironment,
    warnings: distrusted.map((url) =>
      url === configured
        ? `The config's baseUrl ${sanitise(url)} is not Hugging Face: it is asked without the token.`
        : `${sanitise(url)} is not reached over https: it is asked without the token.`,
    ),
  };
}

function fromEnvironment(env: Env, name: string): string | undefined {
  const text = env[name]?.trim() ?? '';
  return text === '' ? undefined : parseEndpoint(text, name, 'usage', `Set ${name}=https://host/path, or unset it.`);
}

const CONFIG_PATH = 'models.providers.huggingface.baseUrl';

function fromConfig(value: unknown, stated: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const url = parseEndpoint(value.trim(), CONFIG_PATH, 'config_invalid', `Set it to "${DEFAULT_BASE_URL}".`);
  if (stated !== value && !mayReceiveToken(url, [])) throw carriesVariable();
  return url;
}

/** `https://elsewhere/${HF_TOKEN}`: who can write a config must not learn what the environment holds. */
function carriesVariable(): OpenclawError {
  return new OpenclawError(
    'config_invalid',
    `${CONFIG_PATH} fills a variable into an address that is not Hugging Face's, which could give the variable away. Nothing was asked or changed.`,
    { hint: 'Write the address out in full, or name it yourself: OPENCLAW_HUGGINGFACE_BASE_URL=https://host/path' },
  );
}

/** The value is not shown: a URL that can't be used may be one with a password. */
function parseEndpoint(text: string, name: string, code: ErrorCode, hint: string): string {
  const refuse = (why: string) => new OpenclawError(code, `The URL in ${name} can't be used: ${why}.`, { hint });
  if (!URL.canParse(text)) throw refuse('it is not a URL');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw refuse('it begins neither with https:// nor http://');
  if (url.username !== '' || url.password !== '') throw refuse('it holds a user name or a password');
  if (url.search !== '' || url.hash !== '') throw refuse('it has a query or a fragment');
  return url.href.replace(/\/+$/, '');
}
