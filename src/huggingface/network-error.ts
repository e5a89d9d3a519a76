import { type ErrorDetails, errnoOf, OpenclawError } from '../errors.ts';

/**
 * A failed fetch in words: what undici hides in `cause` chains and AggregateErrors. The message is built from the host
 * and the failure's code alone: undici's own texts can hold header values.
 */
export function networkError(error: unknown, host: string): OpenclawError {
  if (error instanceof OpenclawError) return error;
  const codes = codesOf(error);
  const details: ErrorDetails = { cause: error, retryable: true, hint: CHECK_NETWORK };
  const proxy = proxyStatusOf(error);
  if (proxy !== undefined) return proxyError(host, proxy, error);
  if (codes.some(isCertificateCode)) {
    const code = codes.find(isCertificateCode) ?? '';
    return new OpenclawError('network', `${host} could not be reached: its certificate is not trusted (${code}).`, {
      cause: error,
      hint: 'Behind a company proxy, point NODE_EXTRA_CA_CERTS at the file with its root certificate.',
    });
  }
  const known = codes.find((code) => code in REASONS);
  if (known && TIMEOUTS.has(known)) {
    return new OpenclawError('timeout', `${host} could not be reached: ${REASONS[known]}.`, details);
  }
  const reason = known ? REASONS[known] : `the connection failed${codes[0] ? ` (${codes[0]})` : ''}`;
  return new OpenclawError('network', `${host} could not be reached: ${reason}.`, details);
}

const CHECK_NETWORK = 'Check the network; behind a proxy set HTTPS_PROXY. --offline works without the service.';

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name has no address (ENOTFOUND)',
  EAI_AGAIN: 'its name could not be looked up (EAI_AGAIN)',
  ECONNREFUSED: 'the connection was refused (ECONNREFUSED)',
  ECONNRESET: 'the connection was reset (ECONNRESET)',
  UND_ERR_SOCKET: 'the connection was closed before the answer was complete',
  EPIPE: 'the connection was closed (EPIPE)',
  ENETUNREACH: 'there is no way to its network (ENETUNREACH)',
  EHOSTUNREACH: 'there is no way to it (EHOSTUNREACH)',
  EPROTO: 'it does not speak TLS (EPROTO)',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS',
  ETIMEDOUT: 'the connection timed out (ETIMEDOUT)',
  UND_ERR_CONNECT_TIMEOUT: 'the connection timed out',
  UND_ERR_HEADERS_TIMEOUT: 'it did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'its answer stopped',
};
const TIMEOUTS = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** OpenSSL's verification codes as Node names them: SELF_SIGNED_CERT_IN_CHAIN, UNABLE_TO_VERIFY_LEAF_SIGNATURE, … */
function isCertificateCode(code: string): boolean {
  return /CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|HOSTNAME_MISMATCH/.test(code);
}

function proxyError(host: string, status: number, cause: unknown): OpenclawError {
  const why = status === 407 ? 'the proxy wants a user name and a password' : 'the proxy refused the connection';
  return new OpenclawError('network', `${host} could not be reached: ${why} (${status}).`, {
    cause,
    hint: 'Set HTTPS_PROXY=http://user:password@host:port, or list the host in NO_PROXY.',
  });
}

/** undici rejects a CONNECT that the proxy refused with `Proxy response (407) !== 200 when HTTP Tunneling`. */
function proxyStatusOf(error: unknown): number | undefined {
  const messages = chainOf(error).map((link) => (link instanceof Error ? link.message : ''));
  const match = messages.map((message) => /^Proxy response \((\d{3})\)/.exec(message)).find((found) => found !== null);
  return match ? Number(match[1]) : undefined;
}

function codesOf(error: unknown): string[] {
  return chainOf(error)
    .map(errnoOf)
    .filter((code) => code !== undefined && /^[A-Z][A-Z0-9_]{2,60}$/.test(code))
    .map(String);
}

/** The error, its causes, and the errors that an AggregateError holds (one for each address that was tried). */
function chainOf(error: unknown, depth = 0): unknown[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const inner = error instanceof AggregateError ? error.errors : [];
  const cause = error instanceof Error ? error.cause : undefined;
  return [error, ...inner.flatMap((one) => chainOf(one, depth + 1)), ...chainOf(cause, depth + 1)];
}
