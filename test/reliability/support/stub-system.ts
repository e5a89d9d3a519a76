import { createIo } from '../../../src/node-system/terminal/io.ts';
import { openOutputs } from '../../../src/node-system/terminal/outputs.ts';
import type { Files } from '../../../src/system/files.ts';
import type { Env, System } from '../../../src/system.ts';
import { en } from '../../../src/words/en/en.ts';
import { memoryFiles } from '../../support/memory-files.ts';

export type Said = { text: string };

const encoder = new TextEncoder();

/** Everything in memory, a network that answers as told, nobody to ask: for thousands of runs in one process. */
export function stubSystem(
  contents: Readonly<Record<string, string | Uint8Array>>,
  answer: () => Response,
  env: Env = {},
): { system: System; said: Said } {
  const said: Said = { text: '' };
  const stream = {
    write: (text: string) => {
      said.text += text;
    },
    isTerminal: false,
    columns: 80,
    style: (_: unknown, text: string) => text,
    hyperlinks: false,
  };
  const signal = new AbortController().signal;
  const io = createIo({
    outputs: openOutputs(),
    env,
    platform: 'linux',
    noColor: true,
    mask: (text: string) => text,
    signal,
    nameCommands: (hint: string) => hint,
  });
  const system: System = {
    env: { HOME: '/home/ada', ...env },
    platform: 'linux',
    words: en,
    io: {
      ...io,
      out: stream,
      err: stream,
      stdinIsTerminal: false,
      unicode: true,
      readStdin: async () => 'hf_aTokenFromStdin',
      wait: (_, work) => work,
    },
    prompt: null,
    fetch: async () => answer(),
    files: filesOf(contents),
    shell: { run: async () => undefined },
    clock: { now: () => new Date(), monotonic: () => performance.now() },
    hash: (bytes) => String(bytes.length),
    hide: () => {},
    signal,
  };
  return { system, said };
}

function filesOf(contents: Readonly<Record<string, string | Uint8Array>>): Files {
  const files = memoryFiles({});
  const bytesAt = new Map(
    Object.entries(contents).map(([at, content]) => [
      at,
      typeof content === 'string' ? encoder.encode(content) : content,
    ]),
  );
  return {
    ...files,
    read: async (at) => bytesAt.get(at),
    stat: async (at) => ({ kind: bytesAt.has(at) ? 'file' : 'directory', size: 0, mode: 0o700, links: 1 }),
    isWritable: async () => true,
    replace: async (at, bytes) => {
      bytesAt.set(at, bytes);
    },
    rename: async () => {},
    remove: async () => {},
    chmod: async () => {},
    makeDirectory: async () => {},
    lock: async () => async () => {},
    sweep: async () => {},
  };
}
