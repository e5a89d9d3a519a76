import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtureText } from '../../scripts/stand-in/answers.js';
import { readCache, writeCache } from '../../src/catalog/cache.ts';
import { parseModels } from '../../src/huggingface/router/router-model.ts';
import { memoryFiles } from '../support/memory-files.ts';

const FILE = '/state/cache/models.json';
const URL = 'https://router.example/v1';
const fetchedAt = new Date('2026-11-20T12:00:00.000Z');
const { models } = parseModels(JSON.parse(fixtureText('router-models.json')).data);

/** What is read from the cache after a change of what was written. */
async function readAfter(change: (text: string) => string = (text) => text) {
  const system = { files: memoryFiles({}), path: posix };
  await writeCache(FILE, URL, { fetchedAt, models }, system);
  const text = new TextDecoder().decode(await system.files.read(FILE, 1e9));
  return readCache(FILE, URL, { files: memoryFiles({ [FILE]: change(text) }) });
}

describe('the cache', () => {
  test('gives back the list that was checked', async () => {
    expect(await readAfter()).toEqual({ fetchedAt, models });
  });

  test('of an older version, the list as the service sent it, is checked now', async () => {
    const data = JSON.parse(fixtureText('router-models.json')).data;
    const old = JSON.stringify({ fetchedAt, baseUrl: URL, data: [...data, { id: 'no-slash' }] });
    expect(await readAfter(() => old)).toEqual({ fetchedAt, models });
  });

  test.each<[string, (text: string) => string]>([
    ['another version', (text) => text.replace('"version":2', '"version":3')],
    ['another shape', (text) => text.replace('"shape":"[{', '"shape":"[{\\"x\\":1,')],
    ['a model of another shape', (text) => text.replace('"image":false', '"images":false')],
    ['a model without an id', (text) => text.replace('"models":[{"id"', '"models":[{"ID"')],
    ['an inference provider without a status', (text) => text.replaceAll('"status":"live"', '"status":7')],
    ['a price that is none', (text) => text.replace('"price":{"input"', '"price":{"in"')],
    ['an escape sequence in an id', (text) => text.replace('"models":[{"id":"', '"models":[{"id":"\\u001b[2J')],
    ['no models', (text) => text.replace(/"models":\[.*\]\}/, '"models":[]}')],
    ['half of it', (text) => text.slice(0, text.length / 2)],
    ['another address', (text) => text.replace(URL, 'https://elsewhere.example/v1')],
  ])('with %s is as good as none', async (_, change) => {
    expect(await readAfter(change)).toBeUndefined();
  });
});
