import { describe, expect, test } from 'vitest';
import { useCommands } from '../support/in-process.ts';
import { documentOf, failureOf, linesOf, modeOf, TOKEN, WITH_TOKEN } from '../support/program.ts';

const commands = useCommands();
const REMOVE = ['onboard', '--remove', '--non-interactive'];

const CONFIG = `// Mine.
{
  agents: {
    defaults: {
      // What I talk to.
      model: {
        primary: "huggingface/Qwen/Qwen3-8B", // quick
        fallbacks: ["quick", "anthropic/claude-opus-4-6", 'huggingface/openai/gpt-oss-120b'],
      },
      models: {
        "huggingface/Qwen/Qwen3-8B": { alias: "quick" }, // cheap
        "anthropic/claude-opus-4-6": { alias: "opus" },
        "huggingface/*": {},
      },
      modelPolicy: { allow: ["anthropic/*", "huggingface/*"] },
      imageModel: "huggingface/Qwen/Qwen2.5-VL-7B-Instruct",
    },
    list: [{ id: "ada", model: { primary: "QUICK" } }],
  },
  models: {
    providers: {
      desk: { baseUrl: "http://10.0.0.7:8080/v1" },

      // The router.
      huggingface: { baseUrl: "https://router.huggingface.co/v1", models: [] },
    },
  },
  gateway: { mode: "local" },
}
`;
const AFTER = `// Mine.
{
  agents: {
    defaults: {
      // What I talk to.
      model: {
        primary: "anthropic/claude-opus-4-6", // quick
      },
      models: {
        "anthropic/claude-opus-4-6": { alias: "opus" },
      },
      modelPolicy: { allow: ["anthropic/*"] },
      imageModel: "huggingface/Qwen/Qwen2.5-VL-7B-Instruct",
    },
    list: [{ id: "ada", model: { primary: "QUICK" } }],
  },
  models: {
    providers: {
      desk: { baseUrl: "http://10.0.0.7:8080/v1" },
    },
  },
  gateway: { mode: "local" },
}
`;
const SAID = [
  'models.providers.huggingface removed',
  'quick removed from agents.defaults.model.fallbacks',
  'huggingface/openai/gpt-oss-120b removed from agents.defaults.model.fallbacks',
  'Default model: anthropic/claude-opus-4-6',
  'anthropic/claude-opus-4-6 removed from agents.defaults.model.fallbacks',
  'agents.defaults.models["huggingface/Qwen/Qwen3-8B"] removed',
  'agents.defaults.models["huggingface/*"] removed',
  'huggingface/* removed from agents.defaults.modelPolicy.allow',
];
const WARNED = [
  'agents.defaults.imageModel names huggingface/Qwen/Qwen2.5-VL-7B-Instruct and was kept: it does not work without Hugging Face',
  'agents.list[0].model.primary names QUICK and was kept: it does not work without Hugging Face',
];
const PROMOTED = 'anthropic/claude-opus-4-6 was the first fallback of another provider and becomes the default model';

