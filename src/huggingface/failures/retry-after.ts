import type { ResponseHeaders } from '../../system.ts';

/**
 * How long the service asks to wait, in milliseconds: `retry-after` (seconds or a date), else the reset time of an
 * exhausted `ratelimit: "api";r=0;t=55` (seconds; huggingface_hub, utils/_http.py). Null where it does not say.
 */
export function retryAfterMs(headers: Pick<ResponseHeaders, 'get'>, now: Date): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  // An HTTP date begins with a weekday; Date.parse takes `-5` for a date too.
  const date = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isFinite(date)) return Math.max(0, date - now.getTime());
  const limit = headers.get('ratelimit') ?? '';
  const reset = /;\s*r=0\s*;\s*t=(\d+)/.exec(limit);
  return reset ? Number(reset[1]) * 1000 : null;
}
