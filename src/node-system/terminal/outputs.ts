import { constants, fstatSync, openSync, statSync, writeSync } from 'node:fs';
import { errnoOf } from '../../errors.ts';

/** One of the process's output streams. */
export type Output = {
  isTerminal: boolean;
  /** The terminal's width; only asked where it is one. */
  columns(): number | undefined;
  /** The terminal's height, likewise. */
  rows(): number | undefined;
  /** Never fails: once its reader has left, or it has failed, the rest is dropped. */
  write(text: string): void;
};

export type Outputs = {
  stdout: Output;
  stderr: Output;
  /** Resolves once everything is written: true, or false where the signal ended the wait, and the rest is dropped. */
  drained(signal: AbortSignal): Promise<boolean>;
  /** Why standard output could not be written (an errno code); a reader that left is not a failure. */
  failure(): string | undefined;
};

type Sink = {
  name: 'stdout' | 'stderr';
  descriptor: number;
  /** Whether a write may block, as long as Node has not set its own stream up. */
  blocks: boolean;
  sent: number;
  isOpen: boolean;
  failure?: string;
};

const DESCRIPTORS = { stdout: 1, stderr: 2 } as const;

/** A full pipe whose other end reads slowly is tried again after this time. */
const PAUSE_MS = 4;

/** What the smallest buffer of a socket or a pipe takes at once. */
const FITS_ANYWHERE_BYTES = 16 * 1024;

/**
 * Both output streams of the process. A write never blocks: what a slow reader does not take at once waits here, in
 * order, so that signals are heard meanwhile. `process.stdout` is not used: on a pipe it takes 2 ms to set up, and a
 * write may still be under way at the end.
 */
export function openOutputs(): Outputs {
  const queue: { sink: Sink; bytes: Uint8Array }[] = [];
  const sinks = { stdout: createSink('stdout'), stderr: createSink('stderr') };
  let timer: ReturnType<typeof setInterval> | undefined;
  const waiting = new Set<() => void>();
  const flush = () => {
    for (let next = queue[0]; next !== undefined; next = queue[0]) {
      next.bytes = next.bytes.subarray(send(next.sink, next.bytes));
      if (next.bytes.length > 0) return;
      queue.shift();
    }
    clearInterval(timer);
    timer = undefined;
    for (const resume of waiting) resume();
  };
  const write = (sink: Sink, text: string) => {
    queue.push({ sink, bytes: new TextEncoder().encode(text) });
    if (timer !== undefined) return;
    flush();
    if (queue.length > 0) timer = setInterval(flush, PAUSE_MS);
  };
  const output = (sink: Sink): Output => ({
    isTerminal: isTerminal(DESCRIPTORS[sink.name]),
    columns: () => process[sink.name].columns,
    rows: () => process[sink.name].rows,
    write: (text) => write(sink, text),
  });
  const drained = async (signal: AbortSignal) => {
    let isWhole = true;
    const drop = () => {
      isWhole = queue.length === 0;
      // What stdout's reader does not take must not keep the last words on stderr back.
      queue.splice(0, queue.length, ...queue.filter(({ sink }) => sink === sinks.stderr));
      flush();
      queue.splice(0);
      flush();
    };
    signal.addEventListener('abort', drop);
    if (signal.aborted) drop();
    if (queue.length > 0) await new Promise<void>((resolve) => waiting.add(resolve));
    signal.removeEventListener('abort', drop);
    return isWhole;
  };
  return { stdout: output(sinks.stdout), stderr: output(sinks.stderr), drained, failure: () => sinks.stdout.failure };
}

/**
 * A pipe or a terminal is opened once more, so that only our writes don't block: the descriptor itself may be shared
 * with other programs. Linux only; a socket, or what belongs to another user, can't be opened.
 */
function createSink(name: Sink['name']): Sink {
  const descriptor = DESCRIPTORS[name];
  const sink = { name, descriptor, blocks: false, sent: 0, isOpen: true };
  try {
    const stat = fstatSync(descriptor);
    if (stat.isFile()) return sink;
    sink.blocks = stat.isFIFO() || stat.isSocket();
    if (stat.isSocket()) return sink;
    const flags = constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY;
    return { ...sink, descriptor: openSync(`/proc/self/fd/${descriptor}`, flags), blocks: false };
  } catch {
    return sink;
  }
}

/** How many of the bytes are done with: all of them where nobody takes them. */
function send(sink: Sink, bytes: Uint8Array): number {
  if (!sink.isOpen) return bytes.length;
  if (sink.blocks && sink.sent + bytes.length > FITS_ANYWHERE_BYTES) {
    // Asked for, Node's own stream makes the descriptor one that does not block.
    void process[sink.name];
    sink.blocks = false;
  }
  try {
    const written = writeSync(sink.descriptor, bytes);
    sink.sent += written;
    return written;
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'EAGAIN') return 0;
    sink.isOpen = false;
    if (code !== 'EPIPE' && code !== 'EBADF') sink.failure = code ?? 'unknown';
    return bytes.length;
  }
}

/**
 * Whether a descriptor is a terminal. Pipes, files and /dev/null, which scripts pass, are told apart without
 * `node:tty`, which takes 2 ms to load.
 */
export function isTerminal(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    return (
      stat.isCharacterDevice() && stat.rdev !== nullDevice() && process.getBuiltinModule('node:tty').isatty(descriptor)
    );
  } catch {
    // Closed, as by `>&-`.
    return false;
  }
}

/** Windows has none at this path. */
function nullDevice(): number | undefined {
  return statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
}
