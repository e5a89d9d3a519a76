import { OpenclawError } from '../../errors.ts';
import { type Probe, probeModel } from '../../huggingface/probe-model.ts';
import { NEW_TOKEN_URL, tokenProblem } from '../../huggingface/token.ts';
import { chainRefs } from '../../setup/refs.ts';
import type { System } from '../../system.ts';
import { modelIdOf } from '../../text/model-ref.ts';
import type { Status } from './status.ts';
import { tokenMissingWords } from './status-check.ts';

/**
 * One real message to each Hugging Face model of the chain, one after another as a request would go. Rejects with
 * `token_missing`, and with `token_rejected` where what was found is no token: such a key is sent to nobody.
 */
export async function probeChain(
  status: Pick<Status, 'situation' | 'chain' | 'token'>,
  system: Pick<System, 'fetch' | 'clock' | 'signal' | 'io'>,
): Promise<Map<string, Probe>> {
  const { endpoints, log } = status.situation;
  const token = usableToken(status);
  const probes = new Map<string, Probe>();
  for (const ref of chainRefs(status.chain)) {
    const id = modelIdOf(ref);
    if (id === undefined) continue;
    const work = probeModel(id, { ...endpoints, token, log }, system);
    probes.set(ref, await system.io.wait(`Waiting for ${id}`, work));
  }
  return probes;
}

function usableToken({ situation, token }: Pick<Status, 'situation' | 'token'>): string {
  const hint = `Create a token: ${NEW_TOKEN_URL}`;
  if (token === undefined) throw new OpenclawError('token_missing', `${tokenMissingWords({ situation })}.`, { hint });
  const problem = tokenProblem(token.token);
  if (problem === undefined) return token.token;
  throw new OpenclawError('token_rejected', `${token.place} holds no Hugging Face token: ${problem}`, { hint });
}

/** 0 where at least one model answers, or none was there to ask; else the code of the first failure. */
export function exitCodeOf(probes: ReadonlyMap<string, Probe>): number {
  const results = [...probes.values()];
  const [first] = results;
  return first?.kind === 'failed' && results.every(({ kind }) => kind === 'failed') ? first.error.exitCode : 0;
}
