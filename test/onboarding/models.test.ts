import { expect, test } from 'vitest';
import { useCommands } from '../support/in-process.ts';
import { TOKEN } from '../support/program.ts';
import { CTRL_C } from '../support/scripted-prompt.ts';
import { asks, finds } from '../support/steps.ts';

const commands = useCommands();
const FROM_ENV = { env: { HF_TOKEN: TOKEN } };
const R1 = 'deepseek-ai/DeepSeek-R1';

test('the screen of the model question', async () => {
  const run = await commands().answer([asks.token, { ...asks.model, answers: CTRL_C }], undefined, FROM_ENV);
  expect(run.asked[1]?.screen).toBe(`\
? Default Hugging Face model  137 models, live · type to filter
                                     context  tools  image  $/M in   out
❯ deepseek-ai/DeepSeek-R1                64k  some            3.00  7.00
  deepseek-ai/DeepSeek-V3.2             164k  yes             0.27  0.40
  Qwen/Qwen3-8B                          41k  some            0.07  0.18
  Qwen/Qwen2.5-7B-Instruct               32k  some            0.07  0.07
  Qwen/Qwen3-32B                         33k  some            0.29  0.59
  meta-llama/Llama-3.3-70B-Instruct     100k  yes             0.85  1.20
  meta-llama/Llama-3.1-8B-Instruct       16k  no              0.02  0.05
  openai/gpt-oss-120b                   128k  some            0.35  0.75
  zai-org/GLM-4.7                       131k  yes             2.25  2.75
  moonshotai/Kimi-K2.5                  262k  yes    yes      0.60  3.00
  zai-org/GLM-5.2                       203k  yes             1.40  4.40
  openai/gpt-oss-20b                    131k  some            0.10  0.50
  zai-org/GLM-5                         203k  yes             1.00  3.20
  zai-org/GLM-5.1                       200k  yes             1.40  4.40
  MiniMaxAI/MiniMax-M2.5                197k  some            0.30  1.20
  deepseek-ai/DeepSeek-V4-Pro            66k  some            2.10  4.40
  ↓ 121 more

  DeepSeek R1 · 4 inference providers · 40 tokens/s · about $0.09 a turn
  ↑↓ move · tab complete · enter choose · esc back`);
});

test('the screen of the route question: its columns are those of the models, and the speed', async () => {
  const ours = commands();
  const run = await ours.answer(
    [asks.token, asks.model, { ...asks.route, answers: 'together' }, asks.apply],
    undefined,
    FROM_ENV,
  );
  expect(run.code).toBe(0);
  // In this run's terminal a dash is ASCII.
  expect(run.asked[2]?.screen).toBe(`\
? Route requests by 
                                 context  tools  $/M in   out  tokens/s
❯ Your Hugging Face order            64k  some     3.00  7.00        40
  Fastest                            64k  some     3.00  7.00        40
  Cheapest                           64k  some     3.00  7.00        34
  featherless-ai                       -  -           -     -         -
  novita                               -  no          -     -        40
  together                          131k  yes      3.00  7.00        34
- deepinfra   not answering now

  The order you set at https://hf.co/settings/inference-providers
  ↑↓ move · enter choose · esc back`);
  expect(run.asked[2]?.details?.together).toBe('Requests go to together and to no other');
  expect(run.stderr).toContain(`  Model       ${R1}, by together only\n`);
  expect(ours.read('openclaw.json')).toContain(`primary: "huggingface/${R1}:together"`);
  expect(ours.read('openclaw.json')).toContain('contextWindow: 131072,');
});

test.each([
  ['fastest', 'The router chooses by speed: the route is locked.', 'by the fastest inference provider'],
  ['cheapest', 'The router chooses by cost: the route is locked.', 'by the cheapest inference provider'],
])('a :%s variant locks the route, and says so', async (suffix, said, model) => {
  const ours = commands();
  const run = await ours.answer([asks.token, finds(asks.model, `qwen3-8b:${suffix}`), asks.apply], undefined, FROM_ENV);
  expect(run.code).toBe(0);
  expect(run.stderr).toContain(`✔ Default Hugging Face model  Qwen/Qwen3-8B:${suffix}\n  ${said}\n`);
  expect(run.stderr).toContain(`  Model       Qwen/Qwen3-8B, ${model}\n`);
  expect(run.stderr).toContain(`  Alias       Qwen3 8B (${suffix})\n`);
});