describe('onboard --remove', () => {
  test('takes out what is of Hugging Face, leaves every other byte, and warns of what still names it', async () => {
    const { run, write, read, config } = commands();
    write('openclaw.json', CONFIG);
    const { code, stdout, stderr } = await run(REMOVE);
    expect(read('openclaw.json')).toBe(AFTER);
    expect([code, stdout.split('\n')]).toEqual([
      0,
      [`Updated config: ${config}`, `Backup: ${config}.bak`, ...SAID, ''],
    ]);
    expect(linesOf(stderr)).toEqual(['Undo: openclaw config undo', ...WARNED, PROMOTED]);
    expect((await run(['config', 'undo'])).code).toBe(0);
    expect(read('openclaw.json')).toBe(CONFIG);
  });

  test('has one document, with what holds then', async () => {
    const { run, write, config } = commands();
    write('openclaw.json', CONFIG);
    expect(documentOf(await run([...REMOVE, '--json']))).toMatchObject({
      ok: true,
      changed: true,
      config: { path: config, backup: `${config}.bak` },
      model: { primary: 'anthropic/claude-opus-4-6', previous: 'huggingface/Qwen/Qwen3-8B', fallbacks: [] },
      token: { removed: null },
      notes: [PROMOTED],
      warnings: WARNED,
    });
  });

  test('--dry-run shows the diff and changes nothing; --exit-code is 8, and 0 once it is gone', async () => {
    const { run, write, files } = commands();
    write('openclaw.json', CONFIG);
    const before = files();
    const dry = await run(['onboard', '--remove', '--dry-run', '--exit-code']);
    expect([dry.code, dry.stdout]).toEqual([8, expect.stringContaining('-      // The router.\n')]);
    expect(linesOf(dry.stderr)).toEqual([...SAID, ...WARNED, PROMOTED, 'Dry run: nothing was written.']);
    expect(files()).toEqual(before);
    await run(REMOVE);
    expect((await run(['onboard', '--remove', '--dry-run', '--exit-code'])).code).toBe(0);
  });

  test.each(['{ gateway: { mode: "local" } }\n', undefined])('on %j changes nothing and says so', async (text) => {
    const { run, write, files, config } = commands();
    if (text !== undefined) write('openclaw.json', text);
    const before = files();
    expect(await run(REMOVE)).toEqual({
      code: 0,
      stdout: `Already up to date: ${config}\n`,
      stderr: '  Hugging Face is not set up here: nothing to remove\n',
    });
    expect(documentOf(await run([...REMOVE, '--json']))).toMatchObject({ changed: false, edits: [] });
    expect(files()).toEqual(before);
  });

  test('where nothing else is left, OpenClaw uses its own default', async () => {
    const { onboard, run, read } = commands();
    await onboard(WITH_TOKEN);
    const { stderr } = await run(REMOVE);
    expect(linesOf(stderr)).toContain('No default model is left: OpenClaw then uses its own');
    expect(read('openclaw.json')).toMatch(/^\/\/ OpenClaw config, .*\n\{\n {2}gateway: \{ mode: "local" \},\n\}\n$/);
  });

  test('says nothing of an endpoint that goes', async () => {
    const { run, write } = commands();
    write('openclaw.json', '{ models: { providers: { huggingface: { baseUrl: "https://example.org/v1" } } } }');
    const env = { OPENCLAW_HUGGINGFACE_BASE_URL: '' };
    expect(linesOf((await run(REMOVE, { env })).stderr)).toEqual(['Undo: openclaw config undo']);
  });

  test('a comment that is left keeps what it stands in', async () => {
    const { run, write, read } = commands();
    write('openclaw.json', '{ models: { /* none yet */ providers: { huggingface: {} } } }\n');
    await run(REMOVE);
    expect(read('openclaw.json')).toBe('{ models: { /* none yet */ } }\n');
  });

  test('what would take a comment of somebody with it stays, empty', async () => {
    const { run, write, read } = commands();
    const config = (provider: string) => `{
  models: /* mine */ {
    // Others may come.
    providers: /* by name */ {${provider}}, // as ever
  },
}
`;
    write('openclaw.json', config(' huggingface: {} '));
    await run(REMOVE);
    expect(read('openclaw.json')).toBe(config(''));
  });

  test('a fallback that is a variable stays one', async () => {
    const { run, write, read } = commands();
    const model = (text: string) => `{ agents: { defaults: { model: ${text} } } }\n`;
    write('openclaw.json', model('{ primary: "huggingface/a/b", fallbacks: ["${FB}", "x/y"] }'));
    await run(REMOVE, { env: { FB: 'anthropic/claude' } });
    expect(read('openclaw.json')).toBe(model('{ primary: "${FB}", fallbacks: ["x/y"] }'));
  });

  test('what stands in an included file alone is refused, naming it', async () => {
    const { run, write, files, stateDir } = commands();
    write('openclaw.json', '{ models: { $include: "./models.json5" } }');
    write('models.json5', '{ providers: { huggingface: {} } }');
    const before = files();
    expect(failureOf(await run(REMOVE))).toMatchObject({
      code: 3,
      says: [
        `models.providers.huggingface is set in the included file ${stateDir}/models.json5, which this program never changes. Nothing was changed.`,
        expect.stringMatching(/^Change it there by hand/),
      ],
    });
    expect(files()).toEqual(before);
  });
});

