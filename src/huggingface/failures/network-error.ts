import { errnoOf, OpenclawError } from '../../errors.ts';
import type { ProxyFailure } from '../../system.ts';
import type { ServiceProblem } from '../../words/words.ts';
import { ServiceError } from './service-error.ts';

/**
 * A failed request as a typed error, told by Node's codes in the error, its `cause` chain and its AggregateErrors (one
 * error for each address that was tried). Made from the host and the code alone: Node's own texts can hold header
 * values. What a proxy did (`proxy` on the error) is the proxy's failure, never the host's.
 */
export function networkError(error: unknown, host: string): OpenclawError {
  if (error instanceof OpenclawError) return ofProxyVariable(error) ?? error;
  const codes = codesOf(error);
  const proxy = proxyOf(error);
  if (proxy && proxy.status !== null) return proxyRefusal(host, proxy.host, proxy.status, error);
  const place = { host, proxy: proxy?.host ?? null };
  const certificate = codes.find(isCertificateCode);
  if (certificate !== undefined) {
    const why = CERTIFICATES[certificate] ?? 'untrusted';
    return new ServiceError('network', { kind: 'bad-certificate', ...place, why, code: certificate }, { cause: error });
  }
  const known = codes.find((code) => whyOf(code) !== undefined) ?? codes[0] ?? null;
  const why = (known === null ? undefined : whyOf(known)) ?? 'failed';
  const code = known !== null && SAID.has(known) ? null : known;
  return new ServiceError(
    known === 'ETIMEDOUT' ? 'timeout' : 'network',
    { kind: 'unreachable', ...place, why, code },
    { cause: error, retryable: true },
  );
}

/** A proxy variable that can't be used, which the first request finds: no more than a service that can't be asked. */
function ofProxyVariable(error: OpenclawError): ServiceError | undefined {
  const { code, problem } = error;
  if (error instanceof ServiceError) return undefined;
  const isVariable =
    problem.kind === 'proxy-not-a-url' || problem.kind === 'proxy-scheme' || problem.kind === 'proxy-escape';
  return isVariable ? new ServiceError(code, problem, { cause: error }) : undefined;
}

/** As of any server: after some statuses it may be better later. */
function proxyRefusal(host: string, proxy: string, status: number, cause: unknown): ServiceError {
  const retryable = status === 429 || status >= 500;
  const kind = status === 407 ? 'proxy-needs-login' : 'refused-by-proxy';
  return new ServiceError('network', { kind, host, proxy, status }, { cause, retryable });
}

type Why = Extract<ServiceProblem, { kind: 'unreachable' }>['why'];

const CONNECTIONS: Readonly<Record<string, Why>> = {
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'lookup-failed',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EINCOMPLETE: 'cut-off',
  EPIPE: 'closed',
  ENETUNREACH: 'network-unreachable',
  EHOSTUNREACH: 'host-unreachable',
  EPROTO: 'not-tls',
  ERR_SSL_WRONG_VERSION_NUMBER: 'not-tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'not-tls',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ETIMEDOUT: 'timed-out',
};

/** Codes that add nothing to their words. */
const SAID = new Set([
  'EINCOMPLETE',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'HPE_HEADER_OVERFLOW',
]);

/** HPE_: Node's HTTP parser; then zlib, and brotli with Node's names for its errors. */
function whyOf(code: string): Why | undefined {
  if (Object.hasOwn(CONNECTIONS, code)) return CONNECTIONS[code];
  if (code.startsWith('HPE_')) return 'not-http';
  return /^(?:Z_|ERR__ERROR_|ERR_BROTLI)/.test(code) ? 'damaged' : undefined;
}

/** OpenSSL's verification codes as Node names them: SELF_SIGNED_CERT_IN_CHAIN, UNABLE_TO_VERIFY_LEAF_SIGNATURE, … */
function isCertificateCode(code: string): boolean {
  return /CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|HOSTNAME_MISMATCH/.test(code);
}

/** The others are of an unknown issuer: only those point to a company proxy. */
const CERTIFICATES: Readonly<Record<string, Extract<ServiceProblem, { kind: 'bad-certificate' }>['why']>> = {
  CERT_NOT_YET_VALID: 'not-yet-valid',
  CERT_HAS_EXPIRED: 'expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'other-host',
  HOSTNAME_MISMATCH: 'other-host',
};

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
