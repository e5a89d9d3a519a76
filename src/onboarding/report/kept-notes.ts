import type { Catalog } from '../../catalog/catalog.ts';
import { describeModel } from '../../catalog/describe-model.ts';
import { ROUTER_BASE_URL } from '../../huggingface/request/endpoints.ts';
import { type Choices, touchedRefs } from '../../setup/plan/choices.ts';
import type { Plan } from '../../setup/plan/plan.ts';
import { formatModelEntry } from '../../setup/plan/plan-provider.ts';
import { equalJson, isJsonObject, type JsonObject, valueAt } from '../../text/json.ts';
import { BASE_URL_PATH, entriesIn, modelIdOf } from '../../text/model-ref.ts';
import type { Note } from '../../words/words.ts';

type Keeping = { config: JsonObject; choices: Choices; plan: Pick<Plan, 'primary'>; catalog: Catalog };

/** What the config has, and keeps, where something else would be written into an empty one. Pure. */
export function keptNotes({ config, choices, plan, catalog }: Keeping): Note[] {
  return [...keptPrimary(plan), ...keptBaseUrl(config), ...keptEntries(config, choices, catalog)];
}

function keptPrimary({ primary: { action, previous } }: Keeping['plan']): Note[] {
  return previous === null || action !== 'kept' ? [] : [{ kind: 'kept-primary', ref: previous }];
}

function keptBaseUrl(config: JsonObject): Note[] {
  const baseUrl = valueAt(config, BASE_URL_PATH);
  if (typeof baseUrl !== 'string' || baseUrl === ROUTER_BASE_URL) return [];
  return [{ kind: 'kept-base-url', url: withoutCredentials(baseUrl) }];
}

/** `https://user:secret@host` without what stands before the `@`. */
function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//***@');
}

/** The entries that state something else than the list. */
function keptEntries(config: JsonObject, choices: Choices, catalog: Catalog): Note[] {
  const entries = entriesIn(config).filter(isJsonObject);
  const ids = touchedRefs(choices).flatMap((ref) => modelIdOf(ref) ?? []);
  return ids.flatMap((id) => {
    const listed = formatModelEntry(describeModel(catalog, id));
    const entry = entries.findLast((one) => one.id === id) ?? {};
    const differs = Object.entries(listed).some(
      ([key, value]) => Object.hasOwn(entry, key) && !equalJson(entry[key], value),
    );
    return differs ? [{ kind: 'kept-entry', id }] : [];
  });
}
