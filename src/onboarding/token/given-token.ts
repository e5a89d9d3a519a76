import { resolve } from 'node:path';
import { errnoOf, OpenclawError } from '../../errors.ts';
import type { System } from '../../system.ts';
import { cleanToken, tokenFault } from '../../token/token.ts';
import type { ReadableToken, TokenSearch } from '../../token/token-sources.ts';
import type { Note, Place, Problem } from '../../words/words.ts';
import type { OnboardOptions, SecretInputMode } from '../options.ts';

export type TokenAnswer = ReadableToken & {
  /** Given by hand in this run: then it may replace another one in `.env`. */
  isGiven: boolean;
  /** Whether it goes into the state directory's `.env`. */
  store: boolean;
};

const KEY_FILE_BYTES = 64 * 1024;

/** The token that the flags give, cleaned and of a possible shape; undefined where no flag gives one. Exit 2 otherwise. */
export async function readGivenToken(
  options: Pick<OnboardOptions, 'apiKey' | 'apiKeyFile' | 'secretInputMode'>,
  system: Pick<System, 'files' | 'io' | 'hide'>,
): Promise<TokenAnswer | undefined> {
  const given = await readGivenText(options, system);
  if (given === undefined) return undefined;
  const token = cleanToken(given.text);
  const { place } = given;
  if (token === '') throw new OpenclawError('usage', { kind: 'given-empty', place });
  system.hide(token);
  const fault = tokenFault(token);
  if (fault !== undefined) throw new OpenclawError('usage', { kind: 'given-not-a-token', place, fault });
  return { kind: 'readable', token, place, isGiven: true, store: options.secretInputMode !== 'ref' };
}

type GivenText = { text: string; place: Place };

async function readGivenText(
  { apiKey, apiKeyFile }: Pick<OnboardOptions, 'apiKey' | 'apiKeyFile'>,
  { files, io }: Pick<System, 'files' | 'io'>,
): Promise<GivenText | undefined> {
  if (apiKeyFile !== undefined) {
    const text = await readKeyFile(resolve(apiKeyFile), files);
    return { text, place: { kind: 'file', path: apiKeyFile } };
  }
  if (apiKey === undefined) return undefined;
  if (apiKey !== '-') return { text: apiKey, place: { kind: 'flag' } };
  if (io.stdinIsTerminal) throw new OpenclawError('usage', { kind: 'stdin-is-a-terminal' });
  return { text: await io.readStdin(), place: { kind: 'stdin' } };
}

async function readKeyFile(path: string, files: System['files']): Promise<string> {
  const bytes = await files.read(path, KEY_FILE_BYTES).catch((error: unknown) => {
    throw new OpenclawError('usage', { kind: 'key-file-unreadable', path, code: errnoOf(error) ?? null });
  });
  if (bytes === undefined) throw new OpenclawError('usage', { kind: 'key-file-missing', path });
  return new TextDecoder().decode(bytes);
}

const VARIABLES: readonly Place['kind'][] = ['environment', 'dotenv', 'config-env', 'login-shell'];

/**
 * With `ref` nothing is stored, so a key given inline would be lost after this run: one of the two variables that
 * OpenClaw reads must hold it. Says so where none does.
 */
export function referenceProblem(
  given: string,
  mode: SecretInputMode | undefined,
  found: readonly ReadableToken[],
): Problem | undefined {
  const isVariable = ({ place }: ReadableToken) => VARIABLES.includes(place.kind);
  if (mode !== 'ref' || found.some((other) => other.token === given && isVariable(other))) return undefined;
  return { kind: 'no-variable-holds-it' };
}

/** Exit 2 for a key given by a flag that `referenceProblem` finds fault with. */
export function refuseUnreferencedToken(
  { token, isGiven }: TokenAnswer,
  mode: SecretInputMode | undefined,
  found: readonly ReadableToken[],
): void {
  const problem = isGiven ? referenceProblem(token, mode, found) : undefined;
  if (problem !== undefined) throw new OpenclawError('usage', problem);
}

/**
 * That OpenClaw goes on with the key in its own store, whatever was given: a profile comes before every variable and
 * `.env` (run on 2026.7.35, 2026.8.2 and 2026.9.6), so that what is stored there is not used.
 */
export function goesOnWith({ profile }: Pick<TokenSearch, 'profile'>): Note[] {
  return profile === null ? [] : [{ kind: 'profile-first', place: profile.place }];
}

/** Whether OpenClaw finds it in `.env` after the run. */
export function isKeptInEnv({ store, place }: TokenAnswer): boolean {
  return store || place.kind === 'dotenv';
}

/** What applying is to keep in `.env`. */
export function tokenToStore(answer: TokenAnswer | null): { token: string; isGiven: boolean } | null {
  return answer?.store ? { token: answer.token, isGiven: answer.isGiven } : null;
}
