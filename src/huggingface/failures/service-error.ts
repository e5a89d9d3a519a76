import { type ErrorCode, type ErrorDetails, OpenclawError } from '../../errors.ts';
import type { ResponseHeaders } from '../../system.ts';
import type { ServiceProblem } from '../../words/words.ts';
import { parseServiceMessage, type ServiceMessage } from './service-message.ts';

/** A failure of the network, or an answer of the service that is not a success: what a run may go on without. */
export class ServiceError extends OpenclawError {
  declare readonly problem: ServiceProblem;

  constructor(code: ErrorCode, problem: ServiceProblem, details: ErrorDetails = {}) {
    super(code, problem, details);
  }
}

/** What was asked: only a chat completion's refusal can mean the model. */
export type Asked = 'chat' | 'list' | 'account';

type Headers = Pick<ResponseHeaders, 'get'>;

/**
 * An answer that is not a success as a typed error: told by status and
 * patterns, never by whole sentences, which Hugging Face rewrites yearly. `now` is for a `retry-after` date.
 */
export function serviceErrorOf(
  { status, headers, body }: { status: number; headers: Headers; body: string },
  asked: Asked = 'chat',
  now: Date = new Date(0),
): ServiceError {
  const message = parseServiceMessage(body);
  const kind = kindOf(status, message, asked);
  const { code, retryable = false } = KINDS[kind];
  const waitMs = retryAfterMs(headers, now);
  const waitSeconds = waitMs === null ? null : Math.ceil(waitMs / 1000);
  const answer = { status, inferenceProvider: inferenceProviderOf(headers), words: message.text.replace(/\.$/, '') };
  const problem: ServiceProblem =
    kind === 'rate-limited'
      ? { kind, ...answer, waitSeconds }
      : kind === 'redirected'
        ? { kind, ...answer, to: redirectHost(headers) }
        : { kind, ...answer };
  const retryAfterSeconds = retryable && waitSeconds !== null ? waitSeconds : undefined;
  return new ServiceError(code, problem, { status, retryable, retryAfterSeconds });
}

/** The slug of the inference provider that answered, from `x-inference-provider`; null where it is not named. */
export function inferenceProviderOf(headers: Headers): string | null {
  const slug = headers.get('x-inference-provider') ?? '';
  return /^[\w.-]{1,64}$/.test(slug) ? slug : null;
}

type Kind = Extract<ServiceProblem, { words: string }>['kind'];

const KINDS: Readonly<Record<Kind, { code: ErrorCode; retryable?: true }>> = {
  'rejects-token': { code: 'token_rejected' },
  'lacks-permission': { code: 'token_permission' },
  'no-credits': { code: 'credits_exhausted' },
  'request-forbidden': { code: 'service_error' },
  'rate-limited': { code: 'rate_limited', retryable: true },
  'served-without-tools': { code: 'service_error' },
  'unknown-to-router': { code: 'model_unknown' },
  'not-served': { code: 'model_not_served' },
  'service-failed': { code: 'service_error', retryable: true },
  redirected: { code: 'service_error' },
  'request-refused': { code: 'service_error' },
};

function kindOf(status: number, message: ServiceMessage, asked: Asked): Kind {
  if (/monthly included credits/i.test(message.text) || status === 402) return 'no-credits';
  if (status === 401) return 'rejects-token';
  if (status === 403)
    return /sufficient permissions to call Inference Providers/i.test(message.text)
      ? 'lacks-permission'
      : 'request-forbidden';
  if (status === 429) return 'rate-limited';
  return (asked === 'chat' ? modelKindOf(status, message) : undefined) ?? serviceKindOf(status);
}

/** Novita, 2026: "model features function calling not support". */
const TOOLS_UNSUPPORTED = /(?:function|tool)[ _-]?call\w* (?:is )?not support/i;

function modelKindOf(status: number, { text, code }: ServiceMessage): Kind | undefined {
  if (TOOLS_UNSUPPORTED.test(text)) return 'served-without-tools';
  if (status === 404 || (status === 400 && code === 'model_not_found')) return 'unknown-to-router';
  const isModel = /^model_/.test(code) || /not supported by (?:any )?provider|is not a chat model/i.test(text);
  return status === 410 || (status === 400 && isModel) ? 'not-served' : undefined;
}

function serviceKindOf(status: number): Kind {
  if (status >= 300 && status < 400) return 'redirected';
  return status >= 500 ? 'service-failed' : 'request-refused';
}

/** Of a `javascript:` or `data:` address nothing is worth showing. */
function redirectHost(headers: Headers): string | null {
  const location = headers.get('location') ?? '';
  return /^https?:/i.test(location) && URL.canParse(location) ? new URL(location).host : null;
}

/**
 * How long the service asks to wait, in milliseconds: `retry-after` (seconds or a date), else the reset time of an
 * exhausted `ratelimit: "api";r=0;t=55` (seconds; huggingface_hub, utils/_http.py). Null where it does not say.
 */
export function retryAfterMs(headers: Headers, now: Date): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  // An HTTP date begins with a weekday; Date.parse takes `-5` for a date too.
  const date = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isFinite(date)) return Math.max(0, date - now.getTime());
  const limit = headers.get('ratelimit') ?? '';
  const reset = /;\s*r=0\s*;\s*t=(\d+)/.exec(limit);
  return reset ? Number(reset[1]) * 1000 : null;
}
