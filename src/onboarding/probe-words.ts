import type { Probe } from '../huggingface/probe-model.ts';

/** What a test message showed, in one sentence; a 402 and a 403 say what helps. */
export function probeWords({ ok, latencyMs, inferenceProvider, tools, code, message }: Probe): string {
  const who = inferenceProvider ?? 'an unnamed inference provider';
  if (ok) return `Test message: answered by ${who} in ${latencyMs} ms, ${toolWords(tools)}`;
  return [`Test message failed: ${message ?? 'no answer'}`, REMEDIES[code ?? '']].filter(Boolean).join(' ');
}

function toolWords(tools: boolean | null): string {
  if (tools === null) return 'it was cut off before it could call the tool';
  return tools ? 'the tool call came' : 'but no tool call came';
}

const REMEDIES: Record<string, string> = {
  credits_exhausted:
    'Credits are bought at https://huggingface.co/settings/billing; until then no Hugging Face model answers.',
  token_permission: 'Tick "Make calls to Inference Providers" for the token at https://huggingface.co/settings/tokens.',
};
