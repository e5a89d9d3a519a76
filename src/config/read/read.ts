import { readEnvFile } from '../../env-file/read-env-file.ts';
import { type Document, parse as parseDocument } from '../../json5/parse.ts';
import type { System } from '../../system.ts';
import { isJsonObject, type JsonObject, type JsonPath } from '../../text/json.ts';
import { unreadable } from '../disk-error.ts';
import type { Locations } from '../locate.ts';
import { findOwner, invalidInclude, resolveIncludes } from './includes.ts';
import { explainSyntax } from './invalid-text.ts';
import { loadIncludes } from './load-includes.ts';
import { MAX_CONFIG_BYTES, readText } from './read-text.ts';
import { configVariables, type LookUp, resolveVariables, type UnresolvedVariable, variablesIn } from './variables.ts';

/** A config as it was when it was read. */
export type ConfigSnapshot = {
  /** As located; what messages name. */
  path: string;
  /** Behind all symlinks; what is locked and written. */
  realPath: string;
  /** null where there is no file. */
  bytes: Uint8Array | null;
  /** Permission bits; null where there is no file. */
  mode: number | null;
  /** A BOM included; empty where there is no file. */
  text: string;
  document: Document;
  /** The root file alone, nothing resolved: what edits are planned on. */
  own: JsonObject;
  /** As the files state it: `$include` resolved, `${VAR}` not. */
  stated: JsonObject;
  /** The effective config: `$include` and `${VAR}` resolved. */
  value: JsonObject;
  /** Absolute paths. */
  includedFiles: string[];
  unresolvedVariables: UnresolvedVariable[];
  /** The effective config if the root file were this; the included files and variables stay as they were read. */
  resolve(own: JsonObject): JsonObject;
  /** The included file that states the value at a path; undefined where only the root file does, or none. */
  ownerOf(path: JsonPath): string | undefined;
};

/** Rejects with `config_invalid`, naming file, line and column where there are any; a missing file is an empty config. */
export async function readConfig(
  locations: Pick<Locations, 'configPath' | 'envFile' | 'includeRoots'>,
  system: Pick<System, 'files' | 'env'>,
): Promise<ConfigSnapshot> {
  const path = locations.configPath;
  const realPath = await system.files.realPath(path).catch((error) => {
    throw unreadable(path, error);
  });
  const file = await readText(path, MAX_CONFIG_BYTES, system.files, { showExcerpt: true });
  const mode = file === undefined ? null : ((await system.files.stat(realPath))?.mode ?? null);
  const document = parse(file?.text ?? '', path);
  const own = document.value;
  const included = await loadIncludes(own, locations, system);
  const merge = (root: JsonObject) => objectOf(resolveIncludes(root, path, included.files), path);
  const merged = merge(own);
  const lookUp = await variableSources(merged, locations, system);
  const { value, unresolved } = resolveVariables(merged, lookUp);
  return {
    path,
    realPath,
    bytes: file?.bytes ?? null,
    mode,
    text: document.text,
    document,
    own,
    stated: merged,
    value,
    includedFiles: included.paths,
    unresolvedVariables: unresolved,
    resolve: (root) => resolveVariables(merge(root), lookUp).value,
    ownerOf: (at) => findOwner(own, at, included.files, { at: path, root: path }),
  };
}

function parse(text: string, path: string): Document {
  try {
    return parseDocument(text);
  } catch (error) {
    throw explainSyntax(error, { path, text, showExcerpt: true });
  }
}

function objectOf(value: unknown, path: string): JsonObject {
  if (isJsonObject(value)) return value;
  throw invalidInclude({ kind: 'include-no-object', path });
}

/** Process, then `<state dir>/.env`, then the config's own; an empty value counts nowhere. As OpenClaw does. */
async function variableSources(
  merged: JsonObject,
  locations: Pick<Locations, 'envFile'>,
  { env, files }: Pick<System, 'files' | 'env'>,
): Promise<LookUp> {
  const names = [...variablesIn(merged)];
  // The file is only read where something is left for it.
  const fromFile = names.some((name) => !env[name]) ? await variablesInFile(locations.envFile, files) : {};
  const fromConfig = configVariables(merged);
  return (name) => env[name] || fromFile[name] || fromConfig[name];
}

async function variablesInFile(path: string, files: System['files']): Promise<Record<string, string>> {
  return (await readEnvFile(path, files)).variables;
}
