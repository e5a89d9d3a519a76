import { describe, expect, test } from 'vitest';
import { parseModels } from '../../../src/huggingface/router/router-model.ts';
import { useCommands } from '../../support/in-process.ts';
import { LISTED } from '../../support/list-models.ts';
import { linesOf, modeOf, TOKEN } from '../../support/program.ts';
import { proxyTo } from '../../support/proxy-server.ts';

const program = useCommands({ models: LISTED });
const CACHE = 'cache/huggingface-models.json';
const UNIT = 'prices in USD per million tokens';
const HOUR = 60 * 60 * 1000;
const env = { HF_TOKEN: TOKEN };

function cacheOf(baseUrl: string, ageMs: number): string {
  const fetchedAt = new Date(Date.now() - ageMs).toISOString();
  return JSON.stringify({ fetchedAt, baseUrl, data: [{ id: 'org/cached', providers: [] }] });
}

describe('the list comes from', () => {
  type Row = [name: string, ageMs: number | null, flags: string[], variables: object, footer: string, asks: number];
  test.each<Row>([
    ['a fresh cache, unasked', 5 * 60_000, [], env, `1 model, cached, fetched 5 min ago, ${UNIT}`, 0],
    [
      'the service, where the cache is stale and there is a token',
      3 * HOUR,
      [],
      env,
      `4 models, live from HOST, ${UNIT}`,
      1,
    ],
    [
      'a stale cache, where there is no token',
      3 * HOUR,
      [],
      {},
      `1 model, cached, fetched 3 h ago, ${UNIT}|No token yet. Run openclaw onboard`,
      0,
    ],
    [
      'a very old cache',
      3 * 24 * HOUR,
      [],
      {},
      `1 model, cached, fetched 3 days ago, ${UNIT}|No token yet. Run openclaw onboard`,
      0,
    ],
    ['the service, where there is no cache', null, [], env, `4 models, live from HOST, ${UNIT}`, 1],
    [
      'the built-in models, without cache and token',
      null,
      [],
      {},
      `10 models, built-in list of 2026-11-20, ${UNIT}|No token yet. Run openclaw onboard`,
      0,
    ],
    [
      'the service with --refresh, fresh cache or not, token or not',
      1000,
      ['--refresh'],
      {},
      `4 models, live from HOST, ${UNIT}`,
      1,
    ],
    [
      'a stale cache with --offline',
      3 * HOUR,
      ['--offline'],
      env,
      `1 model, cached, fetched 3 h ago, ${UNIT}|No requests were made (--offline).`,
      0,
    ],
    ['the service, where the cache is of the future', -HOUR, [], env, `4 models, live from HOST, ${UNIT}`, 1],
  ])('%s', async (_, ageMs, flags, variables, footer, asks) => {
    const { list, write, service, asked } = program();
    if (ageMs !== null) write(CACHE, cacheOf(service.baseUrl, ageMs));
    const { code, stderr } = await list(flags, { env: { ...variables } });
    expect(code).toBe(0);
    expect(linesOf(stderr)).toEqual(footer.replace('HOST', new URL(service.url).host).split('|'));
    expect(asked()).toEqual(Array.from({ length: asks }, () => 'GET /v1/models'));
  });

  test.each([
    ['corrupt', () => '{"data":'],
    ["another service's", () => cacheOf('https://elsewhere.example/v1', 1000)],
  ])('the service, where the cache is %s: it is replaced, private', async (_, text) => {
    const { list, write, read, stateDir, service } = program();
    write(CACHE, text(), 0o644);
    const { source } = JSON.parse((await list(['--json'], { env })).stdout);
    expect(source).toBe('live');
    const { baseUrl, models, fetchedAt } = JSON.parse(read(CACHE) ?? '');
    const checked = parseModels(LISTED).models;
    expect([baseUrl, models, new Date(fetchedAt).toISOString()]).toEqual([service.baseUrl, checked, fetchedAt]);
    expect(modeOf(`${stateDir}/${CACHE}`)).toBe('600');
  });
});

describe('a service that can not be reached: what there is, and why', () => {
  test('exit 0, with the cache', async () => {
    const { list, write, read, service } = program();
    const before = cacheOf(service.baseUrl, 3 * HOUR);
    write(CACHE, before);
    service.script('/v1/models', { status: 500 });
    const run = await list(['--json'], { env });
    expect([run.code, JSON.parse(run.stdout)]).toMatchObject([
      0,
      { count: 1, source: 'cache', reason: 'The service failed (500).' },
    ]);
    expect(read(CACHE)).toBe(before);
  });

  test('with --refresh the same rows and exit 5', async () => {
    const { list, service } = program();
    service.script('/v1/models', { body: '<html>' });
    const run = await list(['--json', '--refresh']);
    const { host } = new URL(service.url);
    expect([run.code, JSON.parse(run.stdout)]).toMatchObject([
      5,
      { count: 10, source: 'builtin', fetchedAt: null, reason: `${host} answered with a web page.` },
    ]);
    const { code, stderr } = await list(['--refresh']);
    expect([code, linesOf(stderr)]).toEqual([
      5,
      [`10 models, built-in list of 2026-11-20, ${UNIT}`, `${host} answered with a web page.`],
    ]);
  });

  test('with the built-in models `available` is unknown', async () => {
    const { list } = program();
    const { models } = JSON.parse((await list(['--json'])).stdout);
    expect(new Set(models.map(({ available }: { available: unknown }) => available))).toEqual(new Set([null]));
  });
});

describe('the config decides', () => {
  test('models.mode "replace": only the configured ones, nothing is asked', async () => {
    const { list, write, asked } = program();
    write('openclaw.json', '{models:{mode:"replace",providers:{huggingface:{models:[{id:"org/zeta",name:"Z"}]}}}}');
    const { count, reason, models } = JSON.parse((await list(['--json'], { env })).stdout);
    expect([count, reason]).toEqual([1, 'models.mode is "replace" in the config: only its own models are listed.']);
    expect(models).toMatchObject([{ key: 'huggingface/org/zeta', name: 'Z', available: null, tags: ['configured'] }]);
    expect(asked()).toEqual([]);
  });

  test('discovery turned off: nothing is asked, and the reason says so', async () => {
    const { list, write, asked } = program();
    write('openclaw.json', '{plugins:{entries:{huggingface:{config:{discovery:{enabled:false}}}}}}');
    const { source, reason } = JSON.parse((await list(['--json'], { env })).stdout);
    expect([source, reason]).toEqual(['builtin', 'Model discovery is turned off in the config.']);
    expect(asked()).toEqual([]);
  });

  test('a baseUrl elsewhere gets no token, with a warning on stderr', async () => {
    const { list, write, service } = program();
    write('openclaw.json', '{models:{providers:{huggingface:{baseUrl:"http://router.example/v1"}}}}');
    const proxied = { ...env, OPENCLAW_HUGGINGFACE_BASE_URL: '', http_proxy: await proxyTo(service.url) };
    const { code, stderr } = await list(['--refresh'], { env: proxied });
    expect(code).toBe(0);
    expect(linesOf(stderr)).toContain(
      "The config's baseUrl http://router.example/v1 is not Hugging Face: it is asked without the token.",
    );
    expect(service.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });
});
