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

export type FileStat = {
  kind: 'file' | 'directory' | 'other';
  size: number;
  /** Permission bits only, e.g. 0o600. */
  mode: number;
  /** The names that the file has: more than 1 where it has hard links. */
  links: number;
};

/** What is in the way of a lock. */
export type LockBlocker =
  | { kind: 'process'; pid: number; host: string }
  /** A file that names no process, or can't be read. */
  | { kind: 'unknown' }
  | { kind: 'not-a-file'; what: 'directory' | 'symbolic link' | 'FIFO' | 'socket' | 'device' };

/** How `Files.lock` fails; `path` is the lock file, or the guard of a take-over, that could not be had. */
export type LockedError = Error & { code: 'ELOCKED'; path: string; blocker: LockBlocker };

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
  /** Whether this process may write to it: a write bit (asked of root too) and the system's own answer. */
  isWritable(path: string): Promise<boolean>;
  /**
   * Atomic replace: random temp file in the same directory, 0600 from birth, fsync, rename, directory fsync.
   * `path` must be a real path. `mode` is set before the rename. Owner and access list of an existing file are kept; of
   * what can't be kept or set nobody gains a right: the file has fewer bits than `mode` then. A new one of root's goes
   * to the owner of its directory. `EBUSY`: it is a mount point.
   * With `expected` (null: no file) it rejects with `ECHANGED`, and changes nothing, where the file does not hold
   * exactly these bytes: looked at right before the rename, and, for who still writes into the old file, after it.
   */
  replace(path: string, bytes: Uint8Array, mode: number, options?: { expected?: Uint8Array | null }): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** With `expected` rejects with `ECHANGED` where the file does not hold exactly these bytes. */
  remove(path: string, options?: { expected?: Uint8Array }): Promise<void>;
  chmod(path: string, mode: number): Promise<void>;
  /**
   * Creates the directory and its missing parents with exactly this mode (where the file system has modes), as root for
   * the owner of the parent; an existing one is left as it is.
   */
  makeDirectory(path: string, mode: number): Promise<void>;
  /**
   * Takes the lock file `<path>.lock`, waiting at most `waitMs`. One whose process is certainly gone (same boot, same pid
   * namespace) is taken over at once, any other once its holder has not touched it for 30 s. Also sweeps the temp files
   * that dead processes left beside `path`. Rejects with `ELOCKED` (a `LockedError`).
   */
  lock(path: string, waitMs: number): Promise<() => Promise<void>>;
  /** Runs writes that belong together: the second Ctrl-C, which ends the process, waits for them (5 s at most). */
  uninterrupted<T>(work: () => Promise<T>): Promise<T>;
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

/** A row of a list to choose from. */
export type Row<T> = {
  value: T;
  /** By column. The first is never cut; of the others as many are shown, from the left, as there is room for. */
  cells: readonly string[];
  /** Dim, behind the first cell: `(current)`. */
  mark?: string;
  /** Shown below the list while the row is active, one line or several. */
  detail?: string;
  /** Shown as a row that can't be chosen. */
  disabled?: true;
  /** A sentence on which Enter has to be pressed once more. */
  confirm?: string;
};

/** What a list shows for what is typed. */
export type Listing<T> = {
  rows: readonly Row<T>[];
  /** How many there are; more than the rows where those are only the first. */
  total: number;
  /** Beside the question: `4 of 137`. */
  note?: string;
  /** Instead of rows where there are none. */
  empty?: string;
};

export type ListQuestion<T> = {
  message: string;
  /** With a line of titles above the rows. */
  columns?: readonly { title: string; align?: 'left' | 'right' }[];
  /** The rows; or how to find them, and then typing filters. */
  find: readonly Row<T>[] | ((typed: string) => Listing<T>);
  initial?: T;
  /** False for the first question: the keys then offer no "back". */
  canGoBack?: boolean;
};

export type TextQuestion = {
  message: string;
  /** Taken where nothing is typed; Tab puts it into the line to be edited. */
  initial?: string;
  /** Why the text is refused; undefined takes it. */
  validate: (text: string) => string | undefined;
};

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

/**
 * Questions to a person, on stderr. A question leaves nothing on the screen: what was answered is written by `answered`,
 * and taken off again by the way back.
 */
export type TerminalPrompt = {
  choose<T>(question: ListQuestion<T>): Promise<Answer<T>>;
  text(question: TextQuestion): Promise<Answer<string>>;
  /** Hidden while it is typed; empty again after a refusal. */
  secret(question: Omit<TextQuestion, 'initial'>): Promise<Answer<string>>;
  /** Writes `✔ Title  answer`. */
  answered(title: string, answer: string): void;
  /** Remembers what is on the screen; the function returned takes everything off again that was written since. */
  checkpoint(): () => void;
};
