import path from 'node:path';

/** A path as a person reads it: `~/…` below the home directory that the environment names, else as it is. */
export function homePath(file: string, env: Readonly<Record<string, string | undefined>>): string {
  const home = env.HOME || env.USERPROFILE;
  if (!home || !path.isAbsolute(home)) return file;
  const below = path.relative(home, file);
  return below === '' || below.startsWith('..') || path.isAbsolute(below) ? file : path.join('~', below);
}

/** A place with its path as a person reads it. */
export function homePlace<Place extends object>(
  place: Place,
  env: Readonly<Record<string, string | undefined>>,
): Place {
  return 'path' in place && typeof place.path === 'string' ? { ...place, path: homePath(place.path, env) } : place;
}
