import { OpenclawError } from '../../../errors.ts';
import { type Probe, probeModel } from '../../../huggingface/probe/probe-model.ts';
import { requestHeaders } from '../../../huggingface/request/request-headers.ts';
import { chainRefs } from '../../../setup/refs.ts';
import type { System } from '../../../system.ts';
import { modelIdOf } from '../../../text/model-ref.ts';
import { NEW_TOKEN_URL, tokenProblem } from '../../../token/token.ts';
import { type UnreadableToken, unreadableWords } from '../../../token/unreadable-token.ts';
import { tokenMissingWords } from './check-token.ts';
import type { Status } from './status.ts';

/**
 * One real message to each Hugging Face model of the chain, one after another as a request would go. Rejects with
 * `token_missing`, `token_unverified` (it is not readable here), `config_invalid` (a header), and with `token_rejected` where what was found is no token: such a key is sent to nobody.
 */
export async function probeChain(
  status: Pick<Status, 'situation' | 'chain' | 'inUse' | 'readable'>,
  system: Pick<System, 'fetch' | 'clock' | 'signal' | 'io'>,
): Promise<Map<string, Probe>> {
  const { endpoints, snapshot, log } = status.situation;
  const token = usableToken(status);
  const probes = new Map<string, Probe>();
  for (const ref of chainRefs(status.chain)) {
    const id = modelIdOf(ref);
    if (id === undefined) continue;
    const headers = requestHeaders(snapshot.value, id);
    const work = probeModel(id, { ...endpoints, token, headers, log }, system);
    probes.set(ref, await system.io.wait(`Waiting for ${id}`, work));
  }
  return probes;
}

/** The one in use, or, where that can't be read here, the first that can. */
function usableToken({ situation, inUse, readable }: Pick<Status, 'situation' | 'inUse' | 'readable'>): string {
  const hint = `Create a token: ${NEW_TOKEN_URL}`;
  if (readable === undefined) {
    if (inUse !== undefined && !('token' in inUse)) throw notSendable(inUse);
    throw new OpenclawError('token_missing', `${tokenMissingWords({ situation })}.`, { hint });
  }
  const problem = tokenProblem(readable.token);
  if (problem === undefined) return readable.token;
  throw new OpenclawError('token_rejected', `${readable.place} holds no Hugging Face token: ${problem}`, { hint });
}

function notSendable(inUse: UnreadableToken): OpenclawError {
  return new OpenclawError('token_unverified', `No message was sent: the token is ${unreadableWords(inUse)}.`, {
    hint: 'For this test alone, put a token into the environment: HF_TOKEN=… openclaw models status --probe',
  });
}

/** 0 where at least one model answers, or none was there to ask; else the code of the first failure. */
export function exitCodeOf(probes: ReadonlyMap<string, Probe>): number {
  const results = [...probes.values()];
  const [first] = results;
  return first?.kind === 'failed' && results.every(({ kind }) => kind === 'failed') ? first.error.exitCode : 0;
}
