import { describe, expect, test } from 'vitest';
import { VALID_TOKEN } from '../../scripts/stand-in/answers.js';
import { type CatalogOptions, loadCatalog } from '../../src/catalog/load-catalog.ts';
import { en } from '../../src/words/en/en.ts';
import { reasonIn } from '../../src/words/words.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { networkSystem } from '../support/network-system.ts';
import { routerServer } from '../support/router-server.ts';

const server = routerServer();
const NOW = new Date('2026-11-20T12:00:00.000Z');
const FILE = '/state/cache/huggingface-models.json';

const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString();
const cacheText = (fetchedAt: string, baseUrl = server().baseUrl, data: unknown = [{ id: 'a/cached' }]) =>
  JSON.stringify({ fetchedAt, baseUrl, data });

async function load(options: Partial<CatalogOptions>, cache?: string) {
  const files = memoryFiles(cache === undefined ? {} : { [FILE]: cache });
  const network = networkSystem();
  const system = { ...network, files, clock: { ...network.clock, now: () => NOW } };
  const defaults = { baseUrl: server().baseUrl, token: VALID_TOKEN, namedByEnvironment: [], config: undefined };
  const policy = { ask: 'stale-with-token' } as const;
  const all = { ...defaults, policy, cacheFile: FILE, writeCache: true, limitMs: 500, ...options };
  const catalog = await loadCatalog(all, system);
  return { catalog, files, asked: server().requests.length };
}

describe('models list', () => {
  test.each([
    ['a cache younger than 1 h is read', 0.9, VALID_TOKEN, { source: 'cache', reason: null, current: true }, 0],
    ['an older one is replaced', 1.1, VALID_TOKEN, { source: 'live', reason: null, current: true }, 1],
    [
      'an older one does without a token',
      1.1,
      null,
      { source: 'cache', reason: { kind: 'no-token' }, current: true },
      0,
    ],
    ['one of more than 24 h is not current', 25, null, { source: 'cache', current: false }, 0],
    ['one from the future is as good as old', -1, null, { source: 'cache', current: false }, 0],
  ])('%s', async (_, hours, token, expected, requests) => {
    const { catalog, asked } = await load({ token }, cacheText(hoursAgo(hours)));
    expect(catalog).toMatchObject(expected);
    expect(asked).toBe(requests);
  });

  test('without a cache and a token the built-in models remain', async () => {
    const { catalog, asked } = await load({ token: null });
    expect(catalog).toMatchObject({ source: 'builtin', fetchedAt: null, reason: { kind: 'no-token' } });
    expect({ size: catalog.models.size, asked }).toEqual({ size: 10, asked: 0 });
  });

  test.each([
    ['always', true],
    ['stale', true],
    ['stale-with-token', false],
  ] as const)('without a token %s asks: %s', async (ask, expected) => {
    expect((await load({ token: null, policy: { ask } })).asked).toBe(expected ? 1 : 0);
  });

  test('always asks even with a fresh cache', async () => {
    expect((await load({ policy: { ask: 'always' } }, cacheText(hoursAgo(0.1)))).catalog.source).toBe('live');
  });
});

describe('the cache', () => {
  test('is written as it was checked, private, in a private directory', async () => {
    const { catalog, files } = await load({});
    expect(catalog.fetchedAt).toBe('2026-11-20T12:00:00.000Z');
    const written = JSON.parse(files.contents.get(FILE) ?? '');
    expect(written).toMatchObject({ fetchedAt: '2026-11-20T12:00:00.000Z', baseUrl: server().baseUrl });
    expect(written.models[0].providers[0]).toHaveProperty('throughput');
    expect([...files.modes]).toEqual([
      ['/state/cache', 0o700],
      [FILE, 0o600],
    ]);
    expect(
      (await load({ policy: { ask: 'never', neverBecause: { kind: 'offline' } } }, files.contents.get(FILE))).catalog
        .models.size,
    ).toBe(137);
  });

  test('is not written in a dry run', async () => {
    expect([...(await load({ writeCache: false })).files.contents]).toEqual([]);
  });

  test.each([
    ['half a JSON', () => '{"fetched'],
    ['null', () => 'null'],
    ['no date', () => cacheText('yesterday')],
    ['another base URL', () => cacheText(hoursAgo(0), 'https://other.example/v1')],
    ['no list', () => cacheText(hoursAgo(0), undefined, {})],
    ['an empty list', () => cacheText(hoursAgo(0), undefined, [])],
    ['nothing usable', () => cacheText(hoursAgo(0), undefined, [{}])],
  ])('with %s is ignored and replaced', async (_, text) => {
    expect((await load({}, text())).catalog.source).toBe('live');
    expect((await load({ policy: { ask: 'never', neverBecause: { kind: 'offline' } } }, text())).catalog.source).toBe(
      'builtin',
    );
  });

  test('that can not be written costs nothing but a line in the log', async () => {
    const lines: string[] = [];
    const network = networkSystem();
    const files = { ...memoryFiles(), makeDirectory: () => Promise.reject(new Error('EROFS')) };
    const options = {
      baseUrl: server().baseUrl,
      token: null,
      namedByEnvironment: [],
      config: undefined,
      cacheFile: FILE,
    };
    const log = (line: string) => lines.push(line);
    const catalog = await loadCatalog(
      { ...options, policy: { ask: 'always' }, writeCache: true, log },
      { ...network, files },
    );
    expect(catalog.source).toBe('live');
    expect(lines.at(-1)).toBe('the model list could not be cached: EROFS');
  });
});

describe('why it is not live', () => {
  test('the service failed: the reason and the failure go along', async () => {
    server().script('/v1/models', { status: 302 });
    const { catalog } = await load({}, cacheText(hoursAgo(30)));
    expect(catalog).toMatchObject({
      source: 'cache',
      current: false,
      reason: { kind: 'not-fetched', why: { kind: 'redirected', to: null, status: 302 } },
      error: { code: 'service_error', exitCode: 5 },
    });
  });

  test('the service is silent, and there is no cache', async () => {
    server().script('/v1/models', { hang: true });
    const { catalog } = await load({});
    expect(catalog.source).toBe('builtin');
    expect(reasonIn(en, catalog.reason)).toMatch(/did not answer within 0.5 s\.$/);
  });

  test.each([
    [
      '--offline',
      { policy: { ask: 'never', neverBecause: { kind: 'offline' } } } as const,
      'No requests were made (--offline).',
      10,
    ],
    [
      'discovery is off',
      { config: { plugins: { entries: { huggingface: { config: { discovery: { enabled: false } } } } } } },
      'Model discovery is turned off in the config.',
      10,
    ],
    [
      'only configured models',
      { config: { models: { mode: 'replace' } } },
      'models.mode is "replace" in the config: only its own models are listed.',
      0,
    ],
  ])('%s: nothing is asked', async (_, options, reason, size) => {
    const { catalog, asked } = await load(options);
    expect({ reason: reasonIn(en, catalog.reason), size: catalog.models.size, asked }).toEqual({
      reason,
      size,
      asked: 0,
    });
  });
});
