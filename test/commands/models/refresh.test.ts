import { expect, test } from 'vitest';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, linesOf, modeOf, TOKEN } from '../../support/program.ts';

const commands = useCommands();
const env = { HF_TOKEN: TOKEN };
const MODELS_JSON = 'agents/main/agent/models.json';
const list = (...ids: string[]) => ({
  body: { data: ids.map((id) => ({ id, providers: [{ provider: 'novita', status: 'live', context_length: 32000 }] })) },
});

/** As OpenClaw 2026.4 writes it, with a name, an alias and an option of the user's own. */
const BEFORE = `{
  "providers": {
    "huggingface": {
      "baseUrl": "https://router.huggingface.co/v1",
      "apiKey": "HUGGINGFACE_HUB_TOKEN",
      "models": [
        { "id": "a/One", "name": "Mine",   "alias": "one", "options": { "x": 1 } },
        { "id": "a/One:cheapest", "name": "Mine (cheap)" },
        { "id": "a/Gone", "name": "Gone" }
      ]
    },
    "desk":  { "baseUrl": "http://10.0.0.7:8080/v1", "models": [ {"id":"qwen"} ] }
  }
}
`;
const NEW_ENTRY = `,
        {
          "id": "b/Two",
          "name": "Two",
          "reasoning": false,
          "input": [
            "text"
          ],
          "contextWindow": 32000,
          "maxTokens": 8000
        }`;

test('merges what is new into models.json: what is there stays byte for byte, what is gone is reported', async () => {
  const { run, read, write, stateDir, service } = commands();
  write(MODELS_JSON, BEFORE, 0o640);
  write('openclaw.json', '{ agents: { defaults: { model: "huggingface/a/Gone:novita" } } }');
  service.script('/v1/models', list('A/one', 'b/Two'));
  const { code, stdout, stderr } = await run(['models', 'refresh'], { env });
  expect([code, stdout]).toEqual([
    0,
    `2 models, live from ${new URL(service.url).host}
New: b/Two
Gone, but kept: a/Gone
Updated cache: ${stateDir}/cache/huggingface-models.json
Added 1 model to ${stateDir}/${MODELS_JSON}
`,
  ]);
  expect(linesOf(stderr)).toEqual([
    'huggingface/a/Gone:novita is no longer in the list; the config still names it, and keeps it',
  ]);
  const after = BEFORE.replace('"name": "Gone" }', `"name": "Gone" }${NEW_ENTRY}`);
  expect(read(MODELS_JSON)).toBe(after);
  expect(modeOf(`${stateDir}/${MODELS_JSON}`)).toBe('640');
  expect(documentOf(await run(['models', 'refresh', '--json'], { env }))).toEqual({
    ok: true,
    changed: false,
    source: 'live',
    count: 2,
    fetchedAt: expect.stringMatching(/Z$/),
    reason: null,
    added: [],
    gone: ['a/Gone'],
    cache: { path: `${stateDir}/cache/huggingface-models.json` },
    modelsJson: { path: `${stateDir}/${MODELS_JSON}`, changed: false, added: 0 },
    warnings: ['huggingface/a/Gone:novita is no longer in the list; the config still names it, and keeps it'],
  });
  expect(read(MODELS_JSON)).toBe(after);
});

test('without a models.json none is made, and the list before tells what is new and what is gone', async () => {
  const { run, read, service } = commands();
  service.script('/v1/models', list('a/One', 'b/Two'), list('b/Two', 'c/Three'));
  expect(documentOf(await run(['models', 'refresh', '--json'], { env }))).toMatchObject({ added: [], gone: [] });
  const second = documentOf(await run(['models', 'refresh', '--json'], { env }));
  expect(second).toMatchObject({ changed: false, added: ['c/Three'], gone: ['a/One'], modelsJson: null });
  expect(read(MODELS_JSON)).toBeUndefined();
});

test('a models.json without Hugging Face gets the provider', async () => {
  const { run, read, write, service } = commands();
  write(MODELS_JSON, '{"providers":{"desk":{"models":[]}}}');
  service.script('/v1/models', list('b/Two'));
  expect(documentOf(await run(['models', 'refresh', '--json'], { env }))).toMatchObject({ changed: true });
  expect(read(MODELS_JSON)).toBe(
    '{"providers":{"desk":{"models":[]},"huggingface":{"baseUrl":"https://router.huggingface.co/v1","api":"openai-completions","models":[{"id":"b/Two","name":"Two","reasoning":false,"input":["text"],"contextWindow":32000,"maxTokens":8000}]}}}',
  );
});

test.each([
  ['broken', '{ "providers": ', 'FILE:1:16: unexpected end of the text.'],
  [
    'of wrong types',
    '{"providers":{"huggingface":{"models":{}}}}',
    'providers.huggingface.models in FILE must be an array, but is an object.',
  ],
])('a models.json that is %s: exit 3, and it stays', async (_, text, what) => {
  const { run, read, write, stateDir } = commands();
  write(MODELS_JSON, text);
  const { code, says } = failureOf(await run(['models', 'refresh'], { env }));
  expect([code, says]).toEqual([
    3,
    [
      what.replace('FILE', `${stateDir}/${MODELS_JSON}`),
      'OpenClaw recreates this file where it is missing: move it away, or fix that place.',
    ],
  ]);
  expect(read(MODELS_JSON)).toBe(text);
});

test('a service that fails: its exit code, and nothing is written', async () => {
  const { run, write, files, service } = commands();
  write(MODELS_JSON, BEFORE);
  const before = files();
  service.script('/v1/models', { status: 503, body: '' });
  const failed = await run(['models', 'refresh', '--json'], { env });
  expect([failed.code, documentOf(failed)]).toMatchObject([5, { ok: false, error: { code: 'service_error' } }]);
  expect(files()).toEqual(before);
});

test('discovery turned off in the config: nothing is asked, and it says so', async () => {
  const { run, write, asked } = commands();
  write('openclaw.json', '{ plugins: { entries: { huggingface: { config: { discovery: { enabled: false } } } } } }');
  const { code, stdout } = await run(['models', 'refresh'], { env });
  expect([code, stdout]).toEqual([
    0,
    'Not fetched. Model discovery is turned off in the config. 10 models as before.\n',
  ]);
  expect(asked()).toEqual([]);
});

test('--dry-run writes nothing, and --offline is a contradiction', async () => {
  const { run, write, files, service } = commands();
  write(MODELS_JSON, BEFORE);
  const before = files();
  service.script('/v1/models', list('b/Two'));
  const dry = documentOf(await run(['models', 'refresh', '--dry-run', '--json'], { env }));
  expect(dry).toMatchObject({ changed: false, wouldChange: true, added: ['b/Two'], warnings: [] });
  expect(failureOf(await run(['--offline', 'models', 'refresh'])).code).toBe(2);
  expect(files()).toEqual(before);
});
