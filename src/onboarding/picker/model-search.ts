import fuzzysort from 'fuzzysort';
import { BUILT_IN_MODELS } from '../../catalog/built-in/built-in.ts';
import { type Catalog, findModel } from '../../catalog/catalog.ts';
import { isLive } from '../../catalog/route.ts';
import { DEFAULT_MODEL_ID, formatModelId, formatModelRef, parseModelId, shortRef } from '../../text/model-ref.ts';

/** A row to find: a model as it is listed or configured, or a `:fastest` or `:cheapest` variant of one. */
export type Entry = { ref: string; id: string };

export type Found = {
  /** Best first, at most `limit`. */
  entries: Entry[];
  total: number;
};

const VARIANTS = ['fastest', 'cheapest'];
/** What asks for variants: a colon with what follows, or a word that begins like one of them. */
const ASKS_FOR_VARIANTS = /:\S*|(?<!\S)(?:fast|cheap)\S*/gi;

/**
 * Finds entries by several words in any order, in ids and names. Where a filter has a `:`, `fast` or `cheap`, the
 * variants of what the other words find join: made of the few that are shown, for 10,000 models as for ten.
 */
export function createModelSearch(
  ids: readonly string[],
  nameOf: (id: string) => string,
  limit: number,
): (typed: string) => Found {
  const entries = ids.map((id) => {
    return { ref: formatModelRef(id), id, text: `${spaced(id)} ${nameOf(id)}` };
  });
  const snapshot = fuzzysort.snapshot(entries, { key: 'text' });
  const search = (words: string) => {
    if (words === '') return { entries: entries.slice(0, limit), total: entries.length };
    const found = fuzzysort.go(words, snapshot, { limit });
    return { entries: found.map(({ obj }) => obj), total: found.total };
  };
  return (typed) => {
    const asked = typed.match(ASKS_FOR_VARIANTS);
    const plain = search(spaced(typed));
    if (asked === null) return plain;
    const base = search(spaced(typed.replace(ASKS_FOR_VARIANTS, ' ')));
    const variants = variantsOf(base.entries, wantedSuffixes(asked));
    const all = typed.includes(':') ? [...variants, ...plain.entries] : [...plain.entries, ...variants];
    return { entries: firstOfEach(all).slice(0, limit), total: Math.max(all.length, plain.total) };
  };
}

function spaced(text: string): string {
  return text.replaceAll(':', ' :').trim();
}

/** `:c` asks for `cheapest`, `:` for both; `:groq`, an inference provider, for none. */
function wantedSuffixes(asked: readonly string[]): string[] {
  const beginnings = asked.map((text) => text.replace(':', '').toLowerCase());
  return VARIANTS.filter((suffix) => beginnings.some((beginning) => suffix.startsWith(beginning)));
}

function variantsOf(entries: readonly Entry[], suffixes: readonly string[]): Entry[] {
  return entries.flatMap(({ id }) => {
    const { base, suffix } = parseModelId(id);
    if (suffix !== null) return [];
    return suffixes.map((wanted) => {
      const variant = formatModelId({ base, suffix: wanted });
      return { id: variant, ref: formatModelRef(variant) };
    });
  });
}

function firstOfEach(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.toReversed().map((entry) => [entry.ref, entry])).values()].toReversed();
}

/**
 * The ids of the list where nothing is typed: what the config has, R1, the documentation's others, then by the number of
 * live inference providers, most first, then by name.
 */
export function orderedIds(catalog: Catalog, configured: readonly string[]): string[] {
  const documented = [DEFAULT_MODEL_ID, ...BUILT_IN_MODELS.map(({ id }) => id)].flatMap(
    (id) => findModel(catalog, id)?.id ?? [],
  );
  const listed = [...catalog.models.values()].map(({ id, providers }) => {
    return { id, live: providers.filter(isLive).length, name: id.slice(id.indexOf('/') + 1).toLowerCase() };
  });
  listed.sort((a, b) => b.live - a.live || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return [...new Set([...configured, ...documented, ...listed.map(({ id }) => id)])];
}

const PAGE =
  /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/(?!(?:datasets|spaces|docs|settings)\/)([^/?#\s]+\/[^/?#\s]+)/i;

/** What is typed as an id: that of the model whose page was pasted, or of a ref; everything else as it is. */
export function typedId(typed: string): { text: string; isPage: boolean } {
  const text = typed.trim();
  const page = PAGE.exec(text)?.[1];
  return page === undefined ? { text: shortRef(text), isPage: false } : { text: page, isPage: true };
}
