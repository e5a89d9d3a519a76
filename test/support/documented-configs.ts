export const R1 = 'huggingface/deepseek-ai/DeepSeek-R1';
const QWEN3 = 'huggingface/Qwen/Qwen3-8B';
const QWEN25 = 'huggingface/Qwen/Qwen2.5-7B-Instruct';
const LLAMA31 = 'huggingface/meta-llama/Llama-3.1-8B-Instruct';

/** One of the documentation's complete configurations (`providers/huggingface`), and the flags that lead to it. */
export type DocumentedConfig = {
  name: string;
  flags: string[];
  /** `agents.defaults` as the documentation has it. */
  defaults: {
    model: { primary: string; fallbacks?: string[] };
    models: Record<string, { alias: string }>;
  };
  /** What `models list` says of the configured ones, in its order. */
  listed: [key: string, ...tags: string[]][];
};

export const DOCUMENTED_CONFIGS: readonly DocumentedConfig[] = [
  {
    name: 'primary DeepSeek R1 with Qwen fallback',
    flags: ['--fallback', 'Qwen/Qwen3-8B'],
    defaults: {
      model: { primary: R1, fallbacks: [QWEN3] },
      models: { [R1]: { alias: 'DeepSeek R1' }, [QWEN3]: { alias: 'Qwen3 8B' } },
    },
    listed: [
      [R1, 'default', 'configured', 'alias:DeepSeek R1'],
      [QWEN3, 'fallback#1', 'configured', 'alias:Qwen3 8B'],
    ],
  },
  {
    name: 'Qwen as default, with :cheapest and :fastest variants',
    flags: [
      ...['--model', 'Qwen/Qwen3-8B'],
      ...['--alias', 'Qwen/Qwen3-8B:cheapest=Qwen3 8B (cheapest)'],
      ...['--alias', 'Qwen/Qwen3-8B:fastest=Qwen3 8B (fastest)'],
    ],
    defaults: {
      model: { primary: QWEN3 },
      models: {
        [QWEN3]: { alias: 'Qwen3 8B' },
        [`${QWEN3}:cheapest`]: { alias: 'Qwen3 8B (cheapest)' },
        [`${QWEN3}:fastest`]: { alias: 'Qwen3 8B (fastest)' },
      },
    },
    listed: [
      [QWEN3, 'default', 'configured', 'alias:Qwen3 8B'],
      [`${QWEN3}:cheapest`, 'configured', 'alias:Qwen3 8B (cheapest)'],
      [`${QWEN3}:fastest`, 'configured', 'alias:Qwen3 8B (fastest)'],
    ],
  },
  {
    name: 'DeepSeek + Llama + GPT-OSS with aliases',
    flags: [
      ...['--model', 'deepseek-ai/DeepSeek-V3.2'],
      ...['--fallback', 'meta-llama/Llama-3.3-70B-Instruct', '--fallback', 'openai/gpt-oss-120b'],
      ...['--alias', 'meta-llama/Llama-3.3-70B-Instruct=Llama 3.3 70B'],
    ],
    defaults: {
      model: {
        primary: 'huggingface/deepseek-ai/DeepSeek-V3.2',
        fallbacks: ['huggingface/meta-llama/Llama-3.3-70B-Instruct', 'huggingface/openai/gpt-oss-120b'],
      },
      models: {
        'huggingface/deepseek-ai/DeepSeek-V3.2': { alias: 'DeepSeek V3.2' },
        'huggingface/meta-llama/Llama-3.3-70B-Instruct': { alias: 'Llama 3.3 70B' },
        'huggingface/openai/gpt-oss-120b': { alias: 'GPT-OSS 120B' },
      },
    },
    listed: [
      ['huggingface/deepseek-ai/DeepSeek-V3.2', 'default', 'configured', 'alias:DeepSeek V3.2'],
      ['huggingface/meta-llama/Llama-3.3-70B-Instruct', 'fallback#1', 'configured', 'alias:Llama 3.3 70B'],
      ['huggingface/openai/gpt-oss-120b', 'fallback#2', 'configured', 'alias:GPT-OSS 120B'],
    ],
  },
  {
    name: 'force a specific backend with :provider',
    flags: [
      ...['--model', 'deepseek-ai/DeepSeek-R1:together'],
      ...['--alias', 'deepseek-ai/DeepSeek-R1:together=DeepSeek R1 (Together)'],
    ],
    defaults: {
      model: { primary: `${R1}:together` },
      models: { [`${R1}:together`]: { alias: 'DeepSeek R1 (Together)' } },
    },
    listed: [[`${R1}:together`, 'default', 'configured', 'alias:DeepSeek R1 (Together)']],
  },
  {
    name: 'multiple Qwen and DeepSeek models with policy suffixes',
    flags: [
      ...['--model', 'Qwen/Qwen2.5-7B-Instruct:cheapest'],
      ...['--alias', 'Qwen/Qwen2.5-7B-Instruct=Qwen2.5 7B'],
      ...['--alias', 'Qwen/Qwen2.5-7B-Instruct:cheapest=Qwen2.5 7B (cheap)'],
      ...['--alias', 'deepseek-ai/DeepSeek-R1:fastest=DeepSeek R1 (fast)'],
      ...['--alias', 'meta-llama/Llama-3.1-8B-Instruct=Llama 3.1 8B'],
    ],
    defaults: {
      model: { primary: `${QWEN25}:cheapest` },
      models: {
        [QWEN25]: { alias: 'Qwen2.5 7B' },
        [`${QWEN25}:cheapest`]: { alias: 'Qwen2.5 7B (cheap)' },
        [`${R1}:fastest`]: { alias: 'DeepSeek R1 (fast)' },
        [LLAMA31]: { alias: 'Llama 3.1 8B' },
      },
    },
    listed: [
      [`${QWEN25}:cheapest`, 'default', 'configured', 'alias:Qwen2.5 7B (cheap)'],
      [`${R1}:fastest`, 'configured', 'alias:DeepSeek R1 (fast)'],
      [LLAMA31, 'configured', 'alias:Llama 3.1 8B'],
      [QWEN25, 'configured', 'alias:Qwen2.5 7B'],
    ],
  },
];
