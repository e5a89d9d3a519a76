import { describe, expect, test } from 'vitest';
import { startDeadline } from '../../src/huggingface/request/deadline.ts';
import { createGuardedFetch } from '../../src/huggingface/request/guarded-fetch.ts';
import type { Fetch, FetchResponse } from '../../src/system.ts';
import { networkSystem } from '../support/network-system.ts';

const never = new Promise<never>(() => undefined);

async function* hanging(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array([123]);
  await never;
}

async function* pieces(...chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

function answer(body: AsyncIterable<Uint8Array> | null, status = 200): FetchResponse {
  return { status, headers: { get: () => null, entries: () => [] }, body };
}

/** Asks through it, with 100 ms in all. */
async function ask(fetch: Fetch): Promise<string> {
  const system = { ...networkSystem(), fetch };
  const deadline = startDeadline('a.example', 100, system);
  const guard = { token: null, namedByEnvironment: [], deadline };
  try {
    return await (await createGuardedFetch(guard, system)('https://a.example/x')).text();
  } finally {
    deadline.end();
  }
}

describe('the deadline ends', () => {
  test.each<[string, Fetch]>([
    ['a request that heeds no signal', () => never],
    ['a body that heeds no signal', async () => answer(hanging())],
  ])('%s', async (_, fetch) => {
    await expect(ask(fetch)).rejects.toMatchObject({
      code: 'timeout',
      message: 'a.example did not answer within 0.1 s.',
    });
  });
});

describe('an answer', () => {
  test('is put together from pieces that cut a character', async () => {
    const bytes = new TextEncoder().encode('\ufeffé€😀');
    const parts = [...bytes].map((byte) => new Uint8Array([byte]));
    expect(await ask(async () => answer(pieces(...parts)))).toBe('é€😀');
  });

  test('without a body is empty', async () => {
    expect(await ask(async () => answer(null, 204))).toBe('');
  });

  test('of 10 MB is read, of one byte more it is not', async () => {
    const most = new Uint8Array(10 * 1024 * 1024).fill(32);
    expect(await ask(async () => answer(pieces(most)))).toHaveLength(most.length);
    await expect(ask(async () => answer(pieces(most, new Uint8Array(1))))).rejects.toMatchObject({
      code: 'service_error',
      message: "a.example answered with more than 10 MB, which can't be an answer.",
    });
  });

  test('that is read no further closes what it came from', async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield new Uint8Array(1024 * 1024);
      } finally {
        closed = true;
      }
    }
    await expect(ask(async () => answer(endless()))).rejects.toMatchObject({ code: 'service_error' });
    expect(closed).toBe(true);
  });
});
