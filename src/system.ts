/**
 * What the program may ask of the world, as types only. `main` builds the real one from `node-system/`;
 * tests pass a scripted one. A function names the parts it needs: `Pick<System, 'files' | 'io'>`.
 */
export type System = {
  env: Env;
  platform: 'linux' | 'darwin' | 'win32' | (string & {});
  io: Io;
  /** Who answers questions: `null` where nobody can (no terminal, or `--non-interactive`). Computed once. */
  prompt: Prompt | null;
  fetch: Fetch;
  files: Files;
  path: Paths;
  shell: Shell;
  clock: Clock;
  /** SHA-256 as lower-case hex. */
  hash(bytes: Uint8Array): string;
  /** From now on this text is masked wherever it would be written to `io.out` or `io.err`. */
  hide(secret: string): void;
  /** Aborted on Ctrl-C (reason 'SIGINT') and on termination (reason 'SIGTERM'). */
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

/** stdout is the answer, stderr is the conversation. */
export type Io = {
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

/** The platform's path rules (`node:path`): pure text, injected so that no room below `main` knows the platform. */
export type Paths = {
  join(...parts: string[]): string;
  resolve(...parts: string[]): string;
  dirname(path: string): string;
  basename(path: string): string;
  relative(from: string, to: string): string;
  isAbsolute(path: string): boolean;
  sep: string;
};

export type FileStat = {
  kind: 'file' | 'directory' | 'other';
  size: number;
  /** Permission bits only, e.g. 0o600. */
  mode: number;
};

/**
 * Files by absolute path. Every function rejects with Node's errno error (`code`, `path`), besides the two
 * that `read` adds: `ENOTREG` for what is no regular file and `EFBIG` for more than `maxBytes`.
 */
export type Files = {
  /** The bytes, or undefined where nothing exists at the path. Follows symlinks; never blocks on a FIFO. */
  read(path: string, maxBytes: number): Promise<Uint8Array | undefined>;
  /** Follows symlinks; undefined where nothing exists. */
  stat(path: string): Promise<FileStat | undefined>;
  /** The path behind all symlinks, also where the last target does not exist yet. */
  realPath(path: string): Promise<string>;
  list(directory: string): Promise<string[]>;
  /** Whether this process may write to it: a write bit (asked of root too) and the system's own answer. */
  isWritable(path: string): Promise<boolean>;
  /**
   * Atomic replace: random temp file in the same directory, 0600 from birth, fsync, rename, directory fsync.
   * `path` must be a real path. `mode` is set before the rename. The owner of an existing file is kept.
   * With `expected` (null: no file) it rejects with `ECHANGED`, and changes nothing, where the file does not hold
   * exactly these bytes: looked at right before the rename, and, for who still writes into the old file, after it.
   */
  replace(path: string, bytes: Uint8Array, mode: number, options?: { expected?: Uint8Array | null }): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** With `expected` rejects with `ECHANGED` where the file does not hold exactly these bytes. */
  remove(path: string, options?: { expected?: Uint8Array }): Promise<void>;
  chmod(path: string, mode: number): Promise<void>;
  /** Creates the directory and its missing parents with exactly this mode; an existing one is left as it is. */
  makeDirectory(path: string, mode: number): Promise<void>;
  /**
   * Takes the lock file `<path>.lock`, waiting at most `waitMs`; a lock whose process on this host is dead is
   * taken over at once. Also sweeps temp files that dead processes left beside `path`. Rejects with `ELOCKED`
   * (an errno error whose message names the owner).
   */
  lock(path: string, waitMs: number): Promise<() => Promise<void>>;
  /** Removes what killed processes left beside `path`, their lock included; for a run that has nothing to write. Never rejects. */
  sweep(path: string): Promise<void>;
};

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

/** The answer to a question, or the wish to go back one question (Esc). Ctrl-C rejects with `interrupted`. */
export type Answer<T> = { kind: 'answer'; value: T } | { kind: 'back' };

export type Choice<T> = {
  value: T;
  label: string;
  /** What stands behind the question once this was chosen; the label where it is not given. */
  short?: string;
  /** Shown below the list while the row is active. */
  description?: string;
  /** A reason why it can't be chosen. */
  disabled?: string;
};

export type Prompt = {
  select<T>(question: { message: string; choices: readonly Choice<T>[]; initial?: T }): Promise<Answer<T>>;
  /** Type to filter: `source` is asked for the rows at each key. */
  search<T>(question: {
    message: string;
    /** Behind the message until the question is answered; with line breaks on lines of its own. */
    note?: string;
    source: (term: string) => readonly Choice<T>[];
    initial?: T;
  }): Promise<Answer<T>>;
  password(question: { message: string; validate: (text: string) => true | string }): Promise<Answer<string>>;
  input(question: {
    message: string;
    initial?: string;
    validate: (text: string) => true | string;
  }): Promise<Answer<string>>;
};
