/**
 * What a host program, such as an OpenClaw Gateway, calls when it starts.
 *
 *     import { refreshCatalog } from 'openclaw-onboard';
 *
 *     const { source, count, reason, gone } = await refreshCatalog();
 *     if (source !== 'live') console.warn(`Hugging Face models: ${count}, not live: ${reason}`);
 */
export type RefreshOptions = {
  /** OpenClaw's state directory. By default found as OpenClaw does: OPENCLAW_STATE_DIR, else ~/.openclaw. */
  stateDir?: string;
  /** Uses ~/.openclaw-<profile>, as `--profile`. `stateDir` and OPENCLAW_STATE_DIR win. */
  profile?: string;
  /** Variables to go by instead of `process.env`; all that the README lists count. */
  env?: Readonly<Record<string, string | undefined>>;
  /** The token to ask with; `null` asks without one. By default the one that OpenClaw would use. */
  token?: string | null;
  /** Aborts what is under way; the call then rejects with the code `interrupted`. */
  signal?: AbortSignal;
};

export type RefreshedCatalog = {
  /** `live`: fetched now. Otherwise nothing was merged, and `reason` says why. */
  source: 'live' | 'cache' | 'builtin';
  /** How many chat models the list has. */
  count: number;
  /** ISO 8601; `null` for the built-in list. */
  fetchedAt: string | null;
  /** Why the list is not live, as a sentence without its full stop; `null` where it is. */
  reason: string | null;
  /** The failure behind the reason; `null` where there was none, as where discovery is turned off in the config. */
  error: {
    /** `network`, `timeout`, `rate_limited`, `service_error`, `token_rejected`, … */
    code: string;
    message: string;
    /** What to do about it. */
    hint: string | null;
    /** HTTP status, where the service answered. */
    status: number | null;
    /** Whether the same call may work later. */
    retryable: boolean;
  } | null;
  /** Ids (`org/name`) that were not known before; empty where there was nothing to compare with. */
  added: string[];
  /** Ids that were known, or that the config names, and that the list no longer has. They are kept everywhere. */
  gone: string[];
  /** Where the list is kept, absolute. */
  cacheFile: string;
  /** OpenClaw's own `agents/main/agent/models.json`, and the ids of the entries added to it; `null` where there is none. */
  modelsJson: { path: string; changed: boolean; added: string[] } | null;
  /** Sentences to log. */
  warnings: string[];
};

/**
 * Fetches the list of chat models again (10 s at most), keeps it in the cache, and adds what is new to OpenClaw's
 * `models.json` where that exists; every byte that is there stays. Writes nothing to stdout or stderr.
 *
 * A service that can't be reached is no rejection: `source` and `reason` tell. Rejects with an Error that has a `code`,
 * a `hint` and an `exitCode`: `config_invalid` (a broken config or `models.json`; nothing was asked then),
 * `config_locked`, `config_unwritable`, `config_conflict`, `usage`, `interrupted`.
 */
export function refreshCatalog(options?: RefreshOptions): Promise<RefreshedCatalog>;
