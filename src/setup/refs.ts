import type { Catalog } from '../catalog/catalog.ts';
import type { KnownRefs } from '../catalog/resolve-model.ts';
import type { JsonObject } from '../text/json.ts';
import { isJsonObject, setOwn, valueAt } from '../text/json.ts';
import { entryIds, formatModelRef, isHuggingFaceRef, isWildcard, PROVIDER_PATH } from '../text/model-ref.ts';
import type { Words } from '../words/words.ts';

/** Every model that a config names, and by what text: the chain, the model map, the labels, the provider's entries. */
export const MODEL_PATH = ['agents', 'defaults', 'model'] as const;
export const PRIMARY_PATH = [...MODEL_PATH, 'primary'] as const;
export const FALLBACKS_PATH = [...MODEL_PATH, 'fallbacks'] as const;
export const MODEL_MAP_PATH = ['agents', 'defaults', 'models'] as const;
/** OpenClaw's newer allow-list (2026.8). */
export const ALLOW_PATH = ['agents', 'defaults', 'modelPolicy', 'allow'] as const;

/** The default model and its fallbacks, as the config has them. */
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

/** The number of each fallback, from 1; of one that is there twice, the first. */
export function fallbackPlaces({ fallbacks }: Pick<Chain, 'fallbacks'>): ReadonlyMap<string, number> {
  return new Map(fallbacks.map((ref, index) => [ref, index + 1] as const).toReversed());
}

/** The fallbacks after a plan, as a line and as JSON. */
export function fallbacksNow(fallbacks: readonly string[], { report }: Pick<Words, 'report'>) {
  return { lines: [report.fallbacks({ refs: fallbacks })], document: { fallbacks: [...fallbacks] } };
}

/** Labels by ref, as `agents.defaults.models[ref].alias` has them; entries without a label are left out. */
export function readAliases(config: JsonObject): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const ref of mappedRefs(config)) {
    const alias = valueAt(config, [...MODEL_MAP_PATH, ref, 'alias']);
    if (typeof alias === 'string') aliases.set(ref, alias);
  }
  return aliases;
}

/** Labels with their refs, as JSON; of two equal labels the last one counts, as in OpenClaw. */
export function aliasesNow(aliases: ReadonlyMap<string, string>): { aliases: JsonObject } {
  const byLabel = {};
  for (const [ref, label] of aliases) setOwn(byLabel, label, ref);
  return { aliases: byLabel };
}

/** The ref that has this label, compared without case: of equal labels OpenClaw lets the last one win (2026.4 to 2026.9). */
export function refWithLabel(aliases: Iterable<readonly [ref: string, label: string]>, label: string) {
  const wanted = label.toLowerCase();
  return [...aliases].findLast(([, owned]) => owned.toLowerCase() === wanted)?.[0];
}

/** The display name, or, where another model has it already, the first free of `NAME 2`, `NAME 3`, … */
export function freeLabel(name: string, aliases: ReadonlyMap<string, string>): string {
  let label = name;
  for (let number = 2; refWithLabel(aliases, label) !== undefined; number++) label = `${name} ${number}`;
  return label;
}

/**
 * What the config means by a typed text: one of these refs, else a label, else a Hugging Face id whose ref is among
 * them. Undefined where it is none of them. The one lookup of every command.
 */
export function findRef(
  typed: string,
  refs: readonly string[],
  aliases: Iterable<readonly [ref: string, label: string]>,
): string | undefined {
  if (refs.includes(typed)) return typed;
  const labelled = refWithLabel(aliases, typed);
  if (labelled !== undefined) return labelled;
  const asId = formatModelRef(typed);
  return refs.includes(asId) ? asId : undefined;
}

/** What a typed model may mean, besides an id: the refs and labels that the config has, and labels given in this run. */
export function knownRefs(
  config: JsonObject,
  catalog: Catalog,
  given: readonly { ref: string; label: string }[] = [],
): KnownRefs {
  const refs = refsInUse(config);
  const aliases = [...given.map(({ ref, label }) => [ref, label] as const), ...readAliases(config)];
  return { find: (typed) => findRef(typed, refs, aliases), catalog };
}

/** Which fallback, or which model of another list in the config, a typed text means; served or not, in any case. */
export function findListed(typed: string, refs: readonly string[], config: JsonObject): string | undefined {
  const text = typed.trim();
  const meant = findRef(text, refs, readAliases(config)) ?? text;
  if (refs.includes(meant)) return meant;
  const wanted = [meant, formatModelRef(meant)].map((ref) => ref.toLowerCase());
  return refs.find((ref) => wanted.includes(ref.toLowerCase()));
}

/** The refs of the chain and of the model map, of whatever provider, in this order. */
export function refsInUse(config: JsonObject): string[] {
  return [...new Set([...chainRefs(readChain(config)), ...mappedRefs(config)])];
}

/** Whether the config has the provider; without it too, models of Hugging Face may be named: see `usesHuggingFace`. */
export function hasProvider(config: JsonObject): boolean {
  return isJsonObject(valueAt(config, PROVIDER_PATH));
}

/**
 * Whether no list is needed to describe the typed models: each has its provider entry already, or is one of another
 * provider that the config has.
 */
export function areConfigured(typed: readonly string[], config: JsonObject): boolean {
  const others = refsInUse(config).filter((ref) => !isHuggingFaceRef(ref));
  const refs = [...others, ...entryIds(config).map(formatModelRef)];
  const aliases = readAliases(config);
  return typed.every((text) => refs.includes(findRef(text, refs, aliases) ?? ''));
}

/** A key such as `huggingface/*` allows models and is not one itself. */
function mappedRefs(config: JsonObject): string[] {
  const map = valueAt(config, MODEL_MAP_PATH);
  return isJsonObject(map) ? Object.keys(map).filter((key) => !isWildcard(key)) : [];
}
