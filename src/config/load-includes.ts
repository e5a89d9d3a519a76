import { OpenclawError } from '../errors.ts';
import { parseJson5 } from '../json5/parse-json5.ts';
import type { System } from '../system.ts';
import type { JsonValue } from '../text/json.ts';
import { type IncludedFiles, includesOf, invalidInclude, objectsWithInclude } from './includes.ts';
import { readText } from './read-text.ts';
import { describeSyntaxError } from './syntax-error.ts';

/** OpenClaw's own limits. */
const MOST_INCLUDE_BYTES = 2 * 1024 * 1024;
const DEEPEST_INCLUDE = 10;

type Load = {
  system: Pick<System, 'files' | 'path'>;
  /** The directory that no included file may leave, as stated and behind all symlinks. */
  directory: string;
  realDirectory: string;
  loaded: Map<string, JsonValue>;
};

/**
 * Reads every file that a config includes, directly or not. Each stands inside the config's directory (also after
 * symlinks), is regular, has 2 MB at most; the depth is 10 at most and no file includes itself.
 * Rejects with `config_invalid`, naming file, line and column, but never showing anything of an included file.
 */
export async function loadIncludes(
  own: JsonValue,
  configPath: string,
  system: Pick<System, 'files' | 'path'>,
): Promise<{ files: IncludedFiles; paths: string[] }> {
  const { path } = system;
  const directory = path.dirname(configPath);
  const loaded = new Map<string, JsonValue>();
  const files: IncludedFiles = {
    get: (file) => loaded.get(file) ?? null,
    resolvePath: (include, at) => path.resolve(path.dirname(at), include),
  };
  // Most configs include nothing: then no link needs to be followed.
  if (!objectsWithInclude(own).next().done) {
    const realDirectory = await system.files.realPath(directory);
    await loadFrom(own, [configPath], files, { system, directory, realDirectory, loaded });
  }
  return { files, paths: [...loaded.keys()] };
}

/** `chain` is how we came here: the config, the file it includes, …, the file that holds `value`. */
async function loadFrom(value: JsonValue, chain: readonly string[], files: IncludedFiles, load: Load): Promise<void> {
  const at = chain.at(-1) ?? '';
  for (const object of objectsWithInclude(value)) {
    for (const name of includesOf(object, at)) {
      const file = files.resolvePath(name, at);
      if (chain.includes(file)) throw invalidInclude(at, `goes in a circle: ${[...chain, file].join(' -> ')}`);
      if (chain.length > DEEPEST_INCLUDE) throw invalidInclude(at, `is nested deeper than ${DEEPEST_INCLUDE} files.`);
      const content = load.loaded.get(file) ?? (await loadFile(file, at, load));
      load.loaded.set(file, content);
      await loadFrom(content, [...chain, file], files, load);
    }
  }
}

async function loadFile(file: string, at: string, load: Load): Promise<JsonValue> {
  const { system, directory, realDirectory } = load;
  if (!isInside(directory, file, system.path)) throw escapes(file, at, directory);
  const real = await system.files.realPath(file).catch(() => file);
  if (real !== file && !isInside(realDirectory, real, system.path)) throw escapes(file, at, directory);
  const read = await readText(file, MOST_INCLUDE_BYTES, system.files, { showExcerpt: false });
  if (read === undefined) throw invalidInclude(at, `names ${file}, which does not exist.`);
  try {
    return parseJson5(read.text);
  } catch (error) {
    const description = describeSyntaxError(error, file);
    if (description === undefined) throw error;
    throw new OpenclawError('config_invalid', description, { hint: `Included by ${at}.`, cause: error });
  }
}

function isInside(directory: string, file: string, path: System['path']): boolean {
  const way = path.relative(directory, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

function escapes(file: string, at: string, directory: string): OpenclawError {
  return invalidInclude(at, `names ${file}, which is outside the config's directory ${directory}.`);
}
