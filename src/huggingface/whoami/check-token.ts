import type { System } from '../../system.ts';
import type { JsonValue } from '../../text/json.ts';
import { tokenFault } from '../../token/token.ts';
import type { Note, ServiceProblem, TokenFault } from '../../words/words.ts';
import { ServiceError, serviceErrorOf } from '../failures/service-error.ts';
import { parseServiceMessage } from '../failures/service-message.ts';
import { type Deadline, startDeadline } from '../request/deadline.ts';
import { createGuardedFetch } from '../request/guarded-fetch.ts';
import { mayReceiveToken } from '../request/trusted-host.ts';
import { type Account, parseAccount } from './account.ts';

const LIMIT_MS = 5000;

/** What Hugging Face says about a token. `unverified` carries why it could not be asked. */
export type TokenCheck =
  | { kind: 'accepted'; account: Account; notes: Note[] }
  | { kind: 'missing-permission'; account: Account }
  /** `words`: the service's own; empty where it gave none. `fault`: why it was not even sent. */
  | { kind: 'rejected'; status: number; words: string; fault: null }
  | { kind: 'rejected'; status: null; fault: TokenFault }
  | { kind: 'unverified'; reason: ServiceError };

export type CheckOptions = {
  /** See `resolveEndpoints`. */
  hubUrl: string;
  token: string;
  namedByEnvironment: readonly string[];
  log?: ((line: string) => void) | undefined;
  /** 5 s by default. */
  limitMs?: number;
};

/**
 * Asks `GET /api/whoami-v2` whose token it is and whether it may call Inference Providers; once, since the endpoint is
 * rate limited on purpose (`GET /v1/models` answers 200 whatever the token). Rejects only with what ends the run.
 */
export async function checkToken(
  options: CheckOptions,
  system: Pick<System, 'fetch' | 'clock' | 'signal'>,
): Promise<TokenCheck> {
  const { hubUrl, token, namedByEnvironment } = options;
  const fault = tokenFault(token);
  if (fault !== undefined) return { kind: 'rejected', status: null, fault };
  const { host } = new URL(hubUrl);
  if (!mayReceiveToken(hubUrl, namedByEnvironment)) return unverified({ kind: 'host-not-trusted', host });
  const deadline = startDeadline(host, options.limitMs ?? LIMIT_MS, system);
  try {
    return await ask(options, deadline, system);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { kind: 'unverified', reason: error };
  } finally {
    deadline.end();
  }
}

async function ask(
  { hubUrl, token, namedByEnvironment, log }: CheckOptions,
  deadline: Deadline,
  system: Pick<System, 'fetch' | 'clock'>,
): Promise<TokenCheck> {
  const fetch = createGuardedFetch({ token, namedByEnvironment, deadline, log }, system);
  const response = await fetch(`${hubUrl}/api/whoami-v2`);
  const body = await response.text();
  const { status, headers } = response;
  if (status === 401) return { kind: 'rejected', status, words: parseServiceMessage(body).text, fault: null };
  if (!response.ok) throw serviceErrorOf({ status, headers, body }, 'account', system.clock.now());
  const account = parseAccount(parseJson(body));
  if (!account) return unverified({ kind: 'account-unreadable', host: new URL(hubUrl).host }, status);
  return account.permission === 'none'
    ? { kind: 'missing-permission', account }
    : { kind: 'accepted', account, notes: notesOn(account) };
}

function notesOn({ role }: Account): Note[] {
  return role === 'write' ? [{ kind: 'may-write-repositories' }] : [];
}

function unverified(problem: ServiceProblem, status?: number): TokenCheck {
  return { kind: 'unverified', reason: new ServiceError('service_error', problem, { status }) };
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
