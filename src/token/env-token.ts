import { encodeWithin } from '../config/disk-error.ts';
import { removeEnvVariable, setEnvVariable } from '../env-file/env-file.ts';
import { MAX_ENV_BYTES } from '../env-file/read-env-file.ts';
import { OpenclawError } from '../errors.ts';
import type { Note } from '../words/words.ts';
import { TOKEN_VARIABLES } from './token.ts';

const [FIRST, SECOND] = TOKEN_VARIABLES;

export type StoreDecision = {
  write: boolean;
  /** Whether OpenClaw finds this very token there then. */
  stored: boolean;
  backUp: boolean;
  notes: Note[];
};

/**
 * What to do with a `.env` by what OpenClaw finds there: the first name where it has a value, else the second. Without a
 * token to keep, both names go. Pure.
 */
export function decide(
  { path, variables }: { path: string; variables: Record<string, string> },
  { token, replaceExisting }: { token: string | null; replaceExisting: boolean },
): StoreDecision {
  if (token === null) {
    const write = TOKEN_VARIABLES.some((name) => Object.hasOwn(variables, name));
    return { write, stored: false, backUp: true, notes: [] };
  }
  const first = variables[FIRST];
  const second = variables[SECOND];
  if ((first || second) === token) return { write: false, stored: true, backUp: false, notes: [] };
  if ((first || second) && !replaceExisting) {
    const name = first ? FIRST : SECOND;
    return { write: false, stored: false, backUp: false, notes: [{ kind: 'env-token-kept', path, name }] };
  }
  if (first)
    return { write: true, stored: true, backUp: true, notes: [{ kind: 'env-token-replaced', path, name: FIRST }] };
  const notes: Note[] = second ? [{ kind: 'env-token-second', path, name: SECOND, first: FIRST }] : [];
  return { write: true, stored: true, backUp: false, notes };
}

/**
 * The file's bytes (null: no file yet) with the token, or, where that is null, with none. Strictly UTF-8: of bytes that
 * are not, an edit could not keep every other line as it is. Throws `config_unwritable`.
 */
export function withToken(path: string, before: Uint8Array | null, token: string | null): Uint8Array {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(before ?? new Uint8Array());
  } catch (cause) {
    throw new OpenclawError('config_unwritable', { kind: 'not-utf-8', path }, { unchanged: true, cause });
  }
  const after = token === null ? TOKEN_VARIABLES.reduce(removeEnvVariable, text) : setEnvVariable(text, FIRST, token);
  return encodeWithin(MAX_ENV_BYTES, path, after);
}
