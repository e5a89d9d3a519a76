import { type JsonObject, setOwn } from '../text/json.ts';

/** Labels with their refs, as JSON; of two equal labels the last one counts, as in OpenClaw. */
export function aliasesNow(aliases: ReadonlyMap<string, string>): { aliases: JsonObject } {
  const byLabel = {};
  for (const [ref, label] of aliases) setOwn(byLabel, label, ref);
  return { aliases: byLabel };
}
