/**
 * How long the service asks to wait, in milliseconds: `retry-after` (seconds or a date), else the reset time of an
 * exhausted `ratelimit: "api";r=0;t=55` (seconds; huggingface_hub, utils/_http.py). Null where it does not say.
 */
export function retryAfterMs(headers: Headers, now: Date): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  if (text !== '' && Number.isFinite(date)) return Math.max(0, date - now.getTime());
  const limit = headers.get('ratelimit') ?? '';
  const reset = /;\s*r=0\s*;\s*t=(\d+)/.exec(limit);
  return reset ? Number(reset[1]) * 1000 : null;
}
