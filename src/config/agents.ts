import { isJsonObject, type JsonObject, valueAt } from '../text/json.ts';

/**
 * The agents of a config by name: `agents.list[]` (to 2026.7), `#1` for one without an id, and `agents.entries` (since
 * 2026.8).
 */
export function agentsIn(config: JsonObject): [name: string, settings: JsonObject][] {
  const list = valueAt(config, ['agents', 'list']);
  const entries = valueAt(config, ['agents', 'entries']);
  const listed = (Array.isArray(list) ? list : []).map(
    (agent, index) => [String(valueAt(agent, ['id']) ?? `#${index + 1}`), agent] as const,
  );
  return [...listed, ...Object.entries(isJsonObject(entries) ? entries : {})].flatMap(([name, settings]) =>
    isJsonObject(settings) ? [[name, settings]] : [],
  );
}
