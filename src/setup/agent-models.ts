import type { JsonObject, JsonValue } from '../text/json.ts';
import { isJsonObject, valueAt } from '../text/json.ts';
import { isWildcard } from '../text/model-ref.ts';
import { chainRefs, readChain } from './refs.ts';

/** The models that OpenClaw uses: the chain, then each that is set anywhere else under `agents`. Map keys are not used. */
export function usedRefs(config: JsonObject): string[] {
  return [...new Set([...chainRefs(readChain(config)), ...collectRefs(valueAt(config, ['agents']), false)])];
}

/**
 * Every model ref that the config names anywhere under `agents`: `model`, `imageModel`, `heartbeat.model`,
 * `agents.list[].model`, as a string or as `{ primary, fallbacks }`, and the keys of `models` maps. OpenClaw reads
 * `agents.defaults.models` as an allow-list, so a new map must hold all of them.
 */
export function refsUnderAgents(config: JsonObject): string[] {
  return [...new Set(collectRefs(valueAt(config, ['agents']), true))];
}

/** `memorySearch` names embedding models, which no chat can use. */
function collectRefs(value: JsonValue | undefined, withMaps: boolean): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => collectRefs(item, withMaps));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (key === 'memorySearch') return [];
    if (key === 'models' && isJsonObject(member)) return withMaps ? Object.keys(member).filter(isRef) : [];
    return [...(/model$/i.test(key) ? modelRefs(member) : []), ...collectRefs(member, withMaps)];
  });
}

/** The refs of a model setting: `"x/y"` or `{ primary, fallbacks }`. */
function modelRefs(model: JsonValue | undefined): string[] {
  const { primary = null, fallbacks = null } = isJsonObject(model) ? model : { primary: model ?? null };
  return [primary, ...(Array.isArray(fallbacks) ? fallbacks : [])].filter(isRef);
}

function isRef(value: JsonValue): value is string {
  return typeof value === 'string' && /^[^\s/]+\/\S+$/.test(value) && !isWildcard(value);
}

const SPECIAL = { imageModel: 'images', pdfModel: 'PDFs' } as const;

/**
 * Who does not use the default model because the config gives them one of their own, a text each with the refs:
 * `agent coder (x/y)`, `images (x/z)`. Agents are in `agents.list[]` (to 2026.7) or `agents.entries` (2026.8 on).
 */
export function ownModels(config: JsonObject, primary: string | null): string[] {
  const { list, entries } = agentSettings(config);
  const users: [who: string, model: JsonValue | undefined][] = [...list, ...entries].flatMap(([name, settings]) => [
    [`agent ${name}`, valueAt(settings, ['model'])],
    ...specialModels(settings, `agent ${name}, `),
  ]);
  users.push(...specialModels(valueAt(config, ['agents', 'defaults']), ''));
  return users.flatMap(([who, model]) => {
    const refs = modelRefs(model);
    return refs.length === 0 || refs[0] === primary ? [] : [`${who} (${refs.join(', ')})`];
  });
}

type Agents = [name: string, settings: JsonValue][];

function agentSettings(config: JsonObject): { list: Agents; entries: Agents } {
  const list = valueAt(config, ['agents', 'list']);
  const entries = valueAt(config, ['agents', 'entries']);
  return {
    list: Array.isArray(list) ? list.map((agent) => [String(valueAt(agent, ['id'])), agent]) : [],
    entries: isJsonObject(entries) ? Object.entries(entries) : [],
  };
}

function specialModels(settings: JsonValue | undefined, whose: string): [who: string, model: JsonValue | undefined][] {
  return Object.entries(SPECIAL).map(([key, what]) => [whose + what, valueAt(settings, [key])]);
}
