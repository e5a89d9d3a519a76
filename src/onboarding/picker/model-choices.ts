import { type Catalog, type CatalogModel, findModel } from '../../catalog/catalog.ts';
import type { ConfiguredModel } from '../../catalog/configured-models.ts';
import { describeModel } from '../../catalog/describe-model.ts';
import type { Choice } from '../../system.ts';
import { DEFAULT_MODEL_ID, formatModelRef, isModelId, modelIdOf, parseModelId } from '../../text/model-ref.ts';
import { formatCount } from '../../text/numbers.ts';
import { formatModelRow, modelFigures, speedWords } from './model-row.ts';
import { createModelSearch, type Entry } from './model-search.ts';
import { resolvePicked } from './resolve-picked.ts';

/** Inquirer renders every row on every key: 200 keep a key at 10,000 models as quick as at 137. */
const MOST_ROWS = 200;

export type ModelChoicesInput = {
  catalog: Catalog;
  configured: readonly ConfiguredModel[];
  /** Refs that the config names already, in the order in which they are to stand. */
  configuredRefs: readonly string[];
  /** What the config uses a ref for, by ref: `current`, `fallback 1`. */
  marks: ReadonlyMap<string, string>;
  aliases: ReadonlyMap<string, string>;
  /** Cells for a row, as the terminal is now. */
  columns: () => number;
};

const NOT_LISTED = 'not in the list';

/** Without a value to choose: a sentence instead of a list. */
const NO_MATCH: Choice<string> = {
  value: '',
  label: 'No model matches.',
  disabled: 'An id in full (org/name) can be chosen all the same.',
};

/**
 * The rows for what is typed: all models without a filter (R1 first, then configured ones, then by name), else those
 * that match all its words, best first. `:fastest` and `:cheapest` variants join when the filter asks for one.
 */
export function createModelChoices(input: ModelChoicesInput): (term: string) => Choice<string>[] {
  const { catalog, aliases } = input;
  const nameOf = (id: string) => aliases.get(formatModelRef(id)) ?? findModel(catalog, id)?.name ?? '';
  const search = createModelSearch(orderedIds(input), nameOf, MOST_ROWS);
  return (term) => {
    const typed = term.trim().replace(/^huggingface\//, '');
    const { entries, total } = search(typed);
    const rows = entries.map((entry) => choiceOf(entry, input));
    const own = typedChoice(typed, rows, input);
    if (rows.length === 0 && own === undefined) return [NO_MATCH];
    return withMore(own === undefined ? rows : [...rows, own], total);
  };
}

function orderedIds({ catalog, configuredRefs }: ModelChoicesInput): string[] {
  const configured = configuredRefs.flatMap((ref) => modelIdOf(ref) ?? []);
  const listed = [...catalog.models.values()].map(({ id }) => id).sort(byName);
  const first = findModel(catalog, DEFAULT_MODEL_ID)?.id;
  return [...new Set([...(first === undefined ? [] : [first]), ...configured, ...listed])];
}

function byName(a: string, b: string): number {
  const [x, y] = [a.slice(a.indexOf('/') + 1).toLowerCase(), b.slice(b.indexOf('/') + 1).toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}

function choiceOf(
  { ref, id }: Entry,
  { catalog, configured, marks, aliases, columns }: ModelChoicesInput,
): Choice<string> {
  const model = describeModel(catalog, id, configured);
  const rowMarks = [marks.get(ref), unserved(model, catalog)].filter((mark) => mark !== undefined);
  const details = [
    aliases.get(ref) ?? model.name,
    model.providers.length > 0 ? formatCount(model.providers.length, 'inference provider') : undefined,
    speedWords(model),
  ];
  return {
    value: ref,
    label: formatModelRow(model, rowMarks, columns()),
    short: id,
    description: `${details.filter((detail) => detail !== undefined).join(' · ')}\n${modelFigures(model)}`,
  };
}

/** What a row says of a model that would not answer now. */
function unserved({ id, available }: CatalogModel, catalog: Catalog): string | undefined {
  if (available !== false) return undefined;
  return findModel(catalog, id) === undefined ? NOT_LISTED : 'not served now';
}

/** An id typed in full that no row has: a pinned inference provider, or a model that is not in the list. */
function typedChoice(
  typed: string,
  rows: readonly Choice<string>[],
  input: ModelChoicesInput,
): Choice<string> | undefined {
  const { catalog } = input;
  const value = formatModelRef(typed);
  if (!isModelId(typed) || rows.some((row) => row.value.toLowerCase() === value.toLowerCase())) return undefined;
  if (findModel(catalog, typed) === undefined)
    return { value, label: `${typed} (${NOT_LISTED})`, description: 'Chosen as typed; it was not checked' };
  const { ref, id = typed, warnings, refusal } = resolvePicked(typed, { find: () => undefined, catalog });
  if (refusal !== null) return { value, label: typed, disabled: `(${parseModelId(typed).suffix} does not serve it)` };
  const row = choiceOf({ ref, id }, input);
  return warnings.length === 0 ? row : { ...row, description: warnings.join(' ') };
}

function withMore(rows: Choice<string>[], total: number): Choice<string>[] {
  const more = total - MOST_ROWS;
  if (more <= 0) return rows;
  return [...rows, { value: '', label: `${more.toLocaleString('en')} more,`, disabled: 'type to narrow' }];
}
