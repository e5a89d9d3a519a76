import { escapeVariables } from '../../config/read/variables.ts';
import { OpenclawError } from '../../errors.ts';
import type { Change } from '../../json5/change.ts';
import { isJsonObject, valueAt } from '../../text/json.ts';
import { ALL_HUGGING_FACE, modelIdOf } from '../../text/model-ref.ts';
import type { Note } from '../../words/words.ts';
import { refsUnderAgents } from '../agent-models.ts';
import { chainRefs, freeLabel, MODEL_MAP_PATH, readAliases, refWithLabel } from '../refs.ts';
import { type Choices, chosenRefs, touchedRefs } from './choices.ts';
import { NO_OUTCOME, type Outcome, type PlanInput } from './outcome.ts';

/**
 * `agents.defaults.models`: an entry for each touched model, with its label, and for every model that stays in the
 * chain. OpenClaw reads the map as an allow-list, so one that gets its first entry also gets every other model that the
 * config names and `huggingface/*`: one entry alone would shut out the rest.
 */
export function planModelMap(input: PlanInput, choices: Choices, chain: Parameters<typeof chainRefs>[0]): Outcome {
  const touched = touchedRefs(choices);
  if (touched.length === 0) return NO_OUTCOME;
  const map = valueAt(input.config, MODEL_MAP_PATH);
  const entries = isJsonObject(map) ? map : {};
  const isFirst = Object.keys(entries).length === 0;
  const { labels, warnings } = planLabels(input, choices);
  const others = isFirst ? [...refsUnderAgents(input.config), ALL_HUGGING_FACE] : [];
  const refs = new Set([...touched, ...chainRefs(chain), ...others]);
  return {
    changes: [...refs].flatMap((ref) => entryChange(ref, Object.hasOwn(entries, ref), labels.get(ref))),
    notes: isFirst ? [{ kind: 'new-model-map' }] : [],
    warnings,
  };
}

function entryChange(ref: string, exists: boolean, label: string | undefined): Change[] {
  const path = [...MODEL_MAP_PATH, ref];
  const value = label === undefined ? undefined : escapeVariables(label);
  if (!exists) return [{ op: 'set', path, value: value === undefined ? {} : { alias: value } }];
  return value === undefined ? [] : [{ op: 'set', path: [...path, 'alias'], value }];
}

/** The labels to write: given ones first, so that a derived one never takes a given one's text. */
function planLabels(
  { config, describe }: PlanInput,
  choices: Choices,
): { labels: Map<string, string>; warnings: Note[] } {
  const taken = readAliases(config);
  const labels = new Map<string, string>();
  const warnings: Note[] = [];
  for (const { ref, label, replaces = false } of choices.aliases) {
    const existing = taken.get(ref);
    if (existing === label) continue;
    if (existing !== undefined && !replaces) warnings.push({ kind: 'alias-kept', ref, existing, label });
    else {
      refuseTaken(taken, ref, label);
      labels.set(ref, label);
      taken.set(ref, label);
    }
  }
  for (const ref of chosenRefs(choices)) {
    const id = modelIdOf(ref);
    if (id === undefined || taken.has(ref)) continue;
    const label = freeLabel(describe(id).name, taken);
    labels.set(ref, label);
    taken.set(ref, label);
  }
  return { labels, warnings };
}

/** Two models with one label pass OpenClaw's validation without a word, and the last one wins: refused here. */
function refuseTaken(aliases: ReadonlyMap<string, string>, ref: string, label: string): void {
  const owner = refWithLabel(aliases, label);
  if (owner === undefined || owner === ref) return;
  throw new OpenclawError('alias_taken', { kind: 'alias-taken', label, owner }, { unchanged: true });
}
