import { isJsonObject, type JsonObject } from '../../text/json.ts';
import { isModelId } from '../../text/model-ref.ts';
import { sanitise } from '../../text/sanitise.ts';

/** USD per million tokens. */
export type Price = { input: number; output: number };

/** USD per million tokens: more is a mistake, and sums of it might not be finite. */
const MAX_USD = 1_000_000;

/** A company behind the router that serves one model. `null` is what the router does not state. */
export type InferenceProvider = {
  /** The slug that a suffix names: `novita`. */
  id: string;
  /** `live`, `error`, `staging`; an open set. */
  status: string;
  /** Tokens. */
  contextWindow: number | null;
  price: Price | null;
  tools: boolean | null;
  /** Tokens per second. */
  throughput: number | null;
  /** Milliseconds to the first token. */
  latencyMs: number | null;
};

/** One chat model as the router lists it. */
export type RouterModel = {
  /** `org/name`, without a suffix. */
  id: string;
  /** What the router calls it; it sends no name as of November 2026. */
  name: string | null;
  image: boolean;
  providers: InferenceProvider[];
};

export type ParsedModels = {
  models: RouterModel[];
  /** Entries without a usable id; a model that is not a chat model is left out without being counted. */
  skipped: number;
};

/**
 * The chat models in the `data` of `GET /v1/models` (hub-docs, docs/inference-providers/hub-api.md). Loose: an odd
 * field is as good as absent, unknown fields and statuses pass. Of two entries with one id the first wins. Written by
 * hand: valibot would cost more to load (6 ms) than this to run (1 ms).
 */
export function parseModels(entries: readonly unknown[]): ParsedModels {
  const models = new Map<string, RouterModel>();
  let skipped = 0;
  for (const entry of entries) {
    const model = parseModel(entry);
    if (model === undefined) skipped++;
    else if (isChatModel(entry) && !models.has(model.id.toLowerCase())) models.set(model.id.toLowerCase(), model);
  }
  return { models: [...models.values()], skipped };
}

/** Whether a value from a file of ours is still what `parseModels` makes: a third of the work of parsing it again. */
export function isRouterModel(value: unknown): value is RouterModel {
  if (!isJsonObject(value) || !Array.isArray(value.providers)) return false;
  const { id, name, image } = value;
  return (
    isClean(id) && (name === null || isClean(name)) && typeof image === 'boolean' && value.providers.every(isProvider)
  );
}

function isProvider(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { id, status, contextWindow, price, tools, throughput, latencyMs } = value;
  const numbers = [contextWindow, throughput, latencyMs];
  if (price !== null && !(isJsonObject(price) && isUsd(price.input) && isUsd(price.output))) return false;
  return (
    isClean(id) &&
    isClean(status) &&
    (tools === null || typeof tools === 'boolean') &&
    numbers.every((number) => number === null || amount(number) !== null)
  );
}

/** Text that a terminal does not obey. */
function isClean(value: unknown): boolean {
  return typeof value === 'string' && sanitise(value) === value;
}

function parseModel(entry: unknown): RouterModel | undefined {
  if (!isJsonObject(entry) || typeof entry.id !== 'string') return undefined;
  if (!isModelId(entry.id) || entry.id.includes(':')) return undefined;
  return {
    id: entry.id,
    name: nameOf(entry),
    image: modalities(entry, 'input_modalities')?.includes('image') ?? false,
    providers: parseProviders(entry.providers),
  };
}

function nameOf(entry: JsonObject): string | null {
  for (const name of [entry.name, entry.title, entry.display_name]) {
    const clean = typeof name === 'string' ? sanitise(name).trim() : '';
    if (clean !== '') return clean;
  }
  return null;
}

/** A model whose output the router does not describe counts as one that writes text. */
function isChatModel(entry: unknown): boolean {
  return modalities(entry, 'output_modalities')?.includes('text') ?? true;
}

function modalities(entry: unknown, key: 'input_modalities' | 'output_modalities'): unknown[] | undefined {
  if (!isJsonObject(entry) || !isJsonObject(entry.architecture)) return undefined;
  const list = entry.architecture[key];
  return Array.isArray(list) ? list : undefined;
}

function parseProviders(entries: unknown): InferenceProvider[] {
  const providers = new Map<string, InferenceProvider>();
  for (const entry of Array.isArray(entries) ? entries : []) {
    const provider = parseProvider(entry);
    if (provider && !providers.has(provider.id)) providers.set(provider.id, provider);
  }
  return [...providers.values()];
}

function parseProvider(entry: unknown): InferenceProvider | undefined {
  if (!isJsonObject(entry) || typeof entry.provider !== 'string' || !/^[\w.-]+$/.test(entry.provider)) return undefined;
  return {
    id: entry.provider,
    status: typeof entry.status === 'string' ? sanitise(entry.status) : 'unknown',
    contextWindow: isCount(entry.context_length) ? entry.context_length : null,
    price: parsePrice(entry.pricing, entry.is_free === true),
    tools: typeof entry.supports_tools === 'boolean' ? entry.supports_tools : null,
    throughput: amount(entry.throughput),
    latencyMs: amount(entry.first_token_latency_ms),
  };
}

/** 0/0 is a price only where the entry says that it is free: elsewhere it means "not stated". */
function parsePrice(pricing: unknown, isFree: boolean): Price | null {
  if (!isJsonObject(pricing)) return null;
  const { input, output } = pricing;
  if (!isUsd(input) || !isUsd(output)) return null;
  return input === 0 && output === 0 && !isFree ? null : { input, output };
}

/** One side of a price. */
export function isUsd(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= MAX_USD;
}

/** A number of tokens. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function amount(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
