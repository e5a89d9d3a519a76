import { OpenclawError } from '../errors.ts';
import { type Probe, probeModel } from '../huggingface/probe-model.ts';
import { remedyFor } from '../huggingface/probe-words.ts';
import type { Plan } from '../setup/plan.ts';
import type { Situation } from '../setup/situation.ts';
import type { System } from '../system.ts';
import { modelIdOf } from '../text/model-ref.ts';
import type { Answers } from './answer-by-flags.ts';

/** One real message through the default model, before anything is written. Rejects where it fails; null where it is not on Hugging Face. */
export async function probeChosen(
  { token }: Answers,
  plan: Plan,
  { endpoints, log }: Situation,
  system: System,
): Promise<Probe | null> {
  const id = modelIdOf(plan.primary.ref ?? '');
  if (id === undefined) return null;
  const work = probeModel(id, { ...endpoints, token: token?.token ?? null, log }, system);
  const probe = await system.io.wait(`Sending a test message to ${id}`, work);
  if (probe.kind === 'answered') return probe;
  const { code, message, status, retryable } = probe.error;
  throw new OpenclawError(code, `The test message to ${id} failed: ${message} Nothing was changed.`, {
    hint: remedyFor(probe.error),
    ...(status !== undefined && { status }),
    retryable,
    cause: probe.error,
  });
}
