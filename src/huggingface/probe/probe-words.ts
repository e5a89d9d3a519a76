import type { OpenclawError } from '../../errors.ts';
import type { Probe } from './probe-model.ts';

/** What a probe showed, as one sentence without a subject; what helps after a failure is `remedyFor` or `fallbackWords`. */
export function probeWords(probe: Probe): string {
  if (probe.kind === 'failed') return `failed. ${probe.error.message}`;
  const who = probe.inferenceProvider ?? 'an unnamed inference provider';
  return `answered by ${who} in ${probe.latencyMs} ms, ${toolWords(probe.tools)}`;
}

function toolWords(tools: boolean | null): string {
  if (tools === null) return 'but it was cut off before it could call the tool';
  return tools ? 'the tool call came' : 'but no tool call came, and OpenClaw needs tools';
}

/** The next step after a failure, before anything was written: the error's own, and another model only where that helps. */
export function remedyFor({ code, hint }: OpenclawError): string {
  const other = MODEL_FAILURES.has(code) ? 'choose another model with --model, or go on' : 'go on';
  return hint === undefined ? `Or ${other} without --probe.` : `${hint}\nOr ${other} without --probe.`;
}

/** Failures of one model or its inference provider; what is the token's, the account's or the network's stops them all. */
const MODEL_FAILURES = new Set(['model_unknown', 'model_not_served', 'rate_limited', 'service_error']);

/** Whether a fallback in the chain would answer instead. */
export function fallbackWords({ error, tools }: Extract<Probe, { kind: 'failed' }>): string {
  if (error.code === 'credits_exhausted')
    return 'This stops every Hugging Face model: only a fallback of another provider helps, or credits: https://huggingface.co/settings/billing';
  if (error.code === 'token_rejected' || error.code === 'token_permission')
    return 'This stops every Hugging Face model: no fallback among them helps.';
  if (tools === false) return 'A fallback helps, or another inference provider: org/model:provider';
  return 'A fallback helps.';
}

/** The members of a probe in the JSON of `models status`; `onboard --json` has four of them. */
export function probeDocument(probe: Probe) {
  const { latencyMs, inferenceProvider, tools } = probe;
  const shared = { latencyMs, inferenceProvider, tools };
  if (probe.kind === 'answered') return { ok: true, status: probe.status, ...shared, code: null, message: null };
  const { code, message, status = null } = probe.error;
  return { ok: false, status, ...shared, code, message };
}
