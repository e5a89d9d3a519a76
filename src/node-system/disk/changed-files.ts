import type { Files } from '../../system/files.ts';

/** The same files; each path that was written, moved to, or removed is added to `changed` once that is done. */
export function recordChanges(files: Files, changed: Set<string>): Files {
  return {
    ...files,
    replace: async (path, ...rest) => {
      await files.replace(path, ...rest);
      changed.add(path);
    },
    rename: async (from, to) => {
      await files.rename(from, to);
      changed.add(to);
    },
    remove: async (path, ...rest) => {
      await files.remove(path, ...rest);
      changed.add(path);
    },
  };
}
