import { type Catalog, type CatalogModel, findModel, nearestIds } from '../../catalog/catalog.ts';
import type { ConfiguredModel } from '../../catalog/configured-models.ts';
import { estimateCost } from '../../catalog/cost.ts';
import { describeModel } from '../../catalog/describe-model.ts';
import { speedOf } from '../../catalog/figures.ts';
import type { Listing, Row } from '../../system/prompt.ts';
import type { JsonObject } from '../../text/json.ts';
import { formatModelRef, isModelId, modelIdOf, parseModelId } from '../../text/model-ref.ts';
import { formatAboutUsd } from '../../text/numbers.ts';
import { sanitise } from '../../text/sanitise.ts';
import { inOneLine, withRemarks } from '../../text/wrap.ts';
import { noteIn, type Words } from '../../words/words.ts';
import { modelCells } from './model-columns.ts';
import { createModelSearch, type Entry, orderedIds, typedId } from './model-search.ts';
import { resolvePicked } from './resolve-picked.ts';

/** More are not read, and 200 keep a key at 10,000 models as quick as at 137. */
const MAX_ROWS = 200;

export type ModelRowsInput = {
  catalog: Catalog;
  /** The effective config: what wakes OpenClaw up, for the cost. */
  config: JsonObject;
  configured: readonly ConfiguredModel[];
  /** Refs that the config names already, in the order in which they are to be listed. */
  configuredRefs: readonly string[];
  /** What the config uses a ref for, by ref: `(current)`. */
  marks: ReadonlyMap<string, string>;
  aliases: ReadonlyMap<string, string>;
  /** Where the list is from. */
  origin: string;
  words: Words;
  /** What is not known. */
  dash: string;
};

/**
 * The rows for what is typed: all models without a filter, else those that match all its words, best first, and an id
 * typed in full. `:fastest` and `:cheapest` variants join when the filter asks for one.
 */
export function createModelRows(input: ModelRowsInput): (typed: string) => Listing<string> {
  const { catalog, aliases, configuredRefs, origin } = input;
  const words = input.words.onboarding.model;
  const ids = orderedIds(
    catalog,
    configuredRefs.flatMap((ref) => modelIdOf(ref) ?? []),
  );
  const nameOf = (id: string) => aliases.get(formatModelRef(id)) ?? findModel(catalog, id)?.name ?? '';
  const search = createModelSearch(ids, nameOf, MAX_ROWS);
  return (typed) => {
    const { text, isPage } = typedId(typed);
    const found = search(text);
    const entries = isPage ? found.entries.filter(({ id }) => isSame(id, text)) : exactFirst(found.entries, text);
    const own = typedRow(text, entries, input);
    const rows = [...entries.map((entry) => rowOf(entry, input)), ...(own === undefined ? [] : [own])];
    const total = isPage ? rows.length : found.total + (own === undefined ? 0 : 1);
    const first = total > rows.length ? [words.first({ shown: rows.length })] : [];
    const note =
      text === '' ? [origin, ...first, words.filter] : [words.matches({ found: total, all: ids.length }), ...first];
    return { rows, total, note: note.join(' · '), empty: words.none({ typed: sanitise(text), all: ids.length }) };
  };
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** An id that was typed in full comes before those that go on after it. */
function exactFirst(entries: readonly Entry[], text: string): Entry[] {
  const isExact = ({ id }: Entry) => isSame(id, text);
  return [...entries.filter(isExact), ...entries.filter((entry) => !isExact(entry))];
}

function rowOf({ ref, id }: Entry, input: ModelRowsInput): Row<string> {
  const { catalog, configured, marks, words, dash } = input;
  const model = describeModel(catalog, id, configured);
  const mark = withRemarks('', ...[marks.get(ref), unserved(model, input)].filter((part) => part !== undefined));
  return {
    value: ref,
    cells: [id, ...modelCells(model, words.onboarding.model, dash)],
    ...(mark !== '' && { mark }),
    // Of 200 rows one is active.
    get detail() {
      return details(ref, model, input);
    },
  };
}

/** `DeepSeek R1 · 4 inference providers · 40 tokens/s · about $0.09 a turn` */
function details(ref: string, model: CatalogModel, { aliases, config, words }: ModelRowsInput): string {
  const { providers, speed, turn, costUnknown } = words.onboarding.model;
  const throughput = speedOf(model);
  const cost = estimateCost(ref, model.price, config);
  return [
    sanitise(aliases.get(ref) ?? model.name),
    ...(model.providers.length === 0 ? [] : [providers({ amount: model.providers.length })]),
    ...(throughput === null ? [] : [speed({ speed: throughput })]),
    cost === null ? costUnknown : turn({ usd: formatAboutUsd(cost.perTurn) }),
  ].join(' · ');
}

/** What a row says of a model that would not answer now. */
function unserved({ id, available }: CatalogModel, { catalog, words }: ModelRowsInput): string | undefined {
  if (available !== false) return undefined;
  const { notListed, notServed } = words.onboarding.model;
  return findModel(catalog, id) === undefined ? notListed : notServed;
}

/** An id typed in full that no row has: a pinned inference provider, or a model that is not in the list. */
function typedRow(typed: string, entries: readonly Entry[], input: ModelRowsInput): Row<string> | undefined {
  if (!isModelId(typed) || entries.some(({ id }) => isSame(id, typed))) return undefined;
  const { catalog } = input;
  if (findModel(catalog, typed) === undefined) return unlistedRow(typed, input);
  const { ref, id = typed, warnings, refusal } = resolvePicked(typed, { find: () => undefined, catalog });
  const provider = parseModelId(typed).suffix ?? '';
  const mark = input.words.onboarding.model.refused({ provider });
  if (refusal !== null) return { value: formatModelRef(typed), cells: [typed], mark, disabled: true };
  const row = rowOf({ ref, id }, input);
  return warnings.length === 0
    ? row
    : { ...row, detail: inOneLine(warnings.map((warning) => noteIn(input.words, warning))) };
}

/** Taken all the same, since lists may be late; where the list is current, only on a second Enter. */
function unlistedRow(id: string, { catalog, words }: ModelRowsInput): Row<string> {
  const { notListed, unchecked, confirm } = words.onboarding.model;
  const row = { value: formatModelRef(id), cells: [id], mark: notListed, detail: unchecked };
  if (!catalog.current) return row;
  return {
    ...row,
    // Looked for where Enter was pressed, not at every key.
    get confirm() {
      return confirm({ id, nearest: nearestIds(catalog, id, 3) });
    },
  };
}
