/** A small list as the router sends it, and a config that names some of its models. */
export const LISTED = [
  { id: 'org/zeta', providers: [live('novita', { context_length: 1000, throughput: 10 })] },
  {
    id: 'org/alpha-10b',
    architecture: { input_modalities: ['text', 'image'], output_modalities: ['text'] },
    providers: [
      live('novita', {
        context_length: 200_000,
        pricing: { input: 1, output: 4 },
        supports_tools: true,
        throughput: 90,
      }),
      live('groq', {
        context_length: 100_000,
        pricing: { input: 3, output: 2 },
        supports_tools: false,
        throughput: 50,
      }),
    ],
  },
  {
    id: 'org/alpha-9b',
    providers: [live('groq', { context_length: 8000, pricing: { input: 0.1, output: 0.3 }, supports_tools: true })],
  },
  { id: 'org/painter', architecture: { output_modalities: ['image'] }, providers: [live('novita', {})] },
  { id: 'org/down', providers: [{ provider: 'novita', status: 'error' }] },
];

function live(provider: string, facts: object): object {
  return { provider, status: 'live', ...facts };
}

export const NAMING = `{
  agents: { defaults: {
    model: { primary: "huggingface/org/zeta", fallbacks: ["anthropic/opus", "huggingface/org/alpha-10b:cheapest"] },
    models: {
      "huggingface/org/zeta": { alias: "Omega" },
      "huggingface/org/gone": {},
      "anthropic/opus": { alias: "opus" },
    },
  } },
}
`;

/** The refs of a list, in its order. */
export function keysOf({ stdout }: { stdout: string }): string[] {
  const { models } = JSON.parse(stdout);
  return models.map(({ key }: { key: string }) => key.replace('huggingface/org/', ''));
}
