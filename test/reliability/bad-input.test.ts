import fc from 'fast-check';
import JSON5 from 'json5';
import { describe, expect, test } from 'vitest';
import { readCache } from '../../src/catalog/cache.ts';
import { reportError } from '../../src/cli/report-error.ts';
import { runCli } from '../../src/cli/run/run-cli.ts';
import { formatExcerpt } from '../../src/config/read/excerpt.ts';
import { maskSecrets } from '../../src/config/read/mask-secrets.ts';
import { parseEnvFile, setEnvVariable } from '../../src/env-file/env-file.ts';
import { OpenclawError } from '../../src/errors.ts';
import { listModels } from '../../src/huggingface/router/list-models.ts';
import { checkToken } from '../../src/huggingface/whoami/check-token.ts';
import { parse } from '../../src/json5/parse.ts';
import type { System } from '../../src/system.ts';
import { parsePath } from '../../src/text/json.ts';
import { randomDocument, randomFrom } from '../support/random-json5.ts';
import { rounds, tried } from './support/soak.ts';
import { stubSystem } from './support/stub-system.ts';
import { unsafeCharactersIn } from './support/unsafe-characters.ts';

const TOKEN = 'hf_aTokenThatNobodyHas9fQ2';
const STATE = '/home/ada/.openclaw';

async function forAll<T>(
  kind: string,
  short: number,
  soak: number,
  input: fc.Arbitrary<T>,
  check: (value: T) => Promise<void> | void,
) {
  const numRuns = rounds(short, soak);
  await fc.assert(
    fc.asyncProperty(input, async (value) => check(value)),
    { numRuns },
  );
  tried(`fuzz: ${kind}`, numRuns);
}

/** What a person or a program may type or send: words, marks that a terminal obeys, halves of characters, nothing. */
const odd = fc.oneof(
  fc.constantFrom(
    '',
    '\0',
    '\u001b[31m',
    '\u202e',
    '\ud800',
    '\u2028',
    '\r\n',
    '__proto__',
    'constructor',
    '${HF_TOKEN}',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);

/** Values of every type, of the size that our shapes have. */
const anyValue = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });

/** Ends in an exit code that says what was wrong, in words that no terminal obeys, and never in exit code 1. */
async function expectTold(
  argv: readonly string[],
  { system, said }: ReturnType<typeof stubSystem>,
  allowed: readonly number[] = [],
) {
  let code: number;
  let failure: unknown;
  try {
    code = await runCli(argv, '0', system);
  } catch (error) {
    failure = error;
    code = reportError(error, { json: false, verbose: false }, system);
  }
  if (code === 1 && !allowed.includes(1)) throw failure ?? new Error(`exit code 1 of ${JSON.stringify(argv)}`);
  expect(unsafeCharactersIn(said.text)).toEqual([]);
  expect([0, 2, 3, 4, 5, 6, 7, ...allowed]).toContain(code);
}