type Unserved = [what: string, typed: string, row: string, twice: boolean, warning: string];

test.each<Unserved>([
  [
    'a model whose inference providers are all in error',
    'minimax-m1-80k',
    'MiniMaxAI/MiniMax-M1-80k (not served now)',
    false,
    'No inference provider serves MiniMaxAI/MiniMax-M1-80k at the moment.',
  ],
  [
    'a pinned inference provider that is not live',
    'Qwen/Qwen3.6-27B:nscale',
    'Qwen/Qwen3.6-27B:nscale (not served now)',
    false,
    'nscale does not serve Qwen/Qwen3.6-27B at the moment (staging).',
  ],
  [
    'a model that is not in the list, on a second Enter',
    'acme/brand-new-model',
    'acme/brand-new-model (not in the list)',
    true,
    'No inference provider serves "acme/brand-new-model".',
  ],
])('%s is marked; chosen, as the default or as a fallback, it is warned of', async (_, typed, row, twice, warning) => {
  const id = row.replace(/ .*/, '');
  const route = id.includes(':') ? [] : [asks.route];
  const found = (step: typeof asks.model) => ({ ...finds(step, typed, id), ...(twice && { twice }) });
  const byDefault = await commands().answer([asks.token, found(asks.model), ...route, asks.apply], undefined, FROM_ENV);
  expect(byDefault.asked[1]?.rows).toContain(row);
  expect(byDefault.stderr).toContain(`! ${warning}\n`);
  const asFallback = await commands().answer(
    [
      asks.token,
      asks.model,
      asks.route,
      { ...asks.apply, answers: 'Add fallback models' },
      found(asks.fallbacks),
      { ...asks.fallbacks, answers: 'Done' },
      asks.apply,
    ],
    undefined,
    FROM_ENV,
  );
  expect(asFallback.stderr).toContain(`! ${warning}\n`);
});

test('an unlisted model is written with what its name tells', async () => {
  const ours = commands();
  const typed = { ...finds(asks.model, 'https://huggingface.co/acme/brand-new-model/tree/main'), twice: true } as const;
  const run = await ours.answer([asks.token, typed, asks.route, asks.apply], undefined, FROM_ENV);
  expect(run.asked[1]?.confirm).toMatch(
    /^No inference provider serves acme\/brand-new-model\. Nearest: \S+, \S+ or \S+\. Press Enter again to use it all the same\.$/,
  );
  expect(run.stderr).toContain('  Cost        unknown: no price is listed for it\n');
  expect(run.stderr).toContain('! The context window of acme/brand-new-model is unknown');
  expect(ours.read('openclaw.json')).toContain('name: "Brand New Model",');
});

const WITH_CHOICE = ['onboard', '--auth-choice', 'huggingface-api-key'];

test('flags answer their questions: only the rest is asked, and what they are warned of is said once', async () => {
  const ours = commands();
  const models = ['--model', 'MiniMaxAI/MiniMax-M1-80k', '--fallback', 'Qwen/Qwen3.6-27B:nscale'];
  const aliases = ['--alias', 'MiniMaxAI/MiniMax-M1-80k=m1', '--alias', 'Qwen/Qwen3.6-27B:nscale=qwen'];
  const run = await ours.answer([asks.token, asks.apply], [...WITH_CHOICE, ...models, ...aliases], FROM_ENV);
  expect(run.code).toBe(0);
  expect(run.stderr.match(/^! .* at the moment.*$/gm)).toEqual([
    '! No inference provider serves MiniMaxAI/MiniMax-M1-80k at the moment.',
    '! nscale does not serve Qwen/Qwen3.6-27B at the moment (staging).',
  ]);
  expect(run.stderr).toContain('  Alias       m1\n              qwen for Qwen/Qwen3.6-27B:nscale\n');
  expect(ours.read('openclaw.json')).toContain('"huggingface/Qwen/Qwen3.6-27B:nscale": { alias: "qwen" },');
});

test('a wrong --fallback ends the run before a model is asked for', async () => {
  const run = await commands().answer([asks.token], [...WITH_CHOICE, '--fallback', 'acme/nothing'], FROM_ENV);
  expect(run.code).toBe(7);
});
