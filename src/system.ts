import type { Files } from './system/files.ts';
import type { Prompt } from './system/prompt.ts';
import type { Words } from './words/words.ts';

/**
 * What the program may ask of the world, as types only. `main` builds the real one from `node-system/`;
 * tests pass a scripted one. A function names the parts it needs: `Pick<System, 'files' | 'io'>`.
 */
export type System = {
  env: Env;
  /** All that a person reads, in the language of this run. */
  words: Words;
  platform: 'linux' | 'darwin' | 'win32' | (string & {});
  io: Io;
  /** Who answers questions: `null` where nobody can (no terminal, or `--non-interactive`). Computed once. */
  prompt: Prompt | null;
  fetch: Fetch;
  files: Files;
  shell: Shell;
  clock: Clock;
  /** SHA-256 as lower-case hex. */
  hash(bytes: Uint8Array): string;
  /** From now on this text is masked wherever it would be written to `io.out` or `io.err`. */
  hide(secret: string): void;
  /** Aborted on Ctrl-C (reason 'SIGINT'), on termination ('SIGTERM'), and where the run's time is over (its error). */
  signal: AbortSignal;
};

export type Env = Readonly<Record<string, string | undefined>>;

/**
 * One request, whatever the status of the answer; no redirect is followed. Rejects with an errno error (`code`), which
 * has a `proxy` where the proxy failed and not the host, or with the signal's reason.
 */
export type Fetch = (url: string | URL, init?: FetchInit) => Promise<FetchResponse>;

export type FetchInit = {
  /** GET by default. */
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | null;
  /** Ends the request at any time: while it connects, while it waits, and in the body. */
  signal?: AbortSignal;
};

export type FetchResponse = {
  status: number;
  headers: ResponseHeaders;
  /** Decompressed; null where the status allows none. */
  body: AsyncIterable<Uint8Array> | null;
};

export type ResponseHeaders = {
  /** Of any case; several of one name are joined with commas. */
  get(name: string): string | null;
  entries(): Iterable<[string, string]>;
};

/** What a proxy did instead of leading on; without its credentials. */
export type ProxyFailure = {
  /** `host:port` */
  host: string;
  /** HTTP status of its answer; null where it gave none. */
  status: number | null;
};

export type Clock = {
  now(): Date;
  /** Milliseconds from an arbitrary start, never going back. */
  monotonic(): number;
};

/** Sentences, wrapped to their stream, cleaned of what a terminal obeys, marked. */
export type Voice = {
  /** A line of the answer, on stdout; the others are the conversation, on stderr. */
  say(text: string): void;
  tell(text: string): void;
  /** Dim: what explains. */
  note(text: string): void;
  warn(text: string): void;
  done(text: string): void;
  fail(text: string): void;
};

/** stdout is the answer, stderr is the conversation. */
export type Io = Voice & {
  out: Stream;
  err: Stream;
  stdinIsTerminal: boolean;
  /** All of stdin as text; for `--huggingface-api-key -`. */
  readStdin(): Promise<string>;
  /** Passes `work` on; on a terminal shows `label` and the elapsed seconds while it takes longer than 300 ms. */
  wait<T>(label: string, work: Promise<T>): Promise<T>;
  /** A hint with the commands in it named as this run was started: another name, a profile. */
  nameCommands(hint: string): string;
  /** False where the locale is not UTF-8: no `❯`, `…` or `·`. */
  unicode: boolean;
};

export type Stream = {
  write(text: string): void;
  isTerminal: boolean;
  /** Width in cells; without a limit where it is neither a terminal nor COLUMNS is set. */
  columns: number;
  /** The text in a style where the stream shows colours, else the text as it is. */
  style(format: Style | readonly Style[], text: string): string;
  /** Whether OSC 8 links are understood. */
  hyperlinks: boolean;
};

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan' | 'underline';

export type Shell = {
  /**
   * Standard output of a command in its own process group, stdin closed, stderr discarded; undefined when it
   * fails, exceeds `timeoutMs` or `signal` aborts, and then its whole group is killed.
   */
  run(
    command: string,
    args: readonly string[],
    options: { timeoutMs: number; signal: AbortSignal },
  ): Promise<string | undefined>;
};
