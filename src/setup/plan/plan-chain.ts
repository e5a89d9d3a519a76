import type { Change } from '../../json5/change.ts';
import type { JsonObject } from '../../text/json.ts';
import { valueAt } from '../../text/json.ts';
import type { Note } from '../../words/words.ts';
import { ownModels } from '../agent-models.ts';
import { type Chain, FALLBACKS_PATH, MODEL_PATH, PRIMARY_PATH, readChain } from '../refs.ts';
import type { Choices } from './choices.ts';
import type { Outcome, PlanInput } from './outcome.ts';

/** `set` changed it, `unchanged` chose the same, `kept` left an existing one because none was chosen. */
export type PrimaryAction = 'set' | 'unchanged' | 'kept';

export type ChainOutcome = Outcome & { chain: Chain; previous: string | null; action: PrimaryAction };

/** The primary and the fallbacks: existing fallbacks keep their place, new ones are appended, the primary never is. */
export function planChain({ config, own }: PlanInput, choices: Choices): ChainOutcome {
  const before = readChain(config);
  const primary = choices.primary ?? before.primary;
  const notes: Note[] = [];
  const added = newFallbacks(before, choices.fallbacks, primary, notes);
  if (primary !== null && primary !== before.primary && before.fallbacks.includes(primary)) {
    notes.push({ kind: 'primary-among-fallbacks', ref: primary });
  }
  if (choices.primary !== null) notes.push(...ownNote(config, primary));
  return {
    changes: chainChanges(before, primary, added, own),
    notes,
    warnings: [],
    chain: { primary, fallbacks: [...before.fallbacks, ...added], isString: before.isString && added.length === 0 },
    previous: before.primary,
    action: actionOf(choices.primary, before.primary),
  };
}

/** An agent's own model goes before the default that was chosen. */
function ownNote(config: JsonObject, primary: string | null): Note[] {
  const users = ownModels(config, primary);
  return users.length === 0 ? [] : [{ kind: 'own-models', users }];
}

function actionOf(chosen: string | null, before: string | null): PrimaryAction {
  if (chosen === null) return 'kept';
  return chosen === before ? 'unchanged' : 'set';
}

function newFallbacks(before: Chain, wanted: readonly string[], primary: string | null, notes: Note[]): string[] {
  const added: string[] = [];
  for (const ref of wanted) {
    if (ref === primary) notes.push({ kind: 'fallback-is-primary', ref });
    else if (!before.fallbacks.includes(ref) && !added.includes(ref)) added.push(ref);
  }
  return added;
}

function chainChanges(before: Chain, primary: string | null, added: readonly string[], own: JsonObject): Change[] {
  if (before.isString && added.length > 0) {
    // The string's own text, so that a `${VAR}` in it stays a `${VAR}`.
    const text = primary === before.primary ? valueAt(own, MODEL_PATH) : primary;
    return [{ op: 'set', path: MODEL_PATH, value: { primary: text ?? primary, fallbacks: [...added] } }];
  }
  const changes: Change[] = [];
  if (primary !== null && primary !== before.primary) {
    changes.push({ op: 'set', path: before.isString ? MODEL_PATH : PRIMARY_PATH, value: primary });
  }
  for (const ref of added) changes.push({ op: 'append', path: FALLBACKS_PATH, value: ref });
  return changes;
}
