import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reportError } from '../src/cli/report-error.ts';
import { type ErrorCode, EXIT_CODES, OpenclawError } from '../src/errors.ts';
import { createNodeSystem } from '../src/node-system/create-node-system.ts';
import { configText } from './support/config-text.ts';
import { useCommands } from './support/in-process.ts';
import { TOKEN, WITH_TOKEN } from './support/program.ts';
import { documentFaults, faultsOf, schemaFiles, schemaOf } from './support/schemas.ts';

const COMMON = new URL('../schemas/common.json', import.meta.url);

const commands = useCommands();
const ONBOARD = ['onboard', '--non-interactive', '--auth-choice', 'huggingface-api-key'];

/** On a config with a chain, a map and an agent; each run is held against its schema by the support. */
const documents: [command: string, args: string[], keys: string][] = [
  [
    'onboard',
    [...ONBOARD, ...WITH_TOKEN],
    'ok changed mode authChoice config token model catalog probe edits notes warnings',
  ],
  [
    'onboard, a dry run with a test message',
    [...ONBOARD, ...WITH_TOKEN, '--probe', '--dry-run'],
    'ok changed mode authChoice config token model catalog probe edits notes warnings diff wouldChange',
  ],
  [
    'onboard, taken out',
    ['onboard', '--non-interactive', '--remove', '--token'],
    'ok changed config model token edits notes warnings',
  ],
  [
    'onboard, taken out in a dry run',
    ['onboard', '--non-interactive', '--remove', '--dry-run'],
    'ok changed config model token edits notes warnings diff wouldChange',
  ],
  ['onboard, skipped', ['onboard', '--auth-choice', 'skip'], 'ok changed mode authChoice warnings'],
  ['models list', ['models', 'list', '--refresh'], 'count source fetchedAt reason models'],
  ['models list, built in', ['models', 'list', '--offline'], 'count source fetchedAt reason models'],
  [
    'models status',
    ['models', 'status', '--probe'],
    'configPath defaultModel fallbacks aliases token catalog estimate models',
  ],
  [
    'models status, checked',
    ['models', 'status', '--check', '--verify'],
    'ok problems drift configPath defaultModel fallbacks aliases token catalog estimate models',
  ],
  ['models set', ['models', 'set', 'quick'], 'ok changed config model edits notes warnings'],
  [
    'models set, a dry run',
    ['models', 'set', 'quick', '--dry-run'],
    'ok changed config model edits notes warnings diff wouldChange',
  ],
  ['models fallbacks list', ['models', 'fallbacks', 'list'], 'fallbacks'],
  [
    'models fallbacks add',
    ['models', 'fallbacks', 'add', 'openai/gpt-oss-120b'],
    'ok changed config fallbacks edits notes warnings',
  ],
  [
    'models fallbacks remove',
    ['models', 'fallbacks', 'remove', 'quick'],
    'ok changed config fallbacks edits notes warnings',
  ],
  ['models fallbacks clear', ['models', 'fallbacks', 'clear'], 'ok changed config fallbacks edits notes warnings'],
  ['models aliases list', ['models', 'aliases', 'list'], 'aliases'],
  [
    'models aliases add',
    ['models', 'aliases', 'add', 'oss', 'openai/gpt-oss-120b'],
    'ok changed config aliases edits notes warnings',
  ],
  ['models aliases remove', ['models', 'aliases', 'remove', 'quick'], 'ok changed config aliases edits notes warnings'],
  [
    'models refresh',
    ['models', 'refresh'],
    'ok changed source count fetchedAt reason added gone cache modelsJson warnings',
  ],
  [
    'models refresh, a dry run',
    ['models', 'refresh', '--dry-run'],
    'ok changed source count fetchedAt reason added gone cache modelsJson wouldChange warnings',
  ],
  ['help', ['help'], 'name version description commands globalFlags exitCodes errorCodes'],
  [
    'help of one command',
    ['help', 'models', 'set'],
    'name version description commands globalFlags exitCodes errorCodes',
  ],
  [
    'models refresh, only figures',
    ['models', 'refresh', '--figures'],
    'ok changed config figures catalog edits notes warnings',
  ],
  ['models bench', ['models', 'bench', 'quick', '--rounds', '1', '--yes'], 'ok cost models'],
  ['config path', ['config', 'path'], 'path exists'],
  ['config validate', ['config', 'validate'], 'valid path scope issues warnings'],
  ['config undo', ['config', 'undo'], 'ok changed config notes warnings'],
  ['config undo, a dry run', ['config', 'undo', '--dry-run'], 'ok changed config notes warnings diff wouldChange'],
];