describe('arguments', () => {
  const word = fc.constantFrom(
    ...['onboard', 'models', 'list', 'set', 'status', 'refresh', 'fallbacks', 'aliases', 'add', 'remove', 'clear'],
    ...['config', 'path', 'get', 'validate', 'undo', 'completion', 'bash', 'help', 'gateway', 'doctor', 'huggingface'],
  );
  const flag = fc.constantFrom(
    ...['--json', '--plain', '--dry-run', '--offline', '--verbose', '--dev', '--profile', '--help', '-h', '--version'],
    ...['--non-interactive', '--auth-choice', 'huggingface-api-key', 'skip', '--mode', 'local', 'remote', '--model'],
    ...[
      '--huggingface-api-key',
      '--huggingface-api-key-file',
      TOKEN,
      '-',
      '--',
      '--fallback',
      '--alias',
      'a=b',
      'a/b=c',
    ],
    ...['--verify', 'off', 'try', 'required', '--secret-input-mode', 'ref', 'plaintext', '--probe', '--install-daemon'],
    ...['--provider', '--all', '--configured', '--search', '--tools', '--image', '--max-price', '1', '--sort', 'name'],
    ...['--refresh', '--flow', '--no-color', '--json=1', '--model=', '-x', 'Qwen/Qwen3-8B', 'org/name:groq', '--check'],
  );
  const value = fc.oneof({ weight: 5, arbitrary: flag }, { weight: 1, arbitrary: odd });
  const argv = fc
    .tuple(fc.array(word, { maxLength: 3 }), fc.array(value, { maxLength: 8 }))
    .map(([a, b]) => [...a, ...b]);

  test('of any kind end with an answer or a usage error', async () => {
    await forAll('arguments', 300, 25_000, argv, async (args) => {
      // `config get` of what is not there is the one known exit code 1.
      const allowed = args.includes('get') ? [1] : [];
      await expectTold(
        args,
        stubSystem({}, () => Response.json({ data: [{ id: 'Qwen/Qwen3-8B' }] })),
        allowed,
      );
    });
  }, 600_000);

  test('that are paths are understood or refused', async () => {
    const path = fc.array(
      fc.oneof(fc.constantFrom('a', '.', '[', ']', '"', "'", '\\', '["\\x"]', '["a"]', '[0]'), odd),
      { maxLength: 6 },
    );
    await forAll('config paths', 2000, 10_000, path, (parts) => {
      const parsed = parsePath(parts.join(''));
      expect(parsed === undefined || Array.isArray(parsed)).toBe(true);
    });
  });
});

