import type { ErrorCode } from '../../../errors.ts';
import { checkToken, type TokenCheck } from '../../../huggingface/whoami/check-token.ts';
import { tokenRefusal } from '../../../huggingface/whoami/token-refusal.ts';
import { refsUnderAgents } from '../../../setup/agent-models.ts';
import type { Situation } from '../../../setup/context.ts';
import { refsInUse } from '../../../setup/refs.ts';
import type { System } from '../../../system.ts';
import { isJsonObject, valueAt } from '../../../text/json.ts';
import { isHuggingFaceRef, PROVIDER } from '../../../text/model-ref.ts';
import { NEW_TOKEN_URL, tokenProblem } from '../../../token/token.ts';
import { hasEnded, lifetimeWarnings } from '../../../token/token-expiry.ts';
import { unreadableWords } from '../../../token/unreadable-token.ts';
import type { Status } from './status.ts';

/** What makes `--check` fail; `fix` is the next command or step, on one line. */
export type Problem = { code: ErrorCode | 'not_set_up'; message: string; fix: string };

export const SET_UP = 'openclaw onboard --auth-choice huggingface-api-key';

const WORDS = {
  notSetUp: (path: string) => `Hugging Face is not set up in ${path}`,
  unchecked: (what: string, why: string) => `Whether ${what} is accepted could not be checked: ${why}`,
  correct: `Correct it there. A new token: ${NEW_TOKEN_URL}`,
};

/** `--verify`: whoami about the token in use, which costs nothing; null where there is none that may be sent. */
export async function verifyToken(
  inUse: Status['inUse'],
  { endpoints, log }: Situation,
  system: Pick<System, 'fetch' | 'clock' | 'signal' | 'io'>,
): Promise<TokenCheck | null> {
  if (inUse === undefined || !('token' in inUse) || tokenProblem(inUse.token) !== undefined) return null;
  return system.io.wait('Checking the token', checkToken({ ...endpoints, token: inUse.token, log }, system));
}

/** Whether the config has a model of Hugging Face anywhere, or the provider. */
export function isHuggingFaceSetUp({ snapshot: { value } }: Situation): boolean {
  const refs = [...refsInUse(value), ...refsUnderAgents(value)];
  return refs.some(isHuggingFaceRef) || isJsonObject(valueAt(value, ['models', 'providers', PROVIDER]));
}

export function notSetUp({ locations }: Situation): Problem {
  return { code: 'not_set_up', message: WORDS.notSetUp(locations.configPath), fix: SET_UP };
}

type Checked = Pick<Status, 'situation' | 'inUse' | 'verified'>;

/** What is wrong with the token, all of it exit 4: at most one. What can't be read here is present. */
export function tokenProblems({ situation, inUse, verified }: Checked, now: Date): Problem[] {
  if (inUse === undefined) return [{ code: 'token_missing', message: tokenMissingWords({ situation }), fix: SET_UP }];
  if (!('token' in inUse)) return [];
  const shape = tokenProblem(inUse.token);
  if (shape !== undefined) return [rejected(`${inUse.place} holds no Hugging Face token: ${shape}`)];
  const refusal = verified && tokenRefusal(verified, inUse);
  if (refusal) return [{ code: refusal.code, message: refusal.message, fix: refusal.hint.replace('\n', ' ') }];
  return hasEnded(inUse.token, now) ? lifetimeWarnings(inUse, now).map(rejected) : [];
}

function rejected(message: string): Problem {
  return { code: 'token_rejected', message, fix: WORDS.correct };
}

/** With `--verify`, that no verdict was had. */
export function verifyWarnings({ inUse, verified }: Checked): string[] {
  if (inUse === undefined) return [];
  if (!('token' in inUse)) return [WORDS.unchecked('the token', `it is ${unreadableWords(inUse)}`)];
  if (verified?.kind !== 'unverified') return verified?.kind === 'accepted' ? verified.notes : [];
  return [WORDS.unchecked(`the token from ${inUse.place}`, verified.reason.message)];
}

export function tokenMissingWords({ situation }: Pick<Status, 'situation'>): string {
  const { envFile, configPath } = situation.locations;
  return `No Hugging Face token: looked at HUGGINGFACE_HUB_TOKEN and HF_TOKEN in the environment, ${envFile} and the env block of ${configPath}`;
}
