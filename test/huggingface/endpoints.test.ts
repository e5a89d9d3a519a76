import { describe, expect, test } from 'vitest';
import { resolveEndpoints } from '../../src/huggingface/request/endpoints.ts';
import { mayReceiveToken } from '../../src/huggingface/request/trusted-host.ts';

describe('the token goes to', () => {
  test.each([
    ['Hugging Face', 'https://huggingface.co/api/whoami-v2', [], true],
    ['the router', 'https://router.huggingface.co/v1/models', [], true],
    ['the router without TLS', 'http://router.huggingface.co/v1', [], false],
    ['the router on another port', 'https://router.huggingface.co:8443/v1', [], false],
    ['a host that begins alike', 'https://huggingface.co.evil.example/', [], false],
    ['a host that ends alike', 'https://evilhuggingface.co/', [], false],
    ['another subdomain', 'https://hub.huggingface.co/', [], false],
    ['a user name that looks like the host', 'https://huggingface.co@evil.example/', [], false],
    ['a trusted host with a user name', 'https://ada@huggingface.co/', [], false],
    ['localhost', 'http://localhost:8080/v1', [], true],
    ['127.0.0.1', 'http://127.0.0.1:8080/v1', [], true],
    ['all of 127.0.0.0/8', 'http://127.9.9.9/v1', [], true],
    ['::1', 'http://[::1]:8080/v1', [], true],
    ['127.1, written short', 'http://127.1/v1', [], true],
    ['a host that begins with 127', 'http://127.0.0.1.evil.example/', [], false],
    ['an unknown host', 'https://proxy.example/v1', [], false],
    ['a host that the environment names', 'https://proxy.example/v1/models', ['https://proxy.example/v1'], true],
    ['the same host without TLS', 'http://proxy.example/v1', ['http://proxy.example/v1'], false],
    ['the same host on another port', 'https://proxy.example:8443/', ['https://proxy.example'], false],
    ['what is no URL', 'nonsense', [], false],
  ])('%s: %s, %j -> %s', (_, url, named, expected) => {
    expect(mayReceiveToken(url, named)).toBe(expected);
  });
});

describe('resolveEndpoints', () => {
  test('asks Hugging Face where nobody says otherwise', () => {
    expect(resolveEndpoints({ HF_ENDPOINT: '', OPENCLAW_HUGGINGFACE_BASE_URL: ' ' })).toEqual({
      baseUrl: 'https://router.huggingface.co/v1',
      hubUrl: 'https://huggingface.co',
      namedByEnvironment: [],
      warnings: [],
    });
  });

  test('takes the environment before the config and no slash at the end', () => {
    const env = { OPENCLAW_HUGGINGFACE_BASE_URL: 'https://a.example/v1//', HF_ENDPOINT: 'https://b.example/' };
    expect(resolveEndpoints(env, 'https://c.example/v1')).toEqual({
      baseUrl: 'https://a.example/v1',
      hubUrl: 'https://b.example',
      namedByEnvironment: ['https://a.example/v1', 'https://b.example'],
      warnings: [],
    });
  });

  test("asks the config's host elsewhere, with a warning", () => {
    const { baseUrl, namedByEnvironment, warnings } = resolveEndpoints({}, 'https://c.example/v1/');
    expect({ baseUrl, namedByEnvironment }).toEqual({ baseUrl: 'https://c.example/v1', namedByEnvironment: [] });
    expect(warnings).toEqual([{ kind: 'base-url-elsewhere', url: 'https://c.example/v1' }]);
  });

  test('warns of a host that the environment names without TLS', () => {
    expect(resolveEndpoints({ HF_ENDPOINT: 'http://b.example' }).warnings).toEqual([
      { kind: 'endpoint-without-tls', url: 'http://b.example' },
    ]);
  });

  test.each([
    ['nonsense', 'it is not a URL'],
    ['ftp://a.example/', 'it begins with neither https:// nor http://'],
    ['https://ada:secret@a.example/', 'it holds a user name or a password'],
    ['https://a.example/?key=secret', 'it has a query or a fragment'],
  ])('refuses %s in a variable and in the config', (url, why) => {
    expect(() => resolveEndpoints({ HF_ENDPOINT: url })).toThrow(
      expect.objectContaining({ code: 'usage', message: `The URL in HF_ENDPOINT can't be used: ${why}.` }),
    );
    expect(() => resolveEndpoints({}, url)).toThrow(expect.objectContaining({ code: 'config_invalid' }));
  });
});

describe('a baseUrl of the config that a variable is filled into', () => {
  test.each([
    ['https://evil.example/hf_secret', 'https://evil.example/${HF_TOKEN}'],
    ['https://hf_secret.evil.example/v1', 'https://${HF_TOKEN}.evil.example/v1'],
    ['https://evil.example/v1', '${URL}'],
  ])('is refused where it leads elsewhere, without its value: %s', (value, stated) => {
    const refused = () => resolveEndpoints({}, value, stated);
    expect(refused).toThrow(expect.objectContaining({ code: 'config_invalid' }));
    expect(refused).not.toThrow(/hf_secret/);
  });

  test.each([
    ['https://router.huggingface.co/v1', '${URL}'],
    ['http://127.0.0.1:8080/v1', 'http://127.0.0.1:${PORT}/v1'],
  ])('is taken where it leads to Hugging Face or this machine: %s', (value, stated) => {
    expect(resolveEndpoints({}, value, stated).baseUrl).toBe(value);
  });

  test('does not matter where the environment names another', () => {
    const env = { OPENCLAW_HUGGINGFACE_BASE_URL: 'https://mine.example' };
    const evil = ['https://evil.example/x', 'https://evil.example/${X}'] as const;
    expect(resolveEndpoints(env, ...evil).baseUrl).toBe('https://mine.example');
  });
});
