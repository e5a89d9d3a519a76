import type { JsonObject } from '../text/json.ts';
import { isJsonObject, valueAt } from '../text/json.ts';

export const MODEL_MAP_PATH = ['agents', 'defaults', 'models'] as const;

/** Labels by ref, as `agents.defaults.models[ref].alias` has them; entries without a label are left out. */
export function readAliases(config: JsonObject): Map<string, string> {
  const map = valueAt(config, MODEL_MAP_PATH);
  const aliases = new Map<string, string>();
  if (!isJsonObject(map)) return aliases;
  for (const ref of Object.keys(map)) {
    const alias = valueAt(map, [ref, 'alias']);
    if (typeof alias === 'string') aliases.set(ref, alias);
  }
  return aliases;
}

/** The ref that has this label, compared without case: OpenClaw lets the last of two equal labels win. */
export function refWithLabel(aliases: ReadonlyMap<string, string>, label: string): string | undefined {
  const wanted = label.toLowerCase();
  return [...aliases.keys()].findLast((ref) => aliases.get(ref)?.toLowerCase() === wanted);
}

/** The display name, or, where another model has it already, the first free of `NAME 2`, `NAME 3`, … */
export function freeLabel(name: string, aliases: ReadonlyMap<string, string>): string {
  let label = name;
  for (let number = 2; refWithLabel(aliases, label) !== undefined; number++) label = `${name} ${number}`;
  return label;
}
