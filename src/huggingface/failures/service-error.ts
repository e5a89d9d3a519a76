import { type ErrorCode, type ErrorDetails, OpenclawError } from '../../errors.ts';
import type { ResponseHeaders } from '../../system.ts';
import { NEW_TOKEN_URL } from '../../token/token.ts';
import { retryAfterMs } from './retry-after.ts';
import { parseServiceMessage, type ServiceMessage } from './service-message.ts';

/** What was asked: only a chat completion's refusal can mean the model. */
export type Asked = 'chat' | 'list' | 'account';

type Kind = { code: ErrorCode; what: string; hint: string; retryable?: boolean };
type Headers = Pick<ResponseHeaders, 'get'>;

/**
 * An answer that is no success as a typed error (DESIGN.md section 8, "Service answers"): told by status and patterns,
 * never by whole sentences, which Hugging Face rewrites yearly. `now` is for a `retry-after` date.
 */
export function serviceErrorOf(
  status: number,
  headers: Headers,
  bodyText: string,
  asked: Asked = 'chat',
  now: Date = new Date(0),
): OpenclawError {
  const message = parseServiceMessage(bodyText);
  const waitMs = retryAfterMs(headers, now);
  const { code, what, hint, retryable = false } = kindOf(status, headers, message, asked, waitMs);
  const provider = inferenceProviderOf(headers);
  const who = provider === null ? '' : `, ${provider}`;
  const words = message.text === '' ? '.' : `: ${message.text.replace(/\.$/, '')}.`;
  const wait = waitMs !== null && retryable ? { retryAfterSeconds: Math.ceil(waitMs / 1000) } : {};
  const details: ErrorDetails = { status, hint, retryable, ...wait };
  return new OpenclawError(code, `${what} (${status}${who})${words}`, details);
}

/** The slug of the inference provider that answered, from `x-inference-provider`; null where it is not named. */
export function inferenceProviderOf(headers: Headers): string | null {
  const slug = headers.get('x-inference-provider') ?? '';
  return /^[\w.-]{1,64}$/.test(slug) ? slug : null;
}

function kindOf(status: number, headers: Headers, message: ServiceMessage, asked: Asked, waitMs: number | null): Kind {
  if (/monthly included credits/i.test(message.text) || status === 402) return CREDITS;
  if (status === 401) return REJECTED;
  if (status === 403)
    return /sufficient permissions to call Inference Providers/i.test(message.text) ? PERMISSION : REFUSED;
  if (status === 429) return rateLimited(waitMs);
  if (asked === 'chat') return modelKindOf(status, message) ?? serviceKindOf(status, headers);
  return serviceKindOf(status, headers);
}

function modelKindOf(status: number, { text, code }: ServiceMessage): Kind | undefined {
  if (status === 400 && refusesTools(text)) return NO_TOOLS;
  if (status === 404 || (status === 400 && code === 'model_not_found')) return UNKNOWN_MODEL;
  const isModel = /^model_/.test(code) || /not supported by (?:any )?provider|is not a chat model/i.test(text);
  return status === 410 || (status === 400 && isModel) ? NOT_SERVED : undefined;
}

function serviceKindOf(status: number, headers: Headers): Kind {
  if (status >= 300 && status < 400) return redirected(headers);
  if (status >= 500) return UNAVAILABLE;
  return { code: 'service_error', what: 'The request was refused', hint: RETRY_VERBOSE };
}

/** Whether a refusal, or the error made from it, means that the inference provider serves the model without tools. */
export function refusesTools(message: string): boolean {
  return TOOLS_UNSUPPORTED.test(message);
}

/** Novita, 2026: "model features function calling not support". */
const TOOLS_UNSUPPORTED = /(?:function|tool)[ _-]?call\w* (?:is )?not support/i;
const RETRY_VERBOSE = 'Run it again with --verbose to see the requests.';

const REJECTED: Kind = {
  code: 'token_rejected',
  what: 'Hugging Face rejected the token',
  hint: `Make a new one: ${NEW_TOKEN_URL}`,
};
const PERMISSION: Kind = {
  code: 'token_permission',
  what: 'The token lacks the permission "Make calls to Inference Providers"',
  hint: `Tick it for this token at https://huggingface.co/settings/tokens, or make a new one: ${NEW_TOKEN_URL}`,
};
const CREDITS: Kind = {
  code: 'credits_exhausted',
  what: 'The Hugging Face account has no credits left',
  hint: 'Buy credits or subscribe to PRO: https://huggingface.co/settings/billing',
};
const REFUSED: Kind = {
  code: 'service_error',
  what: 'The request was refused',
  hint: 'The token is not the reason; another inference provider or network may be let through.',
};
const NO_TOOLS: Kind = {
  code: 'service_error',
  what: 'The inference provider serves the model without tools, which OpenClaw needs',
  hint: 'Pin an inference provider with tools (org/model:provider): openclaw models list --provider huggingface --tools',
};
const UNKNOWN_MODEL: Kind = {
  code: 'model_unknown',
  what: 'The model is not known to the router',
  hint: 'See what it serves: openclaw models list --provider huggingface --refresh',
};
const NOT_SERVED: Kind = {
  code: 'model_not_served',
  what: 'The model is not served',
  hint: 'Enable its inference providers at https://hf.co/settings/inference-providers, or choose another model: openclaw models list --provider huggingface --refresh',
};
const UNAVAILABLE: Kind = {
  code: 'service_error',
  what: 'The service failed',
  hint: 'Try again in a minute; https://status.huggingface.co shows known trouble.',
  retryable: true,
};

function rateLimited(waitMs: number | null): Kind {
  const wait = waitMs === null ? 'in a minute' : waitMs === 0 ? 'now' : `in ${Math.ceil(waitMs / 1000)} s`;
  return { code: 'rate_limited', what: 'Too many requests', hint: `Try again ${wait}.`, retryable: true };
}

function redirected(headers: Headers): Kind {
  const location = headers.get('location') ?? '';
  // Of a `javascript:` or `data:` address nothing is worth showing.
  const to = /^https?:/i.test(location) && URL.canParse(location) ? ` to ${new URL(location).host}` : '';
  return {
    code: 'service_error',
    what: `The service sent a redirect${to}, which is never followed`,
    hint: 'Check OPENCLAW_HUGGINGFACE_BASE_URL, HF_ENDPOINT and models.providers.huggingface.baseUrl; a login page of the network does this too.',
  };
}
