import type { ConfigSnapshot } from '../../config/read/read.ts';
import { escapeVariables } from '../../config/read/variables.ts';
import { applyChanges, type Change } from '../../json5/change.ts';
import { parse } from '../../json5/parse.ts';
import { equalJson, isJsonObject, type JsonObject, type JsonPath, type JsonValue, valueAt } from '../../text/json.ts';
import { ALL_HUGGING_FACE, isHuggingFaceRef, PROVIDER_PATH } from '../../text/model-ref.ts';
import type { Note } from '../../words/words.ts';
import { findNamed, refsUnderAgents } from '../agent-models.ts';
import { renderChanges } from '../apply/render-changes.ts';
import {
  ALLOW_PATH,
  FALLBACKS_PATH,
  MODEL_MAP_PATH,
  MODEL_PATH,
  PRIMARY_PATH,
  readAliases,
  readChain,
} from '../refs.ts';
import type { Outcome } from './outcome.ts';

/** Whether what a config names is a model of Hugging Face, by its ref or by a label. */
type IsOurs = (named: string) => boolean;

/**
 * Takes Hugging Face out of a config: the provider, its models in the chain, in the model map and in the allow-list. What
 * names one elsewhere is kept, with a warning each. Pure. Rejects as `renderChanges` does.
 */
export function planRemoval(snapshot: ConfigSnapshot): Outcome {
  const { value } = snapshot;
  const labelled = new Map([...readAliases(value)].map(([ref, label]) => [label.toLowerCase(), ref]));
  const isOurs: IsOurs = (named) => isHuggingFaceRef(labelled.get(named.toLowerCase()) ?? named);
  const chain = chainRemoval(snapshot, isOurs);
  const map = mapRemoval(value, isOurs);
  const allow = allowRemoval(value, isOurs, map.made);
  const changes = [
    ...(valueAt(value, PROVIDER_PATH) === undefined ? [] : [{ op: 'remove', path: PROVIDER_PATH } as const]),
    ...chain.changes,
    ...map.changes,
    ...allow.changes,
  ];
  const after = applyChanges(value, changes);
  return {
    changes: [...changes, ...emptied(snapshot, changes, after)],
    notes: [...chain.notes, ...map.notes],
    warnings: [
      ...allow.warnings,
      ...findNamed(after, isOurs).map((named): Note => ({ kind: 'still-named', ...named })),
    ],
  };
}

/** The first fallback of another provider takes the place of a default model that goes: nothing else was chosen for it. */
function chainRemoval({ value, own }: ConfigSnapshot, isOurs: IsOurs): Pick<Outcome, 'changes' | 'notes'> {
  const { primary, fallbacks, isString } = readChain(value);
  const gone = itemRemovals(FALLBACKS_PATH, fallbacks.filter(isOurs));
  if (primary === null || !isOurs(primary)) return { changes: gone, notes: [] };
  const next = fallbacks.find((ref) => !isOurs(ref));
  if (next === undefined) {
    const path = isString ? MODEL_PATH : PRIMARY_PATH;
    return { changes: [...gone, { op: 'remove', path }], notes: [{ kind: 'no-default-left' }] };
  }
  const promoted: Change = { op: 'set', path: PRIMARY_PATH, value: statedFallback(next, value, own) };
  const notes: Note[] = [{ kind: 'fallback-promoted', ref: next }];
  return { changes: [...gone, promoted, ...itemRemovals(FALLBACKS_PATH, [next])], notes };
}

/** As the file has it, so that a `${VAR}` stays a `${VAR}`. */
function statedFallback(ref: string, value: JsonObject, own: JsonObject): string {
  const [effective, stated] = [value, own].map((config) => valueAt(config, FALLBACKS_PATH));
  if (!Array.isArray(effective) || !Array.isArray(stated) || effective.length !== stated.length)
    return escapeVariables(ref);
  const text = stated[effective.indexOf(ref)];
  return typeof text === 'string' ? text : escapeVariables(ref);
}