describe('a config', () => {
  const flags = [
    '--non-interactive',
    '--auth-choice',
    'huggingface-api-key',
    '--huggingface-api-key',
    TOKEN,
    '--offline',
    '--dry-run',
  ];
  const run = (config: string | Uint8Array, more: Record<string, string> = {}) =>
    expectTold(
      ['onboard', ...flags],
      stubSystem({ [`${STATE}/openclaw.json`]: config, ...more }, () => new Response('')),
    );

  test('of any bytes is read or refused', async () => {
    await forAll('config bytes', 300, 5000, fc.uint8Array({ maxLength: 60 }), (bytes) => run(bytes));
  }, 600_000);

  test('with a mistake in it is read or refused, with line and column', async () => {
    const broken = fc.tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.nat(), fc.nat(4), odd);
    await forAll('broken configs', 200, 10_000, broken, ([seed, at, remove, insert]) => {
      const { text } = randomDocument(randomFrom(seed), 'json5');
      const place = text.length === 0 ? 0 : at % text.length;
      return run(text.slice(0, place) + insert + text.slice(place + remove));
    });
  }, 600_000);

  test('with values of every type at every place that is read is used or refused', async () => {
    const model = fc.record({ primary: anyValue, fallbacks: anyValue }, { requiredKeys: [] });
    const defaults = fc.record(
      {
        model: fc.oneof(anyValue, model),
        models: anyValue,
        modelPolicy: fc.oneof(anyValue, fc.record({ allow: anyValue })),
      },
      { requiredKeys: [] },
    );
    const huggingface = fc.record(
      {
        baseUrl: fc.oneof(anyValue, fc.webUrl(), odd),
        api: anyValue,
        apiKey: anyValue,
        models: fc.oneof(
          anyValue,
          fc.array(
            fc.record({ id: anyValue, name: anyValue, cost: anyValue, contextWindow: anyValue, input: anyValue }),
          ),
        ),
      },
      { requiredKeys: [] },
    );
    const config = fc.record(
      {
        agents: fc.oneof(anyValue, fc.record({ defaults: fc.oneof(anyValue, defaults), list: anyValue })),
        models: fc.oneof(
          anyValue,
          fc.record(
            {
              mode: anyValue,
              providers: fc.oneof(anyValue, fc.record({ huggingface: fc.oneof(anyValue, huggingface) })),
            },
            { requiredKeys: [] },
          ),
        ),
        env: fc.oneof(anyValue, fc.record({ vars: anyValue, shellEnv: anyValue, HF_TOKEN: anyValue })),
        gateway: anyValue,
        plugins: anyValue,
        $include: anyValue,
      },
      { requiredKeys: [] },
    );
    const modelsJson = fc.oneof(
      anyValue,
      fc.record({ providers: fc.record({ huggingface: fc.oneof(anyValue, huggingface) }) }),
    );
    await forAll('odd configs', 200, 20_000, fc.tuple(config, modelsJson), async ([value, models]) => {
      const files = {
        [`${STATE}/openclaw.json`]: JSON.stringify(value),
        [`${STATE}/agents/main/agent/models.json`]: JSON.stringify(models),
      };
      await expectTold(
        ['onboard', ...flags],
        stubSystem(files, () => new Response('')),
      );
      for (const format of ['--json', '--plain', '--sort=name'])
        await expectTold(
          ['models', 'list', '--offline', format],
          stubSystem(files, () => new Response('')),
        );
    });
  }, 600_000);

  test('shows no string under a secret key in a diff', async () => {
    const secret = 'correct-horse-battery-staple';
    const key = fc.oneof(
      fc.constantFrom('apiKey', 'tokens', 'my_secret', 'PASSWORD', 'a', 'b', '__proto__'),
      fc.string({ maxLength: 3 }),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constant(secret),
        fc.integer(),
        fc.boolean(),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    const layout = fc.constantFrom(undefined, 2, '\t');
    await forAll('masked documents', 1000, 15_000, fc.tuple(tree, layout, fc.boolean()), ([value, space, json5]) => {
      const whole = { secret: value };
      const text = json5 ? JSON5.stringify(whole, null, space) : JSON.stringify(whole, null, space);
      const masked = maskSecrets(parse(text));
      expect(masked.includes(secret)).toBe(false);
      expect(masked.split('\n').length).toBe(text.split('\n').length);
    });
  }, 600_000);

  test('never breaks an excerpt, wherever the mistake is', async () => {
    await forAll('excerpts', 1000, 10_000, fc.tuple(fc.array(odd, { maxLength: 12 }), fc.nat()), ([parts, at]) => {
      const text = parts.join('');
      const excerpt = formatExcerpt(text, text.length === 0 ? 0 : at % (text.length + 1));
      expect(unsafeCharactersIn(excerpt)).toEqual([]);
    });
  }, 600_000);
});

const body = fc.oneof(
  anyValue.map((value) => JSON.stringify(value)),
  fc
    .record({
      data: fc.oneof(
        anyValue,
        fc.array(
          fc.record({
            id: fc.oneof(odd, fc.constant('a/b'), anyValue),
            name: anyValue,
            providers: fc.oneof(
              anyValue,
              fc.array(
                fc.record({
                  provider: fc.oneof(odd, fc.constant('novita')),
                  status: anyValue,
                  pricing: anyValue,
                  context_length: anyValue,
                }),
              ),
            ),
            architecture: anyValue,
          }),
        ),
      ),
    })
    .map((value) => JSON.stringify(value)),
  odd,
);
const status = fc.oneof(
  fc.constantFrom(200, 200, 200, 400, 401, 402, 403, 404, 410, 422, 429, 500, 503),
  fc.integer({ min: 200, max: 599 }),
);
const headers = fc.dictionary(
  fc.constantFrom(
    'retry-after',
    'ratelimit',
    'content-type',
    'x-error-message',
    'x-error-code',
    'location',
    'content-encoding',
    'x-inference-provider',
  ),
  fc.string({ maxLength: 20 }),
);
const answer = fc.tuple(body, status, headers).map(([text, code, fields]) => {
  const hasNoBody = code === 204 || code === 205 || code === 304;
  return new Response(hasNoBody ? null : text, { status: code, headers: fields });
});

