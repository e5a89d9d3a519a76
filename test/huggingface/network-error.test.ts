import { describe, expect, test } from 'vitest';
import { OpenclawError } from '../../src/errors.ts';
import { networkError } from '../../src/huggingface/network-error.ts';

/** As undici rejects: `TypeError: fetch failed` with the failure as its cause. */
function fetchFailed(code: string, message = 'secret hf_abcdefghijklmnop'): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}

describe('a failed fetch in words', () => {
  test.each([
    ['ENOTFOUND', 'network', 'huggingface.co could not be reached: its name has no address (ENOTFOUND).'],
    ['EAI_AGAIN', 'network', 'huggingface.co could not be reached: its name could not be looked up (EAI_AGAIN).'],
    ['ECONNREFUSED', 'network', 'huggingface.co could not be reached: the connection was refused (ECONNREFUSED).'],
    ['ECONNRESET', 'network', 'huggingface.co could not be reached: the connection was reset (ECONNRESET).'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout', 'huggingface.co could not be reached: the connection timed out.'],
    ['EWHATEVER', 'network', 'huggingface.co could not be reached: the connection failed (EWHATEVER).'],
    ['constructor', 'network', 'huggingface.co could not be reached: the connection failed.'],
  ])('%s', (code, kind, message) => {
    expect(networkError(fetchFailed(code), 'huggingface.co')).toMatchObject({ code: kind, message, retryable: true });
  });

  test.each([
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('%s names NODE_EXTRA_CA_CERTS', (code) => {
    expect(networkError(fetchFailed(code), 'huggingface.co')).toMatchObject({
      code: 'network',
      message: `huggingface.co could not be reached: its certificate is not trusted (${code}).`,
      hint: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
      retryable: false,
    });
  });

  test('a proxy that wants a password', () => {
    const error = networkError(
      fetchFailed('UND_ERR_ABORTED', 'Proxy response (407) !== 200 when HTTP Tunneling'),
      'a.example',
    );
    expect(error.message).toBe('a.example could not be reached: the proxy wants a user name and a password (407).');
  });

  test('several addresses that were all refused', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const error = networkError(
      new TypeError('fetch failed', { cause: new AggregateError([refused, refused]) }),
      'a.example',
    );
    expect(error.message).toBe('a.example could not be reached: the connection was refused (ECONNREFUSED).');
  });

  test('what is no error at all', () => {
    expect(networkError(null, 'a.example').message).toBe('a.example could not be reached: the connection failed.');
  });

  test('an error of ours stays as it is', () => {
    const own = new OpenclawError('timeout', 'Too late.');
    expect(networkError(own, 'a.example')).toBe(own);
  });
});