describe('the token', () => {
  const ENV = `# keys\r\nexport HF_TOKEN="${TOKEN}" # mine\r\nOTHER=1\r\nHUGGINGFACE_HUB_TOKEN=${TOKEN}`;

  test('stays without --token, and how it goes too is said', async () => {
    const { run, write, read, stateDir } = commands();
    write('openclaw.json', CONFIG);
    write('.env', ENV);
    const { stderr } = await run(REMOVE);
    expect(linesOf(stderr)).toContain(
      `${stateDir}/.env keeps the token. To take it out too: openclaw onboard --remove --token`,
    );
    expect(read('.env')).toBe(ENV);
  });

  test('goes by both names with --token; every other line, the mode and the old file stay', async () => {
    const { run, write, read, stateDir } = commands();
    write('openclaw.json', CONFIG);
    write('.env', ENV, 0o640);
    const env = { HF_TOKEN: TOKEN };
    const { stdout, stderr } = await run([...REMOVE, '--token'], { env });
    expect(read('.env')).toBe('# keys\r\nOTHER=1\r\n');
    expect([read('.env.bak'), modeOf(`${stateDir}/.env`)]).toEqual([ENV, '640']);
    expect(stdout).toContain(`HUGGINGFACE_HUB_TOKEN removed from ${stateDir}/.env\n`);
    expect(linesOf(stderr)).toContain('This token stays: HF_TOKEN in the environment');
    expect(linesOf(stderr)).toContain(
      `The old file, with the token in it, is kept as ${stateDir}/.env.bak: delete it if the token must be gone`,
    );
    expect(documentOf(await run([...REMOVE, '--token', '--json'], { env }))).toMatchObject({ changed: false });
  });

  test('alone is a change too', async () => {
    const { run, write, files, read, stateDir } = commands();
    write('.env', ENV);
    const before = files();
    const dry = await run([...REMOVE, '--token', '--dry-run', '--exit-code', '--json']);
    expect([dry.code, documentOf(dry)]).toMatchObject([
      8,
      { wouldChange: true, token: { removed: `${stateDir}/.env` } },
    ]);
    expect(files()).toEqual(before);
    expect(documentOf(await run([...REMOVE, '--token', '--json']))).toMatchObject({ changed: true, edits: [] });
    expect(read('.env')).toBe('# keys\r\nOTHER=1\r\n');
  });

  test("that OpenClaw's own store has stays", async () => {
    const { run, write, config } = commands();
    write('openclaw.json', '{ auth: { profiles: { "huggingface:manual": { provider: "huggingface" } } } }');
    const { stderr } = await run([...REMOVE, '--token']);
    expect(linesOf(stderr)).toContain(`This token stays: auth.profiles["huggingface:manual"] in ${config}`);
  });
});

describe('a person', () => {
  const ask = { asks: 'Take Hugging Face out of the config?' };

  test('is shown what goes, and asked once: no is the default, and changes nothing', async () => {
    const { answer, write, files } = commands();
    write('openclaw.json', CONFIG);
    const before = files();
    const { code, asked, stderr } = await answer([ask], ['onboard', '--remove']);
    expect([code, asked[0]?.rows, asked[0]?.active]).toEqual([130, ['No, keep it', 'Yes, remove it'], 'No, keep it']);
    expect(linesOf(stderr)).toEqual([
      ...SAID.map((line) => `- ${line}`),
      PROMOTED,
      ...WARNED,
      'Quit. Nothing was changed.',
    ]);
    expect(files()).toEqual(before);
  });

  test('who says yes gets it, and is not told all of it again', async () => {
    const { answer, write, read } = commands();
    write('openclaw.json', CONFIG);
    const { code, stdout, stderr } = await answer([{ ...ask, answers: 'Yes, remove it' }], ['onboard', '--remove']);
    expect([code, stdout, read('openclaw.json')]).toEqual([0, '', AFTER]);
    const [, end] = stderr.split(WARNED.at(-1) ?? '');
    expect(linesOf(end ?? '')).toEqual([
      '* Hugging Face was removed',
      'Config   ~/.openclaw/openclaw.json',
      'Undo     openclaw config undo',
    ]);
  });

  test('who takes out a token alone is told that, and of no config', async () => {
    const { answer, write, stateDir } = commands();
    write('.env', `HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
    const { code, stderr } = await answer([{ ...ask, answers: 'Yes, remove it' }], ['onboard', '--remove', '--token']);
    expect([code, linesOf(stderr).at(-1)]).toEqual([0, `* HUGGINGFACE_HUB_TOKEN removed from ${stateDir}/.env`]);
  });

  test('is asked nothing where nothing would go', async () => {
    const { answer } = commands();
    expect((await answer([], ['onboard', '--remove'])).code).toBe(0);
  });

  test('without a terminal: the command that asks nothing', async () => {
    const { run, write } = commands();
    write('openclaw.json', CONFIG);
    expect(failureOf(await run(['onboard', '--remove']))).toEqual({
      code: 2,
      says: [
        "Can't ask before removing without a terminal.",
        'Run instead: openclaw onboard --remove --non-interactive',
      ],
    });
  });
});

test.each([
  ['--token', '--token is used with --remove only.', 'Pass both: openclaw onboard --remove --token'],
  ['--remove --model a/b', '--remove and --model exclude each other.', 'Pass one of them: openclaw onboard --remove'],
  [
    '--remove --bill-to acme',
    '--remove and --bill-to exclude each other.',
    'Pass one of them: openclaw onboard --remove',
  ],
  ['--remove --from x', '--remove and --from exclude each other.', 'Pass one of them: openclaw onboard --remove'],
])('onboard %s is refused', async (flags, ...says) => {
  const { run } = commands();
  expect(failureOf(await run(['onboard', ...flags.split(' ')]))).toEqual({ code: 2, says });
});