async function documentOn(args: readonly string[]) {
  const { run, write } = commands();
  write('openclaw.json', configText('models.json5'));
  write('agents/main/agent/models.json', '{ "providers": { "huggingface": { "models": [] } } }');
  if (args.includes('undo')) await run(['models', 'fallbacks', 'clear']);
  const { stdout } = await run([...args, '--json'], { env: { HF_TOKEN: TOKEN } });
  return JSON.parse(stdout);
}

test.each(documents)('%s has a document, and its schema knows each member', async (_, args, keys) => {
  const { schemaVersion, ...document } = await documentOn(args);
  expect([schemaVersion, Object.keys(document).join(' ')]).toEqual([1, keys]);
});

test('config get prints the value itself, whatever it is', async () => {
  expect(await documentOn(['config', 'get', 'agents.defaults.model.fallbacks'])).toEqual(expect.any(Array));
  expect(await documentOn(['config', 'get', 'agents.defaults.model.primary'])).toEqual(expect.any(String));
});

test('every schema has a row above', () => {
  const known = schemaFiles().filter((file) => !['common.json', 'config/get.json', 'error.json'].includes(file));
  expect([...new Set(documents.map(([, args]) => schemaOf(args)))].sort()).toEqual(known);
});

const say = (error: unknown): string => {
  let out = '';
  const system = createNodeSystem({ signal: new AbortController().signal });
  const [stream, silent] = [
    {
      write: (text: string) => {
        out += text;
      },
    },
    { write: () => {} },
  ];
  const io = { ...system.io, out: { ...system.io.out, ...stream }, err: { ...system.io.err, ...silent } };
  reportError(error, { json: true, verbose: false }, { ...system, io });
  return out;
};

describe('a failure', () => {
  const detail = { kind: 'unexpected', detail: 'Something' } as const;

  test.each(Object.entries(EXIT_CODES) as [ErrorCode, number][])('%s (exit %i) has a document', (code, exitCode) => {
    const stdout = say(new OpenclawError(code, detail));
    expect(documentFaults(['onboard', '--json'], { stdout })).toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, changed: false, error: { code, exitCode } });
  });

  test.each([
    ['of ours', new TypeError('Something')],
    [
      'with a status and a time to wait',
      new OpenclawError('rate_limited', detail, { status: 429, retryable: true, retryAfterSeconds: 3 }),
    ],
    ['by a termination', new OpenclawError('interrupted', { kind: 'terminated' }, { unchanged: true, exitCode: 143 })],
  ])('%s has a document', (_, error) => {
    expect(documentFaults(['models', 'list', '--json'], { stdout: say(error) })).toEqual([]);
  });

  test('its schema knows exactly these codes', () => {
    const { enum: codes } = JSON.parse(readFileSync(COMMON, 'utf8')).$defs.errorCode;
    expect(codes).toEqual(Object.keys(EXIT_CODES));
  });
});

