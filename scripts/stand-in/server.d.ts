import type { IncomingHttpHeaders } from 'node:http';

/** What to answer; without `status` 200, without `headers` JSON. */
export type Answer = {
  status?: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON. */
  body?: unknown;
  gzip?: boolean;
  /** Wait this long before the first byte. */
  delayMs?: number;
  /** Wait this long after every single byte of the body. */
  dripMs?: number;
  /** Wait this long after every event of a stream. */
  eventMs?: number;
  /** What a completion is billed for, whatever its body tells. */
  usage?: Usage;
  /** Close the connection after this many bytes of the body. */
  cutAfter?: number;
  /** Reset the connection without an answer. */
  reset?: boolean;
  /** Never answer. */
  hang?: boolean;
};

/** Tokens. */
export type Usage = { prompt_tokens: number; completion_tokens: number };

/** A completion that was billed; `model` with its suffix. */
export type Bill = Usage & { model: string };

export type RecordedRequest = {
  method: string;
  /** Without the query. */
  path: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
};

/** What a chat completion asked for. */
export type Completion = {
  bearer: string | undefined;
  /** With its suffix. */
  model: string;
  /** `max_completion_tokens`, or its older name `max_tokens`. */
  maxTokens: number | undefined;
  headers: IncomingHttpHeaders;
};

export type StandInOptions = {
  /** A free one by default. */
  port?: number;
  /** The token that counts as valid; `VALID_TOKEN` by default. */
  token?: string;
  /** The list's `data`; `fixtures/service/router-models.json` by default. */
  models?: unknown[];
  /** The fixture that answers whoami for the valid token. */
  whoami?: string;
};

export type StandIn = {
  /** `http://127.0.0.1:<port>`: what HF_ENDPOINT takes. */
  url: string;
  /** `<url>/v1`: what OPENCLAW_HUGGINGFACE_BASE_URL takes. */
  baseUrl: string;
  /** Every request so far, in order. */
  requests: RecordedRequest[];
  /** Every chat completion so far, in order, whatever it was answered. */
  completions: Completion[];
  /** What the account would have to pay for, in order. */
  billed: Bill[];
  /** The answers of a path from now on, one after another; the last one stays. */
  script(path: string, ...answers: Answer[]): void;
  /** The same for the chat completions of one model, by the id that is sent. */
  scriptModel(model: string, ...answers: Answer[]): void;
  close(): Promise<void>;
};

export function startStandIn(options?: StandInOptions): Promise<StandIn>;
