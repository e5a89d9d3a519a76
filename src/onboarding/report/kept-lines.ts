import { type Choices, chosenRefs, touchedRefs } from '../../setup/plan/choices.ts';
import type { Plan } from '../../setup/plan/plan.ts';
import { entryIds, readAliases, readChain } from '../../setup/refs.ts';
import type { JsonObject } from '../../text/json.ts';
import { valueAt } from '../../text/json.ts';
import { modelIdOf, PROVIDER } from '../../text/model-ref.ts';

type Keeping = { config: JsonObject; choices: Choices; plan: Pick<Plan, 'primary'> };

/** What the config has already and the plan leaves as it is, and why, a line each. Pure. */
export function keptLines({ config, choices, plan }: Keeping): string[] {
  return [
    ...keptPrimary(plan),
    ...keptFallbacks(config),
    ...keptAliases(config, choices),
    ...keptBaseUrl(config),
    ...keptEntries(config, choices),
  ].map((line) => `kept: ${line}`);
}

function keptPrimary({ primary: { action, previous } }: Keeping['plan']): string[] {
  if (previous === null || action === 'set') return [];
  return [`default model ${previous} (${action === 'kept' ? 'of another provider' : 'chosen again'})`];
}

function keptFallbacks(config: JsonObject): string[] {
  const { fallbacks } = readChain(config);
  return fallbacks.length === 0 ? [] : [`fallbacks ${fallbacks.join(', ')} (they were there first)`];
}

/** A label that `--alias` wanted to be another one has its warning already. */
function keptAliases(config: JsonObject, choices: Choices): string[] {
  const labels = readAliases(config);
  const given = new Set(choices.aliases.map(({ ref }) => ref));
  return chosenRefs(choices).flatMap((ref) => {
    const label = labels.get(ref);
    return label === undefined || given.has(ref) ? [] : [`${ref} keeps its alias "${label}"`];
  });
}

function keptBaseUrl(config: JsonObject): string[] {
  const baseUrl = valueAt(config, ['models', 'providers', PROVIDER, 'baseUrl']);
  return typeof baseUrl === 'string' ? [`provider ${PROVIDER} at ${withoutCredentials(baseUrl)} (yours wins)`] : [];
}

/** `https://user:secret@host` without what stands before the `@`. */
function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//***@');
}

function keptEntries(config: JsonObject, choices: Choices): string[] {
  const entries = new Set(entryIds(config));
  const ids = touchedRefs(choices).flatMap((ref) => modelIdOf(ref) ?? []);
  return ids.filter((id) => entries.has(id)).map((id) => `model entry ${id} (yours wins)`);
}
