import { isCount, isUsd, type Price } from '../huggingface/router/router-model.ts';
import { isJsonObject, type JsonObject, type JsonValue, valueAt } from '../text/json.ts';
import { entriesIn, MODELS_JSON_ENTRIES } from '../text/model-ref.ts';
import { sanitise } from '../text/sanitise.ts';

/** An entry of `models.providers.huggingface.models[]`; a field is undefined where the user states nothing usable. */
export type ConfiguredModel = {
  /** As written, suffix included. */
  id: string;
  name?: string;
  contextWindow?: number;
  maxTokens?: number;
  reasoning?: boolean;
  input?: ('text' | 'image')[];
  price?: Price;
  /** `compat.supportsTools`: OpenClaw takes a model for able where nothing is said. */
  tools?: boolean;
};

/**
 * The user's own entries: those in the effective config, completed field by field by those that OpenClaw keeps in
 * `<state dir>/agents/main/agent/models.json` (2026.4: `{ providers: { huggingface: { models } } }`).
 */
export function readConfiguredModels(
  config: JsonValue | undefined,
  modelsJson: JsonValue | undefined = undefined,
): ConfiguredModel[] {
  const byId = new Map<string, ConfiguredModel>();
  for (const entry of [...entriesIn(config), ...entriesIn(modelsJson, MODELS_JSON_ENTRIES)]) {
    const model = parseEntry(entry);
    if (model) byId.set(model.id, { ...model, ...byId.get(model.id) });
  }
  return [...byId.values()];
}

/** Whether the model has an entry that states no context window: OpenClaw then assumes one, whatever a list says. */
export function isContextUnset(id: string | undefined, configured: readonly ConfiguredModel[]): boolean {
  const own = configured.find((model) => model.id === id);
  return own !== undefined && own.contextWindow === undefined;
}

function parseEntry(entry: JsonValue): ConfiguredModel | undefined {
  if (!isJsonObject(entry) || typeof entry.id !== 'string' || entry.id === '') return undefined;
  const model: ConfiguredModel = { id: entry.id };
  const name = typeof entry.name === 'string' ? sanitise(entry.name).trim() : '';
  if (name !== '') model.name = name;
  if (isCount(entry.contextWindow)) model.contextWindow = entry.contextWindow;
  if (isCount(entry.maxTokens)) model.maxTokens = entry.maxTokens;
  if (typeof entry.reasoning === 'boolean') model.reasoning = entry.reasoning;
  if (Array.isArray(entry.input)) model.input = entry.input.includes('image') ? ['text', 'image'] : ['text'];
  const price = isJsonObject(entry.cost) ? parseCost(entry.cost) : undefined;
  if (price) model.price = price;
  const tools = valueAt(entry, ['compat', 'supportsTools']);
  if (typeof tools === 'boolean') model.tools = tools;
  return model;
}

/** OpenClaw itself writes 0/0 where it knows no price (seen in 2026.4 and 2026.9), so zeros state nothing. */
function parseCost({ input, output }: JsonObject): Price | undefined {
  return isUsd(input) && isUsd(output) && input + output > 0 ? { input, output } : undefined;
}
