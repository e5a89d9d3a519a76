import { OpenclawError } from '../../errors.ts';
import type { System } from '../../system.ts';
import type { JsonValue } from '../../text/json.ts';
import { tokenProblem } from '../../token/token.ts';
import { serviceErrorOf } from '../failures/service-error.ts';
import { parseServiceMessage } from '../failures/service-message.ts';
import { type Deadline, startDeadline } from '../request/deadline.ts';
import { createGuardedFetch } from '../request/guarded-fetch.ts';
import { mayReceiveToken } from '../request/trusted-host.ts';
import { type Account, parseAccount } from './account.ts';

const LIMIT_MS = 5000;

/** What Hugging Face says about a token. `unverified` is no verdict: it carries why it could not be asked. */
export type TokenCheck =
  | { kind: 'accepted'; account: Account; notes: string[] }
  | { kind: 'missing-permission'; account: Account }
  | { kind: 'rejected'; status: number | null; message: string }
  | { kind: 'unverified'; reason: OpenclawError };

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
 * rate limited on purpose (`GET /v1/models` answers 200 whatever the token). Rejects only with `interrupted`.
 */
export async function checkToken(
  options: CheckOptions,
  system: Pick<System, 'fetch' | 'clock' | 'signal'>,
): Promise<TokenCheck> {
  const { hubUrl, token, namedByEnvironment } = options;
  const problem = tokenProblem(token);
  if (problem !== undefined) return { kind: 'rejected', status: null, message: problem };
  const { host } = new URL(hubUrl);
  if (!mayReceiveToken(hubUrl, namedByEnvironment)) return unverified(`${host} is not trusted with the token`);
  const deadline = startDeadline(host, options.limitMs ?? LIMIT_MS, system);
  try {
    return await ask(options, deadline, system);
  } catch (error) {
    if (!(error instanceof OpenclawError) || error.code === 'interrupted') throw error;
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
  if (status === 401) return { kind: 'rejected', status, message: parseServiceMessage(body).text };
  if (!response.ok) throw serviceErrorOf(status, headers, body, 'account', system.clock.now());
  const account = parseAccount(parseJson(body));
  if (!account) return unverified(`${new URL(hubUrl).host} gave an answer about the token that can't be read`, status);
  return account.permission === 'none'
    ? { kind: 'missing-permission', account }
    : { kind: 'accepted', account, notes: notesOn(account) };
}

function notesOn({ role, permission, orgs }: Account): string[] {
  if (role === 'write')
    return ['The token may write to repositories; a fine-grained token for Inference Providers alone is safer.'];
  if (permission !== 'org') return [];
  return [
    `The token may call Inference Providers only billed to ${orgWords(orgs)}: requests need the header X-HF-Bill-To: ${orgs[0]}.`,
  ];
}

function orgWords(orgs: readonly string[]): string {
  const shown = orgs.slice(0, 5).join(', ');
  return orgs.length > 5 ? `${shown} and ${orgs.length - 5} more` : shown;
}

function unverified(why: string, status?: number): TokenCheck {
  const details = status === undefined ? {} : { status };
  return { kind: 'unverified', reason: new OpenclawError('service_error', `${why}.`, details) };
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
