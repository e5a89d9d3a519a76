import { describe, expect, test } from 'vitest';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, OTHER_TOKEN, TOKEN, WITH_TOKEN } from '../../support/program.ts';

const commands = useCommands();
const DRY = ['--dry-run', '--exit-code'];
const MEGABYTE = 1024 * 1024;

describe('--dry-run --exit-code', () => {
  test('is 8 where something would change, 0 where nothing would', async () => {
    const { onboard, files } = commands();
    expect((await onboard([...WITH_TOKEN, ...DRY])).code).toBe(8);
    expect((await onboard([...WITH_TOKEN, '--dry-run'])).code).toBe(0);
    expect(files()).toEqual({});
    await onboard(WITH_TOKEN);
    expect((await onboard([...WITH_TOKEN, ...DRY])).code).toBe(0);
  });

  test('with --json the one document is the same', async () => {
    const { onboard } = commands();
    const { code, ...run } = await onboard([...WITH_TOKEN, ...DRY, '--json']);
    expect([code, documentOf({ code, ...run })]).toMatchObject([8, { ok: true, changed: false, wouldChange: true }]);
  });

  test('is 8 where .env alone would change', async () => {
    const { onboard } = commands();
    await onboard(WITH_TOKEN);
    const other = ['--huggingface-api-key', OTHER_TOKEN, '--verify', 'off'];
    expect((await onboard([...other, ...DRY])).code).toBe(8);
  });

  test('a failure keeps its own code', async () => {
    const { onboard } = commands();
    expect((await onboard(['--huggingface-api-key', OTHER_TOKEN, ...DRY])).code).toBe(4);
  });

  test('a person who is shown the plan gets the same code', async () => {
    const { answer } = commands();
    const flags = [...WITH_TOKEN, '--model', 'Qwen/Qwen3-8B:cheapest', ...DRY];
    const { code } = await answer([], ['onboard', '--auth-choice', 'huggingface-api-key', ...flags]);
    expect(code).toBe(8);
  });

  test('--exit-code alone is refused', async () => {
    const { onboard } = commands();
    expect(failureOf(await onboard([...WITH_TOKEN, '--exit-code']))).toEqual({
      code: 2,
      says: ['--exit-code is used with --dry-run only.', 'Pass both: openclaw onboard --dry-run --exit-code'],
    });
  });
});

describe('what would be too large to be read again is refused, with --dry-run too', () => {
  test('a config', async () => {
    const { onboard, write, config } = commands();
    write('openclaw.json', `{}${' '.repeat(20 * MEGABYTE - 2)}`);
    const says = (run: Awaited<ReturnType<typeof onboard>>) => failureOf(run).says[0];
    const message = expect.stringMatching(`^${config} would become \\d+ bytes, and at most 20 MB`);
    expect(says(await onboard([...WITH_TOKEN, '--dry-run']))).toEqual(message);
    expect(says(await onboard(WITH_TOKEN))).toEqual(message);
  });

  test('.env', async () => {
    const { onboard, write, stateDir } = commands();
    write('.env', `#${' '.repeat(MEGABYTE - 1)}`);
    const { code, says } = failureOf(await onboard([...WITH_TOKEN, '--dry-run']));
    expect([code, says[0]]).toEqual([3, expect.stringMatching(`^${stateDir}/.env would become \\d+ bytes`)]);
  });

  test.each([[['--dry-run']], [[]]])("OpenClaw's models.json: models refresh %s", async (flags) => {
    const { run, write, read, stateDir, service } = commands();
    const path = 'agents/main/agent/models.json';
    const text = `{"providers":{}}${' '.repeat(20 * MEGABYTE - 20)}`;
    write(path, text);
    service.script('/v1/models', { body: { data: [{ id: 'a/One', providers: [] }] } });
    const refreshed = await run(['models', 'refresh', ...flags], { env: { HF_TOKEN: TOKEN } });
    const { code, says } = failureOf(refreshed);
    expect([code, says[0]]).toEqual([3, expect.stringMatching(`^${stateDir}/${path} would become \\d+ bytes`)]);
    expect(read(path) === text).toBe(true);
  });
});
