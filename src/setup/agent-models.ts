import { agentsIn } from '../config/agents.ts';
import type { JsonObject, JsonValue } from '../text/json.ts';
import { formatPath, isJsonObject, valueAt } from '../text/json.ts';
import { isHuggingFaceRef, isModelId, isWildcard, modelIdOf } from '../text/model-ref.ts';
import type { OwnModel } from '../words/en/plan.ts';
import { chainRefs, hasProvider, readChain, refsInUse } from './refs.ts';

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

/** Whether the config has a model of Hugging Face anywhere, or the provider. */
export function usesHuggingFace(config: JsonObject): boolean {
  const refs = [...refsInUse(config), ...refsUnderAgents(config)];
  return refs.some(isHuggingFaceRef) || hasProvider(config);
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

/**
 * What in a config still names a model that is meant by `isOurs`, and where: any ref, anywhere, and labels where a model
 * is set. Paths are as they are shown: `agents.list[0].model`.
 */
export function findNamed(config: JsonObject, isOurs: (named: string) => boolean): { path: string; ref: string }[] {
  const found: { path: string; ref: string }[] = [];
  const look = (value: JsonValue, path: string[], isModel: boolean) => {
    const named = (text: string) => (isModel || isModelId(modelIdOf(text) ?? '')) && isOurs(text);
    if (typeof value === 'string' && named(value)) found.push({ path: formatPath(path, config), ref: value });
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      if (isHuggingFaceRef(key)) found.push({ path: formatPath([...path, key], config), ref: key });
      const isMember = isModel && (key === 'primary' || key === 'fallbacks' || Array.isArray(value));
      look(member, [...path, key], isMember || /model$/i.test(key));
    }
  };
  look(config, [], false);
  return found;
}

const MODEL_KEYS = { chat: 'model', images: 'imageModel', pdfs: 'pdfModel' } as const;

/** Who does not use the default model because the config gives them one of their own. */
export function ownModels(config: JsonObject, primary: string | null): OwnModel[] {
  const defaults = valueAt(config, ['agents', 'defaults']);
  const own = [
    ...agentsIn(config).flatMap(([agent, settings]) => modelsOf(agent, settings)),
    ...modelsOf(null, defaults),
  ];
  return own.filter(({ agent, use, refs }) => {
    const isDefault = agent === null && use === 'chat';
    return !isDefault && refs.length > 0 && refs[0] !== primary;
  });
}

function modelsOf(agent: string | null, settings: JsonValue | undefined): OwnModel[] {
  return (['chat', 'images', 'pdfs'] as const).map((use) => ({
    agent,
    use,
    refs: modelRefs(valueAt(settings, [MODEL_KEYS[use]])),
  }));
}
