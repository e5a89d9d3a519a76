import { expect, test } from 'vitest';
import { fixtureText } from '../../scripts/stand-in/answers.js';
import { BUILT_IN_MODELS } from '../../src/catalog/built-in/built-in.ts';
import { nameFromId } from '../../src/catalog/names.ts';

/** Every id of the recorded list, in its order, with its display name. */
const NAMES = `
deepseek-ai/DeepSeek-V4-Pro-0813                    DeepSeek V4 Pro 0813
zai-org/GLM-4.7-FP8                                 GLM 4.7 FP8
CohereLabs/command-a-plus-05-2026-bf16              Command A Plus 05 2026 BF16
CohereLabs/command-a-plus-05-2026-fp8               Command A Plus 05 2026 FP8
CohereLabs/command-a-plus-05-2026-w4a4              Command A Plus 05 2026 W4A4
CohereLabs/command-a-vision-07-2025                 Command A Vision 07 2025
Qwen/Qwen3.8-2.4T-A95B                              Qwen3.8 2.4T A95B
zai-org/GLM-4.5                                     GLM 4.5
meta-models/Muse-Glimmer-30B                        Muse Glimmer 30B
nvidia/NVIDIA-Nemotron-3.5-Lightning-30B-A3B-BF16   NVIDIA Nemotron 3.5 Lightning 30B A3B BF16
CohereLabs/command-a-translate-08-2025              Command A Translate 08 2025
deepseek-ai/DeepSeek-V4-Flash-0731                  DeepSeek V4 Flash 0731
thinkingmachines/Inkling-Small                      Inkling Small
NousResearch/Hermes-3-Llama-3.1-70B                 Hermes 3 Llama 3.1 70B
Qwen/Qwen3-30B-A3B                                  Qwen3 30B A3B
moonshotai/Kimi-K3                                  Kimi K3
tencent/Hy3                                         Hy3
XiaomiMiMo/MiMo-V2.5                                MiMo V2.5
zai-org/GLM-4.6-FP8                                 GLM 4.6 FP8
swiss-ai/Apertus-v1.5-70B                           Apertus V1.5 70B
swiss-ai/Apertus-v1.5-8B                            Apertus V1.5 8B
Qwen/Qwen2.5-VL-72B-Instruct                        Qwen2.5 VL 72B Instruct
deepseek-ai/DeepSeek-R1-Distill-Qwen-14B            DeepSeek R1 Distill Qwen 14B
thinkingmachines/Inkling                            Inkling
prism-ml/Ternary-Bonsai-27B-AWQ-4bit                Ternary Bonsai 27B AWQ 4bit
prism-ml/Ternary-Bonsai-27B-gguf                    Ternary Bonsai 27B GGUF
CohereLabs/tiny-aya-fire                            Tiny Aya Fire
XiaomiMiMo/MiMo-V2.5-Pro                            MiMo V2.5 Pro
nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B-BF16       NVIDIA Nemotron 3 Ultra 550B A55B BF16
stepfun-ai/Step-3.7-Flash                           Step 3.7 Flash
google/gemma-3-12b-it                               Gemma 3 12B IT
google/gemma-3-4b-it                                Gemma 3 4B IT
microsoft/phi-4                                     Phi 4
speakleash/Bielik-11B-v3.0-Instruct                 Bielik 11B V3.0 Instruct
zai-org/GLM-5.2                                     GLM 5.2
zai-org/GLM-5.2-FP8                                 GLM 5.2 FP8
moonshotai/Kimi-K2.7-Code                           Kimi K2.7 Code
MiniMaxAI/MiniMax-M3                                MiniMax M3
nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B-NVFP4      NVIDIA Nemotron 3 Ultra 550B A55B NVFP4
Qwen/Qwen3.6-27B                                    Qwen3.6 27B
meta-llama/Llama-4-Scout-17B-16E-Instruct           Llama 4 Scout 17B 16E Instruct
CohereLabs/c4ai-command-r7b-12-2024                 C4AI Command R7B 12 2024
pearl-ai/Gemma-4-31B-it-pearl                       Gemma 4 31B IT Pearl
inclusionAI/Ling-2.6-1T                             Ling 2.6 1T
deepseek-ai/DeepSeek-V4-Pro                         DeepSeek V4 Pro
deepseek-ai/DeepSeek-V4-Flash                       DeepSeek V4 Flash
deepseek-ai/DeepSeek-V3.2                           DeepSeek V3.2
stepfun-ai/Step-3.5-Flash                           Step 3.5 Flash
Qwen/Qwen3.6-35B-A3B                                Qwen3.6 35B A3B
zai-org/GLM-4.7-Flash                               GLM 4.7 Flash
moonshotai/Kimi-K2.6                                Kimi K2.6
MiniMaxAI/MiniMax-M2.7                              MiniMax M2.7
zai-org/GLM-5.1                                     GLM 5.1
google/gemma-4-31B-it                               Gemma 4 31B IT
google/gemma-4-26B-A4B-it                           Gemma 4 26B A4B IT
Qwen/Qwen3.5-9B                                     Qwen3.5 9B
CohereLabs/tiny-aya-global                          Tiny Aya Global
CohereLabs/tiny-aya-earth                           Tiny Aya Earth
CohereLabs/tiny-aya-water                           Tiny Aya Water
Qwen/Qwen3.5-122B-A10B                              Qwen3.5 122B A10B
Qwen/Qwen3.5-35B-A3B                                Qwen3.5 35B A3B
Qwen/Qwen3.5-27B                                    Qwen3.5 27B
Qwen/Qwen3.5-397B-A17B                              Qwen3.5 397B A17B
MiniMaxAI/MiniMax-M2.5                              MiniMax M2.5
zai-org/GLM-5                                       GLM 5
Qwen/Qwen3-VL-235B-A22B-Instruct                    Qwen3 VL 235B A22B Instruct
google/gemma-3n-E4B-it                              Gemma 3n E4B IT
Qwen/Qwen3-Coder-Next                               Qwen3 Coder Next
moonshotai/Kimi-K2.5                                Kimi K2.5
zai-org/GLM-4.7                                     GLM 4.7
MiniMaxAI/MiniMax-M2.1                              MiniMax M2.1
zai-org/AutoGLM-Phone-9B-Multilingual               AutoGLM Phone 9B Multilingual
MiniMaxAI/MiniMax-M2                                MiniMax M2
Qwen/Qwen3-VL-30B-A3B-Instruct                      Qwen3 VL 30B A3B Instruct
aisingapore/Qwen-SEA-LION-v4-32B-IT                 Qwen SEA-LION V4 32B IT
deepcogito/cogito-671b-v2.1                         Cogito 671B V2.1
deepcogito/cogito-671b-v2.1-FP8                     Cogito 671B V2.1 FP8
openai/gpt-oss-safeguard-20b                        GPT-OSS Safeguard 20B
zai-org/GLM-4.5V-FP8                                GLM 4.5V FP8
deepseek-ai/DeepSeek-V3.2-Exp                       DeepSeek V3.2 Exp
zai-org/GLM-4.6                                     GLM 4.6
deepseek-ai/DeepSeek-V3.1-Terminus                  DeepSeek V3.1 Terminus
Qwen/Qwen3-VL-235B-A22B-Thinking                    Qwen3 VL 235B A22B Thinking
zai-org/GLM-4.6V                                    GLM 4.6V
zai-org/GLM-4.6V-Flash                              GLM 4.6V Flash
zai-org/GLM-4.6V-FP8                                GLM 4.6V FP8
Qwen/Qwen3-235B-A22B-Thinking-2507                  Qwen3 235B A22B Thinking 2507
Qwen/Qwen3-Next-80B-A3B-Instruct                    Qwen3 Next 80B A3B Instruct
moonshotai/Kimi-K2-Instruct-0905                    Kimi K2 Instruct 0905
openai/gpt-oss-20b                                  GPT-OSS 20B
swiss-ai/Apertus-8B-Instruct-2509                   Apertus 8B Instruct 2509
openai/gpt-oss-120b                                 GPT-OSS 120B
Qwen/Qwen3-Coder-30B-A3B-Instruct                   Qwen3 Coder 30B A3B Instruct
meta-llama/Llama-3.1-8B-Instruct                    Llama 3.1 8B Instruct
deepseek-ai/DeepSeek-R1                             DeepSeek R1
swiss-ai/Apertus-70B-Instruct-2509                  Apertus 70B Instruct 2509
Qwen/Qwen3-4B-Instruct-2507                         Qwen3 4B Instruct 2507
Qwen/Qwen3-Coder-480B-A35B-Instruct                 Qwen3 Coder 480B A35B Instruct
Qwen/Qwen3-4B-Thinking-2507                         Qwen3 4B Thinking 2507
moonshotai/Kimi-K2-Instruct                         Kimi K2 Instruct
zai-org/GLM-4.5V                                    GLM 4.5V
deepseek-ai/DeepSeek-V3.1                           DeepSeek V3.1
Qwen/Qwen3-8B                                       Qwen3 8B
google/gemma-3-27b-it                               Gemma 3 27B IT
zai-org/GLM-4.5-Air                                 GLM 4.5 Air
Qwen/Qwen2.5-7B-Instruct                            Qwen2.5 7B Instruct
Qwen/Qwen3-32B                                      Qwen3 32B
Qwen/Qwen3-235B-A22B-Instruct-2507                  Qwen3 235B A22B Instruct 2507
meta-llama/Llama-3.3-70B-Instruct                   Llama 3.3 70B Instruct
Qwen/Qwen3-235B-A22B                                Qwen3 235B A22B
Qwen/Qwen2.5-Coder-32B-Instruct                     Qwen2.5 Coder 32B Instruct
deepseek-ai/DeepSeek-R1-Distill-Qwen-7B             DeepSeek R1 Distill Qwen 7B
deepseek-ai/DeepSeek-V3                             DeepSeek V3
deepseek-ai/DeepSeek-V3-0324                        DeepSeek V3 0324
baidu/ERNIE-4.5-VL-424B-A47B-Base-PT                ERNIE 4.5 VL 424B A47B Base PT
deepseek-ai/DeepSeek-R1-0528                        DeepSeek R1 0528
Qwen/Qwen3-14B                                      Qwen3 14B
MiniMaxAI/MiniMax-M1-80k                            MiniMax M1 80k
Qwen/Qwen2.5-Coder-7B-Instruct                      Qwen2.5 Coder 7B Instruct
aisingapore/Gemma-SEA-LION-v4-27B-IT                Gemma SEA-LION V4 27B IT
meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8   Llama 4 Maverick 17B 128E Instruct FP8
deepseek-ai/DeepSeek-R1-Distill-Llama-8B            DeepSeek R1 Distill Llama 8B
Qwen/Qwen2.5-72B-Instruct                           Qwen2.5 72B Instruct
meta-llama/Llama-Guard-4-12B                        Llama Guard 4 12B
Sao10K/L3-8B-Stheno-v3.2                            L3 8B Stheno V3.2
CohereLabs/c4ai-command-r-08-2024                   C4AI Command R 08 2024
CohereLabs/aya-expanse-32b                          Aya Expanse 32B
CohereLabs/c4ai-command-a-03-2025                   C4AI Command A 03 2025
CohereLabs/command-a-reasoning-08-2025              Command A Reasoning 08 2025
alpindale/WizardLM-2-8x22B                          WizardLM 2 8x22B
deepseek-ai/DeepSeek-R1-Distill-Llama-70B           DeepSeek R1 Distill Llama 70B
CohereLabs/aya-vision-32b                           Aya Vision 32B
CohereLabs/c4ai-command-r7b-arabic-02-2025          C4AI Command R7B Arabic 02 2025
Sao10K/L3-8B-Lunaris-v1                             L3 8B Lunaris V1
zai-org/GLM-4-32B-0414                              GLM 4 32B 0414
Qwen/Qwen2.5-Coder-3B-Instruct                      Qwen2.5 Coder 3B Instruct
deepreinforce-ai/Ornith-1.0-35B                     Ornith 1.0 35B
`;

test('every id of the recorded list has its display name', () => {
  const ids: string[] = JSON.parse(fixtureText('router-models.json')).data.map(({ id }: { id: string }) => id);
  const table = ids.map((id) => `${id.padEnd(50)}  ${nameFromId(id)}`).join('\n');
  expect(`\n${table}\n`).toBe(NAMES);
});

test("the documentation's ten are derived as the documentation names them", () => {
  expect(BUILT_IN_MODELS.map(({ id }) => nameFromId(id))).toEqual(BUILT_IN_MODELS.map(({ name }) => name));
});

test.each([
  ['org/alpha-10b', 'Alpha 10B'],
  ['org/--odd--', 'Odd'],
  ['org/o1-preview', 'O1 Preview'],
  ['name', 'Name'],
])('%s: %s', (id, name) => {
  expect(nameFromId(id)).toBe(name);
});
