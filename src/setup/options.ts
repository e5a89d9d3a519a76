/** Flags that every command has. */
export type GlobalOptions = {
  /** `--profile <name>`, or `dev` for `--dev`. */
  profile: string | undefined;
  /** Call nothing: built-in or cached list, no token check. */
  offline: boolean;
  /** Requests with the token redacted, and stacks, on stderr. */
  verbose: boolean;
};

/** The flags of every command that writes. */
export type WriteOptions = GlobalOptions & { json: boolean; dryRun: boolean };

/** How a list is written: for people, as one JSON document, or one item a line. */
export type ListFormat = 'text' | 'json' | 'plain';
