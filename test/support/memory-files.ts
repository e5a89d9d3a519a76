import type { Files } from '../../src/system/files.ts';

export type MemoryFiles = Files & {
  /** Path -> text. */
  contents: Map<string, string>;
  /** Path -> mode, of what was written or made. */
  modes: Map<string, number>;
};

/** Files that exist only here; a function that no test of this kind needs fails. */
export function memoryFiles(initial: Readonly<Record<string, string>> = {}): MemoryFiles {
  const contents = new Map(Object.entries(initial));
  const modes = new Map<string, number>();
  const unexpected = (name: string) => async (): Promise<never> => {
    throw new Error(`unexpected files.${name}()`);
  };
  return {
    contents,
    modes,
    read: async (path) => {
      const text = contents.get(path);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    realPath: async (path) => path,
    replace: async (path, bytes, mode) => {
      contents.set(path, new TextDecoder().decode(bytes));
      modes.set(path, mode);
    },
    makeDirectory: async (path, mode) => {
      modes.set(path, mode);
    },
    stat: unexpected('stat'),
    isWritable: unexpected('isWritable'),
    rename: unexpected('rename'),
    remove: unexpected('remove'),
    chmod: unexpected('chmod'),
    lock: unexpected('lock'),
    uninterrupted: (work) => work(),
    sweep: async () => {},
  };
}
