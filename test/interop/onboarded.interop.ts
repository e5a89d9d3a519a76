import JSON5 from 'json5';
import { expect, test } from 'vitest';
import { R1 } from '../support/documented-configs.ts';
import { documentOf, OTHER_TOKEN, type Program, TOKEN, useProgram, WITH_TOKEN } from '../support/program.ts';
import { limitPlugins, onEachVersion, type Real, takeTurn } from './support.ts';

const program = useProgram();

const OWN_STORE =
  /^OpenClaw goes on with the key in its own store .* To replace it: openclaw (models auth [\w-]+ --provider huggingface) \(OpenClaw 2026\.4: openclaw (models auth [\w-]+ --provider huggingface)\)$/;

/** A home that the real one set up, with a token that is not the one that ours is given next. */
async function onboardReal(real: Real, at: Program): Promise<void> {
  const flags = ['--non-interactive', '--mode', 'local', '--accept-risk', '--skip-health'];
  const choice = ['--auth-choice', 'huggingface-api-key', '--huggingface-api-key', OTHER_TOKEN];
  await real.succeed(['onboard', ...flags, ...choice], at);
  at.asked();
}

/** The token that its agent sends. */
async function bearerOf(real: Real, at: Program): Promise<string | undefined> {
  at.asked();
  await takeTurn(real, at);
  return at.service.completions[0]?.bearer;
}

onEachVersion((real) => {
  test('in a home that the real one onboarded, the token that is sent is the one that our report names', async () => {
    const at = program();
    limitPlugins(real, at);
    await onboardReal(real, at);
    const run = await at.onboard([...WITH_TOKEN, '--fallback', 'Qwen/Qwen3-8B', '--json']);
    const { warnings } = documentOf(run) as { warnings: string[] };
    const isOld = real.version.startsWith('2026.4.');
    const named = warnings.map((warning) => OWN_STORE.exec(warning)).find((found) => found !== null);
    const command = named?.[isOld ? 2 : 1];
    expect(command).toBeDefined();
    expect(await bearerOf(real, at)).toBe(OTHER_TOKEN);
    if (isOld || real.version.startsWith('2026.8.')) {
      // Its own entry states a context that is larger than the list's.
      expect(await at.run(['models', 'status', '--check'])).toMatchObject({ code: 8 });
      await at.run(['models', 'refresh', '--figures']);
    }
    expect(await at.run(['models', 'status', '--check'])).toMatchObject({ code: 0 });
    // That of 2026.4 asks in a terminal alone; then that token is sent.
    if (isOld) {
      expect(await real.succeed([...(command ?? '').split(' '), '--help'], at)).toContain('models auth paste-token');
      return;
    }
    await real.succeed((command ?? '').split(' '), { ...at, input: `${TOKEN}\n` });
    expect(await bearerOf(real, at)).toBe(TOKEN);
  });

  test('in a home that ours onboarded, the token of .env is sent, and none other is spoken of', async () => {
    const at = program();
    limitPlugins(real, at);
    const run = await at.onboard([...WITH_TOKEN, '--json']);
    expect((documentOf(run).warnings as string[]).filter((warning) => OWN_STORE.test(warning))).toEqual([]);
    expect(await bearerOf(real, at)).toBe(TOKEN);
  });

  test('nothing of ours is lost by its next write', async () => {
    const at = program();
    limitPlugins(real, at);
    await at.onboard([...WITH_TOKEN, '--fallback', 'Qwen/Qwen3-8B', '--alias', 'Qwen/Qwen3-8B:cheapest=quick']);
    const [ours, env] = [JSON5.parse(at.read('openclaw.json') ?? ''), at.read('.env')];
    await real.succeed(['models', 'set', 'huggingface/Qwen/Qwen3-8B'], at);
    const theirs = JSON5.parse(at.read('openclaw.json') ?? '');
    ours.agents.defaults.model.primary = 'huggingface/Qwen/Qwen3-8B';
    expect(theirs).toMatchObject(ours);
    expect(at.read('.env')).toBe(env);
    expect(await at.run(['models', 'set', R1])).toMatchObject({ code: 0 });
  });
});