/** No wait between retries: that is not what is tried here. */
function instantly(response: Response): Pick<System, 'fetch' | 'clock' | 'signal'> {
  const { system } = stubSystem({}, () => response.clone());
  return system;
}

describe('an answer of any kind', () => {
  const asked = {
    baseUrl: 'https://router.huggingface.co/v1',
    hubUrl: 'https://huggingface.co',
    namedByEnvironment: [],
    limitMs: 200,
  };

  test('of the router is a list or a typed failure', async () => {
    await forAll('router answers', 100, 10_000, answer, async (response) => {
      try {
        const { models } = await listModels({ ...asked, token: null }, instantly(response));
        expect(
          unsafeCharactersIn(
            models
              .map(({ id, name, providers }) => `${id}${name ?? ''}${providers.map((p) => p.id + p.status).join('')}`)
              .join(''),
          ),
        ).toEqual([]);
      } catch (error) {
        expectTyped(error);
      }
    });
  }, 600_000);

  test('of whoami is a verdict', async () => {
    const account = fc.record(
      {
        name: fc.oneof(odd, anyValue),
        id: anyValue,
        auth: fc.oneof(
          anyValue,
          fc.record({
            accessToken: fc.oneof(
              anyValue,
              fc.record({
                role: fc.oneof(anyValue, fc.constant('fineGrained')),
                displayName: odd,
                fineGrained: fc.oneof(anyValue, fc.record({ global: anyValue, scoped: anyValue })),
              }),
            ),
          }),
        ),
      },
      { requiredKeys: [] },
    );
    const verdicts = fc.oneof(
      answer,
      account.map((value) => Response.json(value)),
    );
    await forAll('whoami answers', 200, 10_000, verdicts, async (response) => {
      const check = await checkToken({ ...asked, token: TOKEN }, instantly(response));
      if (check.kind === 'unverified') expectTyped(check.reason);
      else expect(unsafeCharactersIn(JSON.stringify(check))).toEqual([]);
    });
  }, 600_000);

  test('in the cache is used or ignored', async () => {
    const cache = fc.oneof(
      odd,
      anyValue.map((value) => JSON.stringify(value)),
      fc
        .record(
          {
            baseUrl: fc.constant('b'),
            fetchedAt: fc.oneof(odd, fc.constant('2026-11-20T00:00:00Z'), anyValue),
            data: anyValue,
            version: fc.constant(2),
            models: anyValue,
          },
          { requiredKeys: [] },
        )
        .map((value) => JSON.stringify(value)),
    );
    await forAll('cache files', 1000, 10_000, cache, async (text) => {
      const { system } = stubSystem({ cache: text }, () => new Response(''));
      await readCache('cache', 'b', system);
    });
  }, 600_000);
});

function expectTyped(error: unknown): void {
  if (!(error instanceof OpenclawError) || error.code === 'unexpected') throw error;
  expect(unsafeCharactersIn(`${error.message}${error.hint ?? ''}`)).toEqual([]);
}

test('a .env of any text gets the token, keeps the rest, or is refused', async () => {
  const piece = fc.oneof(
    odd,
    fc.constantFrom(
      'HF_TOKEN=',
      'HUGGINGFACE_HUB_TOKEN=',
      'HUGGINGFACE_HUB_TOKEN: x',
      'export ',
      'A=1',
      '\n',
      '\r\n',
      '\r',
      '"',
      "'",
      '`',
      '#',
      ' ',
      '\\n',
      '=',
    ),
  );
  await forAll('.env files', 2000, 20_000, fc.array(piece, { maxLength: 14 }), (parts) => {
    const text = parts.join('');
    const before = parseEnvFile(text);
    try {
      const after = parseEnvFile(setEnvVariable(text, 'HUGGINGFACE_HUB_TOKEN', TOKEN));
      expect(after).toEqual({ ...before, HUGGINGFACE_HUB_TOKEN: TOKEN });
    } catch (error) {
      expectTyped(error);
    }
  });
}, 600_000);
