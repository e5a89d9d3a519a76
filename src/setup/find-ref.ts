import type { JsonObject } from '../text/json.ts';
import { formatModelRef } from '../text/model-ref.ts';
import { readAliases, refWithLabel } from './aliases.ts';

/**
 * Which of these refs a typed text means: itself, an alias, or a Hugging Face id. Asks no list: what the config has can
 * be named whether or not it is still served. Undefined where it is none of them.
 */
export function findRef(typed: string, refs: readonly string[], config: JsonObject): string | undefined {
  const text = typed.trim();
  const meant = [text, refWithLabel(readAliases(config), text), formatModelRef(text)];
  const exact = meant.find((ref) => ref !== undefined && refs.includes(ref));
  return exact ?? refs.find((ref) => meant.some((candidate) => candidate?.toLowerCase() === ref.toLowerCase()));
}
