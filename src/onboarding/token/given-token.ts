import { resolve } from 'node:path';
import { OpenclawError } from '../../errors.ts';
import type { System } from '../../system.ts';
import { cleanToken, NEW_TOKEN_URL, tokenProblem } from '../../token/token.ts';
import type { FoundToken, TokenSearch } from '../../token/token-sources.ts';
import { profileComesFirst, type UnreadableToken } from '../../token/unreadable-token.ts';
import type { OnboardOptions, SecretInputMode } from '../options.ts';

/** Where a token comes from, as `token.source` in JSON says it. */
export type TokenSource = FoundToken['source'] | UnreadableToken['source'] | 'flag' | 'stdin' | 'file' | 'prompt';

export type TokenAnswer = {
  token: string;
  source: TokenSource;
  /** The source in words: `--huggingface-api-key`, `HF_TOKEN in the environment`. */
  place: string;
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
  if (token === '') {
    throw new OpenclawError('usage', `The token from ${given.place} is empty.`, {
      hint: 'Is the variable set, and the file filled?',
    });
  }
  system.hide(token);
  const problem = tokenProblem(token);
  if (problem !== undefined) {
    throw new OpenclawError('usage', `The token from ${given.place} is no Hugging Face token: ${problem}`, {
      hint: NEW_TOKEN_HINT,
    });
  }
  return { token, source: given.source, place: given.place, isGiven: true, store: options.secretInputMode !== 'ref' };
}

const NEW_TOKEN_HINT = `Create a token: ${NEW_TOKEN_URL}`;

type GivenText = { text: string; source: 'flag' | 'stdin' | 'file'; place: string };

async function readGivenText(
  { apiKey, apiKeyFile }: Pick<OnboardOptions, 'apiKey' | 'apiKeyFile'>,
  { files, io }: Pick<System, 'files' | 'io'>,
): Promise<GivenText | undefined> {
  if (apiKeyFile !== undefined)
    return { text: await readKeyFile(resolve(apiKeyFile), files), source: 'file', place: apiKeyFile };
  if (apiKey === undefined) return undefined;
  if (apiKey !== '-') return { text: apiKey, source: 'flag', place: '--huggingface-api-key' };
  if (io.stdinIsTerminal) {
    throw new OpenclawError('usage', '--huggingface-api-key - reads the token from a pipe, but stdin is a terminal.', {
      hint: 'Pipe it: printenv HF_TOKEN | openclaw onboard … --huggingface-api-key -',
    });
  }
  return { text: await io.readStdin(), source: 'stdin', place: 'stdin' };
}

async function readKeyFile(path: string, files: System['files']): Promise<string> {
  const failure = (why: string) =>
    new OpenclawError('usage', `--huggingface-api-key-file: ${path} ${why}.`, {
      hint: 'Pass the path of a file that holds the token.',
    });
  const bytes = await files.read(path, KEY_FILE_BYTES).catch((error: unknown) => {
    throw failure(`could not be read (${error instanceof Error && 'code' in error ? error.code : 'unknown cause'})`);
  });
  if (bytes === undefined) throw failure('does not exist');
  return new TextDecoder().decode(bytes);
}

/**
 * With `ref` nothing is stored, so a key given inline would be lost after this run: one of the two variables that
 * OpenClaw reads must hold it. Says so where none does.
 */
export function referenceProblem(
  given: string,
  mode: SecretInputMode | undefined,
  found: readonly FoundToken[],
): string | undefined {
  const isVariable = ({ source }: FoundToken) => /^(env|dotenv|config-env|shell):/.test(source);
  if (mode !== 'ref' || found.some((other) => other.token === given && isVariable(other))) return undefined;
  return '--secret-input-mode ref stores nothing, but no variable that OpenClaw reads holds this token.';
}

/** Exit 2 for a key given by a flag that `referenceProblem` finds fault with. */
export function refuseUnreferencedToken(
  { token, isGiven }: TokenAnswer,
  mode: SecretInputMode | undefined,
  found: readonly FoundToken[],
): void {
  const problem = isGiven ? referenceProblem(token, mode, found) : undefined;
  if (problem === undefined) return;
  throw new OpenclawError('usage', problem, {
    hint: 'Set HUGGINGFACE_HUB_TOKEN or HF_TOKEN for the Gateway, or drop --secret-input-mode ref to keep the token in .env.',
  });
}

/** That OpenClaw goes on with the key in its own store, whatever was given. */
export function goesOnWith({ profile }: Pick<TokenSearch, 'profile'>): string[] {
  return profile === null ? [] : [profileComesFirst(profile)];
}

/** What applying is to keep in `.env`. */
export function tokenToStore(answer: TokenAnswer | null): { token: string; isGiven: boolean } | null {
  return answer?.store ? { token: answer.token, isGiven: answer.isGiven } : null;
}
