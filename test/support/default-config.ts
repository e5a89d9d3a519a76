/** The file that a run leaves where there was none and every answer was the one that is offered. */
export const DEFAULT_CONFIG = `// OpenClaw config, made by openclaw-onboard. Comments and order are yours: nothing here is rewritten.
{
  agents: {
    defaults: {
      model: { primary: "huggingface/deepseek-ai/DeepSeek-R1" },
      models: {
        "huggingface/deepseek-ai/DeepSeek-R1": { alias: "DeepSeek R1" },
        "huggingface/*": {},
      },
    },
  },
  models: {
    providers: {
      huggingface: {
        baseUrl: "https://router.huggingface.co/v1",
        api: "openai-completions",
        models: [
          {
            id: "deepseek-ai/DeepSeek-R1",
            name: "DeepSeek R1",
            reasoning: true,
            input: ["text"],
            cost: { input: 3, output: 7, cacheRead: 3, cacheWrite: 3 },
            contextWindow: 64000,
            maxTokens: 16000,
          },
        ],
      },
    },
  },
  gateway: { mode: "local" },
}
`;
