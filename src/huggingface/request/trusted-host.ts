import { isLoopback } from '../../text/loopback.ts';

const HUGGING_FACE = ['https://huggingface.co', 'https://router.huggingface.co'];

/**
 * Whether a URL may get the token: Hugging Face's own hosts over https, this machine, and the origins that the user's
 * environment names (`OPENCLAW_HUGGINGFACE_BASE_URL`, `HF_ENDPOINT`) over https. Never one that only a config names.
 */
export function mayReceiveToken(url: string | URL, namedByEnvironment: readonly string[]): boolean {
  const target = parseUrl(url);
  if (target === undefined) return false;
  if (target.username !== '' || target.password !== '') return false;
  if (isLoopback(target) && /^https?:$/.test(target.protocol)) return true;
  if (target.protocol !== 'https:') return false;
  return [...HUGGING_FACE, ...namedByEnvironment].some((named) => parseUrl(named)?.origin === target.origin);
}

function parseUrl(url: string | URL): URL | undefined {
  return URL.canParse(String(url)) ? new URL(url) : undefined;
}