describe('what is wrong is refused', () => {
  test.each(documents)('%s: a member more, or one less', async (_, args) => {
    const document = await documentOn(args);
    const file = schemaOf(args);
    expect(faultsOf(file, document)).toEqual([]);
    expect(faultsOf(file, { ...document, more: 1 })).not.toEqual([]);
    // A dry run of `models refresh` has no diff: without this one it reads as a run.
    const members = Object.keys(document).filter((name) => !(file === 'models/refresh.json' && name === 'wouldChange'));
    for (const name of members) {
      const { [name]: _, ...less } = document;
      expect([name, faultsOf(file, less)]).not.toEqual([name, []]);
    }
  });

  const [LIST, STATUS, SET] = [
    ['models', 'list'],
    ['models', 'status', '--probe'],
    ['models', 'set', 'quick'],
  ];
  const CHECK = ['models', 'status', '--check'];
  const DEARER = (kind: string, now: unknown) => ({
    ref: 'huggingface/a/b',
    kind,
    was: { input: 1, output: 1 },
    now,
    fix: '',
  });
  const at = (index: number, member: string, value: unknown) => (document: Document) => {
    Object.assign(document.models[index] ?? {}, { [member]: value });
  };
  const FIGURES = ['models', 'refresh', '--figures'];
  const figures = (now: object) => (document: Document) => {
    const changed = { ref: 'huggingface/a/b', was: { cost: { input: 0.5 } } };
    Object.assign(document, { figures: [{ ...changed, now }] });
  };
  type Document = Record<string, unknown> & { models: Record<string, unknown>[] };
  const planted: [what: string, args: string[], change: (document: Document) => void][] = [
    ['another version', LIST, (document) => Object.assign(document, { schemaVersion: 2 })],
    ['a version as text', LIST, (document) => Object.assign(document, { schemaVersion: '1' })],
    ['a success that failed', SET, (document) => Object.assign(document, { ok: false })],
    ['a source that is none', LIST, (document) => Object.assign(document, { source: 'memory' })],
    ['a time of a place', LIST, (document) => Object.assign(document, { fetchedAt: '2026-11-21T19:42:51+01:00' })],
    ['a price as text', LIST, at(0, 'price', { input: '3.00', output: '7.00' })],
    ['a price of one side', LIST, at(0, 'price', { input: 3 })],
    ['a price below nothing', LIST, at(0, 'price', { input: 3, output: -1 })],
    ['half a token', LIST, at(0, 'contextWindow', 1024.5)],
    ['tools that may be', LIST, at(0, 'tools', true)],
    ['an unknown tag', LIST, at(0, 'tags', ['fallback#0'])],
    ['a member more in a row', LIST, at(0, 'speed', 40)],
    ['a member more in an inference provider', LIST, at(0, 'providers', [{ id: 'novita', status: 'live', uptime: 1 }])],
    ['an unknown role', STATUS, at(0, 'role', 'fallback')],
    [
      'a probe without its code',
      STATUS,
      at(0, 'probe', { ok: true, status: 200, latencyMs: 1, inferenceProvider: null, tools: null, message: null }),
    ],
    [
      'a probe with a code that is none',
      STATUS,
      at(0, 'probe', {
        ok: false,
        status: 402,
        latencyMs: 1,
        inferenceProvider: null,
        tools: null,
        code: 'no_money',
        message: '',
      }),
    ],
    ['a drift of an unknown kind', CHECK, (document) => Object.assign(document, { drift: [DEARER('cheaper', {})] })],
    ['a drift by text', CHECK, (document) => Object.assign(document, { drift: [DEARER('dearer', '7.00')] })],
    ['figures with a price as text', FIGURES, figures({ cost: { input: '0.4' } })],
    ['figures with a price of nothing known', FIGURES, figures({ cost: { input: 0.4, image: 1 } })],
    ['figures without any', FIGURES, figures({})],
    ['an edit of an unknown kind', SET, (document) => Object.assign(document, { edits: [{ path: 'a', op: 'move' }] })],
    ['a diff without a verdict', SET, (document) => Object.assign(document, { diff: '' })],
    ['a chain without its aliases', SET, ({ model }) => Reflect.deleteProperty(model as object, 'aliases')],
    ['a sentence that is data', SET, (document) => Object.assign(document, { warnings: [{ kind: 'no-daemon' }] })],
  ];

  test.each(planted)('%s', async (_, args, change) => {
    const document = await documentOn(args);
    change(document);
    expect(faultsOf(schemaOf(args), document)).not.toEqual([]);
  });

  test.each([
    ['a code that is none', { code: 'oops' }],
    ['an exit code of nobody', { exitCode: 42 }],
    ['a hint that is missing', { hint: undefined }],
    ['a wait as text', { retryAfterSeconds: '3' }],
  ])('a failure with %s', (_, member) => {
    const document = JSON.parse(say(new TypeError('Something')));
    const error = JSON.parse(JSON.stringify({ ...document.error, ...member }));
    expect(faultsOf('error.json', { ...document, error })).not.toEqual([]);
  });

  test.each([
    ['a document of another command', ['models', 'set'], '{"schemaVersion":1,"path":"/a","exists":true}\n'],
    ['two documents', ['config', 'path'], '{"schemaVersion":1,"path":"/a","exists":true}\n{}\n'],
    ['a document of a command that has no schema', ['models', 'scan'], '{"schemaVersion":1}\n'],
  ])('%s', (_, args, stdout) => {
    expect(documentFaults([...args, '--json'], { stdout })).not.toEqual([]);
  });
});