/**
 * The entries of Hugging Face. `huggingface/*` shows that onboarding made the map, and then it also has an empty entry for
 * each other model that the config named, and for the default model that one of ours took the place of: those were never
 * chosen, and alone they would shut out all others.
 */
function mapRemoval(config: JsonObject, isOurs: IsOurs): Pick<Outcome, 'changes' | 'notes'> & { made: string[] } {
  const map = valueAt(config, MODEL_MAP_PATH);
  if (!isJsonObject(map)) return { changes: [], notes: [], made: [] };
  const others = Object.keys(map).filter((ref) => !isHuggingFaceRef(ref));
  const named = new Set(refsUnderAgents(applyChanges(config, [{ op: 'remove', path: MODEL_MAP_PATH }])));
  const unnamed = others.filter((ref) => !named.has(ref));
  const replaced = isOurs(readChain(config).primary ?? '') ? 1 : 0;
  const isMade =
    Object.hasOwn(map, ALL_HUGGING_FACE) && others.every((ref) => isEmpty(map[ref])) && unnamed.length <= replaced;
  const refs = Object.keys(map).filter((ref) => isMade || isHuggingFaceRef(ref));
  return {
    changes: refs.map((ref) => ({ op: 'remove', path: [...MODEL_MAP_PATH, ref] })),
    notes: isMade && others.length > 0 ? [{ kind: 'model-map-removed' }] : [],
    made: isMade ? refs : [],
  };
}

/**
 * Entries are refs, prefixes (`huggingface/Qwen/*`) or labels; to OpenClaw (2026.9) an empty list is none. From 2026.8 on
 * it copies the keys of a map into the list: those of one that onboarding `made` go with it.
 */
function allowRemoval(
  config: JsonObject,
  isOurs: IsOurs,
  made: readonly string[],
): Pick<Outcome, 'changes' | 'warnings'> {
  const list = valueAt(config, ALLOW_PATH);
  const allowed = Array.isArray(list) ? list : [];
  const texts = allowed.filter((entry) => typeof entry === 'string');
  const isCopy = texts.length > 0 && equalJson(allowed.toSorted(), made.toSorted());
  if (isCopy) return { changes: [{ op: 'remove', path: ALLOW_PATH }], warnings: [] };
  const gone = texts.filter(isOurs);
  const isEmptied = gone.length > 0 && gone.length === allowed.length;
  return { changes: itemRemovals(ALLOW_PATH, gone), warnings: isEmptied ? [{ kind: 'allow-list-empty' }] : [] };
}

/** Deepest first. */
const CONTAINERS: readonly JsonPath[] = [
  FALLBACKS_PATH,
  MODEL_PATH,
  MODEL_MAP_PATH,
  ALLOW_PATH.slice(0, -1),
  ['agents', 'defaults'],
  ['agents'],
  ['models', 'providers'],
  ['models'],
];

/** What the changes leave empty goes too, as onboarding made it with what is in it; unless a comment would go with it. */
function emptied(snapshot: ConfigSnapshot, changes: readonly Change[], after: JsonObject): Change[] {
  if (changes.length === 0) return [];
  const removals: Change[] = [];
  let left = parse(renderChanges(snapshot, changes));
  for (const path of CONTAINERS) {
    const values = [left.value, applyChanges(after, removals)].map((config) => valueAt(config, path));
    const isNew = values.every(isEmpty) && !isEmpty(valueAt(snapshot.own, path));
    if (!isNew) continue;
    const removal: Change = { op: 'remove', path };
    const without = parse(renderChanges(snapshot, [...changes, ...removals, removal]));
    if (without.comments.length < left.comments.length) continue;
    removals.push(removal);
    left = without;
  }
  return removals;
}

function itemRemovals(path: JsonPath, items: readonly string[]): Change[] {
  return [...new Set(items)].map((value) => ({ op: 'remove-item', path, value }));
}

function isEmpty(value: JsonValue | undefined): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
