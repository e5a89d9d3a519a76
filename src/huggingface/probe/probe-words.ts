import type { Words } from '../../words/words.ts';
import type { ServiceError } from '../failures/service-error.ts';
import type { Probe } from './probe-model.ts';

/** What a probe showed, as one sentence without a subject; what helps after a failure is the error's hint, or `fallbackWords`. */
export function probeWords(probe: Probe, { probes }: Pick<Words, 'probes'>): string {
  if (probe.kind === 'failed') return probes.failed({ why: probe.error.problem });
  return probes.answered(probe);
}

/** Whether it is a failure of one model or its inference provider; the token's, the account's and the network's stop them all. */
export function isModelsFailure({ code }: ServiceError): boolean {
  return ['model_unknown', 'model_not_served', 'rate_limited', 'service_error'].includes(code);
}

/** Whether a fallback in the chain would answer instead. */
export function fallbackWords(
  { error, tools }: Extract<Probe, { kind: 'failed' }>,
  { probes }: Pick<Words, 'probes'>,
): string {
  if (error.code === 'credits_exhausted') return probes['all-need-credits'];
  if (error.code === 'token_rejected' || error.code === 'token_permission') return probes['all-need-token'];
  return probes[tools === false ? 'fallback-or-tools-helps' : 'fallback-helps'];
}

/** The members of a probe in the JSON of `models status`; `onboard --json` has four of them. */
export function probeDocument(probe: Probe) {
  const { latencyMs, inferenceProvider, tools } = probe;
  const shared = { latencyMs, inferenceProvider, tools };
  if (probe.kind === 'answered') return { ok: true, status: probe.status, ...shared, code: null, message: null };
  const { code, message, status = null } = probe.error;
  return { ok: false, status, ...shared, code, message };
}
