import { OpenclawError } from '../errors.ts';
import type { System } from '../system.ts';
import { unwritable } from './disk-error.ts';
import { setEnvVariable } from './env-file.ts';
import { readEnvFile } from './env-file-on-disk.ts';
import { equalBytes } from './equal-bytes.ts';
import type { Locations } from './locate.ts';
import { withLock } from './with-lock.ts';

/** The name that OpenClaw reads first. */
const TOKEN_NAME = 'HUGGINGFACE_HUB_TOKEN';
const OTHER_TOKEN_NAME = 'HF_TOKEN';

export type StoreToken = {
  locations: Pick<Locations, 'envFile'>;
  token: string;
  /** Whether another token there may be replaced: only when this one was given explicitly. */
  replaceExisting: boolean;
};

export type StoredToken = {
  /** The `.env` file, absolute. */
  path: string;
  /** Whether OpenClaw now finds this very token there; false where another one was kept. */
  stored: boolean;
  /** Whether the file's content changed. */
  changed: boolean;
  /** Sentences for the report: a mode that was tightened, a token that was kept, replaced or is now second. */
  notes: string[];
  /** Puts the file back as it was, unless somebody changed it since. For when the config then can't be written. */
  restore(): Promise<void>;
};

type EnvSystem = Pick<System, 'files' | 'path' | 'platform'>;

/**
 * Keeps the token in `<state dir>/.env`, always 0600. Rejects with `config_locked`, `config_unwritable` (also where
 * the file is no UTF-8 or can't hold the token), `config_invalid` (unreadable) or `config_conflict` (others wrote it
 * twice meanwhile); nothing was changed then.
 */
export async function storeToken(request: StoreToken, system: EnvSystem): Promise<StoredToken> {
  const path = request.locations.envFile;
  const realPath = await system.files.realPath(path).catch((error) => {
    throw unwritable(path, error);
  });
  const settled = await findSettled({ path, realPath }, request, system);
  if (settled !== undefined) return settled;
  return withLock({ path, realPath }, system, () =>
    store({ path, realPath }, request, system).catch((error) => {
      // Somebody who does not respect the lock wrote the file: once more, on what stands there now.
      if (!(error instanceof OpenclawError) || error.code !== 'config_conflict') throw error;
      return store({ path, realPath }, request, system);
    }),
  );
}

/**
 * The answer where the file needs neither an edit nor a stricter mode. Looked at before the lock is taken: a second run
 * on a read-only directory has nothing to write, and no place for a lock.
 */
async function findSettled(
  { path, realPath }: Omit<Target, 'before'>,
  request: StoreToken,
  { files, platform }: EnvSystem,
): Promise<StoredToken | undefined> {
  // What can't be read is refused below, in the words of a write.
  const found = await readEnvFile(realPath, files).catch(() => undefined);
  if (found === undefined) return undefined;
  const { write, stored, notes } = decide(found.variables, request);
  const mode = (await files.stat(realPath))?.mode ?? 0;
  if (write || (platform !== 'win32' && (mode & 0o077) !== 0)) return undefined;
  // What a killed run left would otherwise go with the lock.
  await files.sweep(realPath);
  return { path, stored, changed: false, notes, restore: async () => {} };
}

async function store(
  { path, realPath }: Omit<Target, 'before'>,
  request: StoreToken,
  system: EnvSystem,
): Promise<StoredToken> {
  const { bytes, variables } = await readEnvFile(realPath, system.files);
  const decision = decide(variables, request);
  const target = { path, realPath, before: bytes };
  const edit = decision.write ? editFor(target, request.token) : undefined;
  const notes = [...decision.notes, ...(await tighten(target, system))];
  if (edit === undefined) {
    return { path, stored: decision.stored, changed: false, notes, restore: async () => {} };
  }
  await write(edit, decision.backUp, system);
  return { path, stored: true, changed: true, notes, restore: () => putBack(edit, system) };
}

/** Whether `storeToken` would change the file; for a dry run. */
export async function wouldStoreToken(request: StoreToken, { files }: Pick<System, 'files'>): Promise<boolean> {
  const { variables } = await readEnvFile(request.locations.envFile, files);
  return decide(variables, request).write;
}

type Decision = { write: boolean; stored: boolean; backUp: boolean; notes: string[] };

/** What OpenClaw finds in the file: the first name where it has a value, else the second. Pure. */
function decide(variables: Record<string, string>, { token, replaceExisting }: StoreToken): Decision {
  const first = variables[TOKEN_NAME];
  const second = variables[OTHER_TOKEN_NAME];
  if ((first || second) === token) return { write: false, stored: true, backUp: false, notes: [] };
  if (first || second) {
    const name = first ? TOKEN_NAME : OTHER_TOKEN_NAME;
    if (!replaceExisting)
      return { write: false, stored: false, backUp: false, notes: [`Another ${name} there is kept.`] };
  }
  if (first) {
    const note = `Another ${TOKEN_NAME} there was replaced; the old file is .env.bak beside it.`;
    return { write: true, stored: true, backUp: true, notes: [note] };
  }
  const note = `${OTHER_TOKEN_NAME} there stays; OpenClaw reads ${TOKEN_NAME} first.`;
  return { write: true, stored: true, backUp: false, notes: second ? [note] : [] };
}

type Target = { path: string; realPath: string; before: Uint8Array | null };
type Edit = Target & { after: Uint8Array };

/** Strictly UTF-8: of bytes that are not, an edit could not keep every other line as it is. */
function editFor(target: Target, token: string): Edit {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(target.before ?? new Uint8Array());
  } catch (cause) {
    throw new OpenclawError('config_unwritable', `${target.path} is not UTF-8 text. Nothing was changed.`, {
      hint: 'Save it as UTF-8 in an editor, then run the same command again.',
      cause,
    });
  }
  return { ...target, after: new TextEncoder().encode(setEnvVariable(text, TOKEN_NAME, token)) };
}

/** Takes away the bits that let others read the token. Windows knows no such bits and always says 0666. */
async function tighten({ path, realPath, before }: Target, { files, platform }: EnvSystem): Promise<string[]> {
  const mode = (await files.stat(realPath))?.mode ?? 0;
  if (before === null || platform === 'win32' || (mode & 0o077) === 0) return [];
  await files.chmod(realPath, 0o600).catch((error) => {
    throw unwritable(path, error);
  });
  return [`Its mode was 0${mode.toString(8)}; it is 0600 now, as it holds a token.`];
}

async function write({ path, realPath, before, after }: Edit, backUp: boolean, { files }: EnvSystem): Promise<void> {
  try {
    if (backUp && before !== null) await files.replace(`${path}.bak`, before, 0o600);
    await files.replace(realPath, after, 0o600, { expected: before });
  } catch (error) {
    throw unwritable(path, error);
  }
}

async function putBack({ path, realPath, before, after }: Edit, system: EnvSystem): Promise<void> {
  const { files } = system;
  const work = async () => {
    const { bytes } = await readEnvFile(realPath, files);
    if (!equalBytes(bytes, after)) return;
    if (before === null) await files.remove(realPath, { expected: after });
    else await files.replace(realPath, before, 0o600, { expected: after });
  };
  await withLock({ path, realPath }, system, work).catch((cause) => {
    // Not the other errors' "Nothing was changed": here something was, and stays.
    throw new OpenclawError('config_unwritable', `${path} keeps the new token: it could not be put back.`, { cause });
  });
}
