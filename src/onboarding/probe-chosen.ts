import { OpenclawError, rewrapped } from '../errors.ts';
import { type Probe, probeModel } from '../huggingface/probe/probe-model.ts';
import { isModelsFailure } from '../huggingface/probe/probe-words.ts';
import { requestHeaders } from '../huggingface/request/request-headers.ts';
import { applyChanges } from '../json5/change.ts';
import type { Planned } from '../setup/apply/apply.ts';
import type { Context } from '../setup/context.ts';
import type { System } from '../system.ts';
import { modelIdOf } from '../text/model-ref.ts';
import type { UnreadableToken } from '../token/unreadable-token.ts';
import type { Answers } from './answers.ts';

/** One real message through the default model, before anything is written and with the headers that it will then have. Rejects where it fails; null where it is not on Hugging Face. */
export async function probeChosen(
  { token, unreadable }: Answers,
  { plan, snapshot }: Planned,
  { endpoints, log }: Context,
  system: System,
): Promise<Probe | null> {
  const id = modelIdOf(plan.primary.ref ?? '');
  if (id === undefined) return null;
  if (unreadable !== null) throw notSendable(unreadable);
  const headers = requestHeaders(applyChanges(snapshot.value, plan.changes), id);
  const work = probeModel(id, { ...endpoints, token: token?.token ?? null, headers, log }, system);
  const probe = await system.io.wait(system.words.summary.probing({ id }), work);
  if (probe.kind === 'answered') return probe;
  const { code, problem: why } = probe.error;
  const problem = { kind: 'test-message-failed', id, why, isModels: isModelsFailure(probe.error) } as const;
  throw rewrapped(probe.error, code, problem);
}

function notSendable(unreadable: UnreadableToken): OpenclawError {
  const problem = { kind: 'probe-without-token', token: unreadable } as const;
  return new OpenclawError('token_unverified', problem, { unchanged: true });
}
