import type { JsonObject, JsonValue } from '../text/json.ts';
import { isJsonObject, valueAt } from '../text/json.ts';

export const MODEL_PATH = ['agents', 'defaults', 'model'] as const;
export const PRIMARY_PATH = [...MODEL_PATH, 'primary'] as const;
export const FALLBACKS_PATH = [...MODEL_PATH, 'fallbacks'] as const;

/** The default model and what stands in for it, as the config has them. */
export type Chain = {
  primary: string | null;
  fallbacks: readonly string[];
  /** `model: "x/y"` instead of `model: { primary: "x/y" }`. */
  isString: boolean;
};

/** Reads the chain from an effective config; what has a wrong type counts as absent (writing there is refused). */
export function readChain(config: JsonObject): Chain {
  const model = valueAt(config, MODEL_PATH);
  if (typeof model === 'string') return { primary: model || null, fallbacks: [], isString: true };
  const primary = valueAt(config, PRIMARY_PATH);
  const fallbacks = valueAt(config, FALLBACKS_PATH);
  return {
    primary: typeof primary === 'string' && primary !== '' ? primary : null,
    fallbacks: Array.isArray(fallbacks) ? fallbacks.filter((item) => typeof item === 'string') : [],
    isString: false,
  };
}

/** Every model ref of the chain, primary first, without duplicates. */
export function chainRefs(chain: Pick<Chain, 'primary' | 'fallbacks'>): string[] {
  return [...new Set([...(chain.primary === null ? [] : [chain.primary]), ...chain.fallbacks])];
}

/**
 * Every model ref that the config names anywhere under `agents`: `model`, `imageModel`, `heartbeat.model`,
 * `agents.list[].model`, as a string or as `{ primary, fallbacks }`, and the keys of `models` maps.
 * OpenClaw 2026.4 reads `agents.defaults.models` as an allow-list, so a new map must hold all of them.
 */
export function refsUnderAgents(config: JsonObject): string[] {
  const refs = new Set<string>();
  collectRefs(valueAt(config, ['agents']), refs);
  return [...refs];
}

function collectRefs(value: JsonValue | undefined, refs: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collectRefs(item, refs);
  if (!isJsonObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    if (/model$/i.test(key)) addModel(member, refs);
    if (key === 'models' && isJsonObject(member)) addRefs(Object.keys(member), refs);
    collectRefs(member, refs);
  }
}

function addModel(model: JsonValue, refs: Set<string>): void {
  const { primary = null, fallbacks = null } = isJsonObject(model) ? model : { primary: model };
  addRefs([primary, ...(Array.isArray(fallbacks) ? fallbacks : [])], refs);
}

function addRefs(values: readonly JsonValue[], refs: Set<string>): void {
  for (const value of values) if (typeof value === 'string' && /^[^\s/]+\/\S+$/.test(value)) refs.add(value);
}
