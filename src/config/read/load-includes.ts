import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { OpenclawError } from '../../errors.ts';
import { MAX_DEPTH, parseJson5 } from '../../json5/parse-json5.ts';
import type { System } from '../../system.ts';
import type { JsonValue } from '../../text/json.ts';
import type { Locations } from '../locate.ts';
import {
  createBudget,
  type IncludedFiles,
  includesOf,
  invalidInclude,
  objectsWithInclude,
  resolveIncludes,
  type Spend,
} from './includes.ts';
import { explainSyntax } from './invalid-text.ts';
import { readText } from './read-text.ts';

/** OpenClaw's own limits. */
const MAX_INCLUDE_BYTES = 2 * 1024 * 1024;
const DEEPEST_INCLUDE = 10;

type Load = {
  system: Pick<System, 'files'>;
  /** The directories that no included file may leave: as stated, and behind all symlinks. */
  roots: readonly Root[];
  /** As parsed, and as resolved, by absolute path. */
  loaded: Map<string, JsonValue>;
  resolved: Map<string, JsonValue>;
  /** How many files deep each one leads, itself included. */
  depths: Map<string, number>;
  sizes: Map<object, Size>;
  spend: Spend;
};

type Root = { directory: string; real: string };

/**
 * Reads every file that a config includes, directly or not, each once. Each is inside the config's directory or one
 * of `roots` (also after symlinks), is regular, has no hard links and 2 MB at most; the depth is 10 at most, no file
 * includes itself, and all of it merged has 20 MB at most.
 * Rejects with `config_invalid`, naming file, line and column, but never showing anything of an included file.
 */
export async function loadIncludes(
  own: JsonValue,
  { configPath, includeRoots }: Pick<Locations, 'configPath' | 'includeRoots'>,
  system: Pick<System, 'files'>,
): Promise<{ files: IncludedFiles; paths: string[] }> {
  const loaded = new Map<string, JsonValue>();
  const resolved = new Map<string, JsonValue>();
  const files: IncludedFiles = {
    get: (file) => loaded.get(file) ?? null,
    resolved: (file) => resolved.get(file) ?? null,
    resolvePath: (include, at) => resolve(dirname(at), include),
  };
  // Most configs include nothing: then no link needs to be followed.
  if (objectsWithInclude(own).length > 0) {
    const roots = await findRoots([dirname(configPath), ...includeRoots], system.files);
    const spend = createBudget(configPath);
    const load = { system, roots, loaded, resolved, depths: new Map(), sizes: new Map(), spend };
    await loadFrom(own, [configPath], files, load);
    measure(resolveIncludes(own, configPath, files, spend), configPath, load);
  }
  return { files, paths: [...loaded.keys()] };
}

function findRoots(directories: readonly string[], files: System['files']): Promise<Root[]> {
  return Promise.all(
    directories.map(async (directory) => ({
      directory,
      real: await files.realPath(directory).catch(() => directory),
    })),
  );
}

/**
 * `chain` is how we came here: the config, the file it includes, …, the file that holds `value`. Resolves to how many
 * files deep it leads from there.
 */
async function loadFrom(value: JsonValue, chain: readonly string[], files: IncludedFiles, load: Load): Promise<number> {
  const at = chain.at(-1) ?? '';
  let deepest = 0;
  for (const object of objectsWithInclude(value)) {
    for (const name of includesOf(object, at)) {
      const file = files.resolvePath(name, at);
      if (chain.includes(file)) throw invalidInclude({ kind: 'include-circle', path: at, chain: [...chain, file] });
      const depth = load.depths.get(file) ?? 1;
      if (chain.length - 1 + depth > DEEPEST_INCLUDE)
        throw invalidInclude({ kind: 'include-too-deep', path: at, most: DEEPEST_INCLUDE });
      if (!load.resolved.has(file)) await loadAll(file, [...chain, file], files, load);
      deepest = Math.max(deepest, load.depths.get(file) ?? 1);
      load.spend(measure(load.resolved.get(file) ?? null, at, load).characters);
    }
  }
  return deepest;
}

/** A file, all that it includes, and then what it leads to. */
async function loadAll(file: string, chain: readonly string[], files: IncludedFiles, load: Load): Promise<void> {
  const content = await loadFile(file, chain.at(-2) ?? '', load);
  load.loaded.set(file, content);
  load.depths.set(file, 1 + (await loadFrom(content, chain, files, load)));
  const resolved = resolveIncludes(content, file, files, load.spend);
  measure(resolved, file, load);
  load.resolved.set(file, resolved);
}

type Size = { characters: number; levels: number };

/** Each object is measured once, however often it occurs in the value. */
function measure(value: JsonValue, at: string, load: Pick<Load, 'sizes'>): Size {
  if (typeof value === 'string') return { characters: value.length + 2, levels: 0 };
  if (typeof value !== 'object' || value === null) return { characters: 4, levels: 0 };
  const known = load.sizes.get(value);
  if (known !== undefined) return known;
  const size = { characters: 2, levels: 0 };
  for (const [key, member] of Object.entries(value)) {
    const { characters, levels } = measure(member, at, load);
    size.characters += characters + (Array.isArray(value) ? 1 : key.length + 4);
    size.levels = Math.max(size.levels, levels);
  }
  size.levels++;
  if (size.levels > MAX_DEPTH) throw invalidInclude({ kind: 'include-too-nested', path: at, most: MAX_DEPTH });
  load.sizes.set(value, size);
  return size;
}

async function loadFile(file: string, at: string, load: Load): Promise<JsonValue> {
  const { system, roots } = load;
  if (!roots.some(({ directory }) => isInside(directory, file))) throw escapes(file, at, roots);
  const realPath = await system.files.realPath(file).catch(() => file);
  const isWithin = roots.some(({ real }) => isInside(real, realPath));
  if (realPath !== file && !isWithin) throw escapes(file, at, roots);
  const read = await readText(file, MAX_INCLUDE_BYTES, system.files, { showExcerpt: false });
  if (read === undefined) throw invalidInclude({ kind: 'include-missing', path: at, file });
  const links = (await system.files.stat(file))?.links ?? 1;
  if (links > 1) throw invalidInclude({ kind: 'include-linked', path: at, file });
  try {
    return parseJson5(read.text);
  } catch (error) {
    throw explainSyntax(error, { path: file, text: read.text, includedBy: at, showExcerpt: false });
  }
}

function isInside(directory: string, file: string): boolean {
  const way = relative(directory, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function escapes(file: string, at: string, [own, ...more]: readonly Root[]): OpenclawError {
  const directory = own?.directory ?? '';
  return invalidInclude({ kind: 'include-outside', path: at, file, directory, roots: more.length > 0 });
}
