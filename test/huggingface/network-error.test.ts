import { describe, expect, test } from 'vitest';
import { OpenclawError } from '../../src/errors.ts';
import { networkError } from '../../src/huggingface/failures/network-error.ts';

/** A failure of Node's, deep in the chain of what fetch rejects with. */
function failure(code: string, more: object = {}): Error {
  const cause = Object.assign(new Error('secret hf_abcdefghijklmnop'), { code });
  return Object.assign(new Error('failed', { cause }), more);
}

describe('a failed request in words', () => {
  test.each([
    ['ENOTFOUND', 'network', 'host not found (ENOTFOUND)'],
    ['EAI_AGAIN', 'network', 'its name could not be looked up (EAI_AGAIN)'],
    ['ECONNREFUSED', 'network', 'the connection was refused (ECONNREFUSED)'],
    ['ECONNRESET', 'network', 'the connection was reset (ECONNRESET)'],
    ['EINCOMPLETE', 'network', 'the connection closed before the answer was complete'],
    ['ETIMEDOUT', 'timeout', 'the connection timed out (ETIMEDOUT)'],
    ['HPE_INVALID_CONSTANT', 'network', 'its answer is not HTTP (HPE_INVALID_CONSTANT)'],
    ['HPE_HEADER_OVERFLOW', 'network', 'its answer has more than 16 KB of headers'],
    ['Z_BUF_ERROR', 'network', 'its compressed answer is damaged (Z_BUF_ERROR)'],
    ['ERR__ERROR_FORMAT_PADDING_1', 'network', 'its compressed answer is damaged (ERR__ERROR_FORMAT_PADDING_1)'],
    ['EWHATEVER', 'network', 'the connection failed (EWHATEVER)'],
    ['constructor', 'network', 'the connection failed'],
  ])('%s', (code, kind, why) => {
    const message = `huggingface.co could not be reached: ${why}.`;
    expect(networkError(failure(code), 'huggingface.co')).toMatchObject({ code: kind, message, retryable: true });
  });

  test.each([
    ['SELF_SIGNED_CERT_IN_CHAIN', 'is not trusted', /company proxy.*NODE_EXTRA_CA_CERTS/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'is not trusted', /company proxy.*NODE_EXTRA_CA_CERTS/],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'is not trusted', /company proxy.*NODE_EXTRA_CA_CERTS/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'is not trusted', /company proxy.*NODE_EXTRA_CA_CERTS/],
    ['CERT_HAS_EXPIRED', 'has expired', /^This machine's clock may be fast/],
    ['CERT_NOT_YET_VALID', 'is not valid yet', /^This machine's clock may be slow/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'is for another host', /^Something else answers at this address/],
  ])('%s: the certificate %s', (code, what, hint) => {
    expect(networkError(failure(code), 'huggingface.co')).toMatchObject({
      code: 'network',
      message: `huggingface.co could not be reached: its certificate ${what} (${code}).`,
      hint: expect.stringMatching(hint),
      retryable: false,
    });
  });

  test.each([
    [407, 'wants a user name and a password (407)', false],
    [302, 'refused the connection (302)', false],
    [403, 'refused the connection (403)', false],
    [429, 'refused the connection (429)', true],
    [503, 'refused the connection (503)', true],
  ])('%d of a proxy is the proxy’s', (status, what, retryable) => {
    const error = networkError(failure('EWHATEVER', { proxy: { host: 'p.example:3128', status } }), 'a.example');
    expect(error).toMatchObject({
      code: 'network',
      message: `a.example could not be reached: the proxy p.example:3128 ${what}.`,
      hint: expect.stringContaining('NO_PROXY'),
      retryable,
    });
  });

  test.each([
    ['ENOTFOUND', 'host not found (ENOTFOUND)', /HTTPS_PROXY/],
    ['ECONNREFUSED', 'the connection was refused (ECONNREFUSED)', /HTTPS_PROXY/],
    ['EINCOMPLETE', 'the connection closed before the answer was complete', /HTTPS_PROXY/],
    ['CERT_HAS_EXPIRED', 'its certificate has expired (CERT_HAS_EXPIRED)', /clock/],
  ])('%s on the way to a proxy is the proxy’s', (code, what, hint) => {
    const error = networkError(failure(code, { proxy: { host: 'p.example:3128', status: null } }), 'a.example');
    expect(error.message).toBe(`a.example could not be reached: the proxy p.example:3128 failed: ${what}.`);
    expect(error.hint).toMatch(hint);
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
    const own = new OpenclawError('interrupted', { kind: 'interrupted' });
    expect(networkError(own, 'a.example')).toBe(own);
  });
});
