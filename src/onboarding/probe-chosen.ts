import { OpenclawError, rewrapped } from '../errors.ts';
import type { Probe } from '../huggingface/probe/probe-model.ts';
import { isModelsFailure } from '../huggingface/probe/probe-words.ts';
import { applyChanges } from '../json5/change.ts';
import type { Planned } from '../setup/apply/apply.ts';
import type { Context } from '../setup/context.ts';
import { sendTestMessage } from '../setup/test-message.ts';
import type { System } from '../system.ts';
import { modelIdOf } from '../text/model-ref.ts';
import type { UnreadableToken } from '../token/unreadable-token.ts';
import type { Answers } from './answers.ts';

type Chosen = { answers: Pick<Answers, 'token' | 'unreadable'>; planned: Planned };

/** One real message through this model, before anything is written and with the headers that it will then have. */
export function tryChosen(
  id: string,
  { answers, planned: { plan, snapshot } }: Chosen,
  context: Context,
  system: Pick<System, 'fetch' | 'clock' | 'signal' | 'io' | 'words'>,
): Promise<Probe> {
  const config = applyChanges(snapshot.value, plan.changes);
  const token = answers.token?.token ?? null;
  return sendTestMessage({ id, config, token, waiting: system.words.summary.probing({ id }) }, context, system);
}

/** `--probe`: the same through the default model. Rejects where it fails; null where it is not on Hugging Face. */
export async function probeChosen(chosen: Chosen, context: Context, system: System): Promise<Probe | null> {
  const { unreadable } = chosen.answers;
  const id = modelIdOf(chosen.planned.plan.primary.ref ?? '');
  if (id === undefined) return null;
  if (unreadable !== null) throw notSendable(unreadable);
  const probe = await tryChosen(id, chosen, context, system);
  if (probe.kind === 'answered') return probe;
  const { code, problem: why } = probe.error;
  const problem = { kind: 'test-message-failed', id, why, isModels: isModelsFailure(probe.error) } as const;
  throw rewrapped(probe.error, code, problem);
}

function notSendable(unreadable: UnreadableToken): OpenclawError {
  const problem = { kind: 'probe-without-token', token: unreadable } as const;
  return new OpenclawError('token_unverified', problem, { unchanged: true });
}
