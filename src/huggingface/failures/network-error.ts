import { errnoOf, OpenclawError } from '../../errors.ts';
import type { ProxyFailure } from '../../system.ts';

/**
 * A failed request in words, told by Node's codes in the error, its `cause` chain and its AggregateErrors (one error for
 * each address that was tried). The message is built from the host and the code alone: Node's own texts can hold
 * header values. What a proxy did (`proxy` on the error) is the proxy's failure, never the host's.
 */
export function networkError(error: unknown, host: string): OpenclawError {
  if (error instanceof OpenclawError) return error;
  const { why, hint, isTimeout, retryable } = failureOf(error);
  return new OpenclawError(isTimeout ? 'timeout' : 'network', `${host} could not be reached: ${why}.`, {
    cause: error,
    hint,
    retryable,
  });
}

type Failure = { why: string; hint: string; isTimeout: boolean; retryable: boolean };

function failureOf(error: unknown): Failure {
  const codes = codesOf(error);
  const proxy = proxyOf(error);
  if (proxy && proxy.status !== null) return refusalOf(proxy, proxy.status);
  const certificate = codes.find(isCertificateCode);
  const failure = certificate === undefined ? connectionFailure(codes) : certificateFailure(certificate);
  if (!proxy) return failure;
  const hint = certificate === undefined ? CHECK_PROXY : failure.hint;
  return { ...failure, why: `the proxy ${proxy.host} failed: ${failure.why}`, hint };
}

function connectionFailure(codes: readonly string[]): Failure {
  const code = codes.find((candidate) => Object.hasOwn(REASONS, candidate) || familyOf(candidate)) ?? codes[0] ?? '';
  const why = REASONS[code] ?? `${familyOf(code) ?? 'the connection failed'}${code === '' ? '' : ` (${code})`}`;
  return { why, hint: CHECK_NETWORK, isTimeout: code === 'ETIMEDOUT', retryable: true };
}

const CHECK_NETWORK = 'Check the network; behind a proxy set HTTPS_PROXY. --offline works without the service.';
const CHECK_PROXY =
  'Check HTTPS_PROXY and HTTP_PROXY, or list the host in NO_PROXY. --offline works without the service.';
const PROXY_LOGIN = 'Set HTTPS_PROXY=http://user:password@host:port, or list the host in NO_PROXY.';

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name has no address (ENOTFOUND)',
  EAI_AGAIN: 'its name could not be looked up (EAI_AGAIN)',
  ECONNREFUSED: 'the connection was refused (ECONNREFUSED)',
  ECONNRESET: 'the connection was reset (ECONNRESET)',
  EINCOMPLETE: 'the connection was closed before the answer was complete',
  EPIPE: 'the connection was closed (EPIPE)',
  ENETUNREACH: 'there is no way to its network (ENETUNREACH)',
  EHOSTUNREACH: 'there is no way to it (EHOSTUNREACH)',
  EPROTO: 'it does not speak TLS (EPROTO)',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS',
  HPE_HEADER_OVERFLOW: 'its answer has more than 16 KB of headers',
  ETIMEDOUT: 'the connection timed out (ETIMEDOUT)',
};

/** Node's HTTP parser; zlib, and brotli with Node's names for its errors. */
function familyOf(code: string): string | undefined {
  if (code.startsWith('HPE_')) return 'its answer is not HTTP';
  if (/^(?:Z_|ERR__ERROR_|ERR_BROTLI)/.test(code)) return 'its compressed answer is damaged';
  return undefined;
}

/** OpenSSL's verification codes as Node names them: SELF_SIGNED_CERT_IN_CHAIN, UNABLE_TO_VERIFY_LEAF_SIGNATURE, … */
function isCertificateCode(code: string): boolean {
  return /CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|HOSTNAME_MISMATCH/.test(code);
}

/** Only an issuer that nobody knows points to a company proxy. */
function certificateFailure(code: string): Failure {
  const [what, hint] = CERTIFICATES[code] ?? UNKNOWN_ISSUER;
  return { why: `its certificate ${what} (${code})`, hint, isTimeout: false, retryable: false };
}

const UNKNOWN_ISSUER: [string, string] = [
  'is not trusted',
  'Behind a company proxy, point NODE_EXTRA_CA_CERTS at the file with its root certificate.',
];
const WRONG_HOST: [string, string] = [
  'is for another host',
  'Something else answers at this address: check HF_ENDPOINT and OPENCLAW_HUGGINGFACE_BASE_URL; a login page of the network does this too.',
];
const CERTIFICATES: Readonly<Record<string, [string, string]>> = {
  CERT_NOT_YET_VALID: ['is not valid yet', 'The clock of this machine may be slow. Check it: date'],
  CERT_HAS_EXPIRED: [
    'has expired',
    'The clock of this machine may be fast. Check it: date. If it is right, the certificate has to be renewed where it is served.',
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: WRONG_HOST,
  HOSTNAME_MISMATCH: WRONG_HOST,
};

function refusalOf({ host }: ProxyFailure, status: number): Failure {
  const needsLogin = status === 407;
  const refused = needsLogin ? 'wants a user name and a password' : 'refused the connection';
  // As of any server: later it may be better.
  const retryable = status === 429 || status >= 500;
  const hint = needsLogin ? PROXY_LOGIN : CHECK_PROXY;
  return { why: `the proxy ${host} ${refused} (${status})`, hint, isTimeout: false, retryable };
}

function proxyOf(error: unknown): ProxyFailure | undefined {
  const failed = chainOf(error).find((link) => link instanceof Error && 'proxy' in link);
  return (failed as { proxy?: ProxyFailure } | undefined)?.proxy;
}

function codesOf(error: unknown): string[] {
  return chainOf(error)
    .map(errnoOf)
    .filter((code) => code !== undefined && /^[A-Z][A-Z0-9_]{2,60}$/.test(code))
    .map(String);
}

function chainOf(error: unknown, depth = 0): unknown[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const inner = error instanceof AggregateError ? error.errors : [];
  const cause = error instanceof Error ? error.cause : undefined;
  return [error, ...inner.flatMap((one) => chainOf(one, depth + 1)), ...chainOf(cause, depth + 1)];
}
