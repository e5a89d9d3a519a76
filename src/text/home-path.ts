import path from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** A path as a person reads it: `~/…` below the home directory that the environment names, else as it is. */
export function homePath(file: string, env: Env): string {
  const home = env.HOME || env.USERPROFILE;
  if (!home || !path.isAbsolute(home) || !path.isAbsolute(file)) return file;
  const below = path.relative(home, file);
  return below === '' || below.startsWith('..') || path.isAbsolute(below) ? file : path.join('~', below);
}

/** A place, or a note about places, with each `path` in it as a person reads it. */
export function homePaths<Value>(value: Value, env: Env): Value {
  if (Array.isArray(value)) return value.map((item) => homePaths(item, env)) as Value;
  if (value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const members = Object.entries(Object(value)).map(([key, member]) => [
    key,
    key === 'path' && typeof member === 'string' ? homePath(member, env) : homePaths(member, env),
  ]);
  return Object.fromEntries(members);
}
