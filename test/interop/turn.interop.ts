import { expect, test } from 'vitest';
import { fixtureAnswer } from '../../scripts/stand-in/answers.js';
import { accountIn } from '../support/account.ts';
import { TOKEN, useProgram, WITH_TOKEN } from '../support/program.ts';
import { agentTurn, limitPlugins, onEachVersion, takeTurn } from './support.ts';

const program = useProgram();

const R1 = 'deepseek-ai/DeepSeek-R1';
const CHAIN = [R1, 'Qwen/Qwen3-8B', 'openai/gpt-oss-120b:cheapest'];
const WITH_CHAIN = [...WITH_TOKEN, ...CHAIN.slice(1).flatMap((model) => ['--fallback', model])];
const CONTEXT = 64_000;

const unavailable = fixtureAnswer('chat-error-503-unavailable.json');
const notServed = fixtureAnswer('chat-error-400-model-not-supported.json');
const noCredits = fixtureAnswer('chat-error-402-credits-depleted.json');

/** The models of these requests, each attempt once. */
function modelsOf(completions: readonly { model: string }[]): string[] {
  return [...new Set(completions.map(({ model }) => model))];
}

onEachVersion((real) => {
  const isOld = real.version.startsWith('2026.4.');

  test('a turn carries the chosen model, the stored token, the billed organisation, and leaves room for the prompt', async () => {
    const at = program();
    limitPlugins(real, at);
    at.service.script('/api/whoami-v2', accountIn(['example-org']));
    expect((await at.onboard([...WITH_TOKEN, '--bill-to', 'Example-Org'])).code).toBe(0);
    const billed = at.read('openclaw.json');
    at.asked();
    expect(await takeTurn(real, at)).toMatchObject({ code: 0, stdout: expect.stringContaining('Paris.') });
    expect(at.service.completions).toMatchObject([
      { bearer: TOKEN, model: R1, headers: { host: 'router.huggingface.co', 'x-hf-bill-to': 'example-org' } },
    ]);
    const [sent] = at.service.completions;
    expect(sent?.maxTokens).toBeGreaterThan(1_000);
    expect(sent?.maxTokens).toBeLessThanOrEqual(CONTEXT / 4);
    expect(at.read('openclaw.json')).toBe(billed);
  });

  test('without an organisation none is billed, and --bill-to none leaves the config as it was without one', async () => {
    const at = program();
    limitPlugins(real, at);
    await at.onboard([...WITH_TOKEN]);
    const usual = at.read('openclaw.json');
    await at.onboard(['--bill-to', 'example-org', '--verify', 'off']);
    expect(at.read('openclaw.json')).not.toBe(usual);
    await at.onboard(['--bill-to', 'none']);
    await takeTurn(real, at);
    expect(at.read('openclaw.json')).toBe(usual);
    expect(at.service.completions).toMatchObject([{ bearer: TOKEN, model: R1 }]);
    expect(at.service.completions[0]?.headers).not.toHaveProperty('x-hf-bill-to');
  });

  // 2026.4 takes the entry `huggingface/*` for one more model.
  test(`a model that was not chosen is ${isOld ? 'refused' : 'allowed'}`, async () => {
    const at = program();
    limitPlugins(real, at);
    await at.onboard([...WITH_TOKEN]);
    const { stderr } = await real.run([...agentTurn, '--model', 'huggingface/openai/gpt-oss-20b'], at);
    expect(stderr.includes('Model override "huggingface/openai/gpt-oss-20b" is not allowed')).toBe(isOld);
    expect(modelsOf(at.service.completions)).toEqual(isOld ? [] : ['openai/gpt-oss-20b']);
  });

  test.skipIf(isOld)('fallbacks are taken in our order, after a 503 and after a model that is not served', async () => {
    const at = program();
    limitPlugins(real, at);
    await at.onboard(WITH_CHAIN);
    at.service.scriptModel(R1, unavailable);
    at.service.scriptModel('Qwen/Qwen3-8B', notServed);
    expect(await takeTurn(real, at)).toMatchObject({ code: 0, stdout: expect.stringContaining('Paris.') });
    expect(modelsOf(at.service.completions)).toEqual(CHAIN);
  });

  test.skipIf(isOld)('after a 402 the next one in the chain is taken', async () => {
    const at = program();
    limitPlugins(real, at);
    await at.onboard(WITH_CHAIN);
    at.service.scriptModel(R1, noCredits);
    await takeTurn(real, at);
    expect(modelsOf(at.service.completions)).toEqual(CHAIN.slice(0, 2));
  });
});
