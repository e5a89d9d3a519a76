import { type Choices, chosenRefs, touchedRefs } from '../../setup/plan/choices.ts';
import type { Plan } from '../../setup/plan/plan.ts';
import { entryIds, readAliases, readChain } from '../../setup/refs.ts';
import type { JsonObject } from '../../text/json.ts';
import { valueAt } from '../../text/json.ts';
import { modelIdOf, PROVIDER } from '../../text/model-ref.ts';
import type { Note } from '../../words/words.ts';

type Keeping = { config: JsonObject; choices: Choices; plan: Pick<Plan, 'primary'> };

/** What the config has already and the plan leaves as it is, and why. Pure. */
export function keptNotes({ config, choices, plan }: Keeping): Note[] {
  return [
    ...keptPrimary(plan),
    ...keptFallbacks(config),
    ...keptAliases(config, choices),
    ...keptBaseUrl(config),
    ...keptEntries(config, choices),
  ];
}

function keptPrimary({ primary: { action, previous } }: Keeping['plan']): Note[] {
  if (previous === null || action === 'set') return [];
  return [{ kind: 'kept-primary', ref: previous, again: action !== 'kept' }];
}

function keptFallbacks(config: JsonObject): Note[] {
  const { fallbacks } = readChain(config);
  return fallbacks.length === 0 ? [] : [{ kind: 'kept-fallbacks', refs: fallbacks }];
}

/** A label that `--alias` wanted to be another one has its warning already. */
function keptAliases(config: JsonObject, choices: Choices): Note[] {
  const labels = readAliases(config);
  const given = new Set(choices.aliases.map(({ ref }) => ref));
  return chosenRefs(choices).flatMap((ref) => {
    const label = labels.get(ref);
    return label === undefined || given.has(ref) ? [] : [{ kind: 'kept-alias', ref, label } as const];
  });
}

function keptBaseUrl(config: JsonObject): Note[] {
  const baseUrl = valueAt(config, ['models', 'providers', PROVIDER, 'baseUrl']);
  return typeof baseUrl === 'string' ? [{ kind: 'kept-base-url', url: withoutCredentials(baseUrl) }] : [];
}

/** `https://user:secret@host` without what stands before the `@`. */
function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//***@');
}

function keptEntries(config: JsonObject, choices: Choices): Note[] {
  const entries = new Set(entryIds(config));
  const ids = touchedRefs(choices).flatMap((ref) => modelIdOf(ref) ?? []);
  return ids.filter((id) => entries.has(id)).map((id) => ({ kind: 'kept-entry', id }));
}
