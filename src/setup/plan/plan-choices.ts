import type { Catalog } from '../../catalog/catalog.ts';
import type { ConfiguredModel } from '../../catalog/configured-models.ts';
import { describeModel } from '../../catalog/describe-model.ts';
import { type ResolvedModel, resolveModelRef } from '../../catalog/resolve-model.ts';
import type { ConfigSnapshot } from '../../config/read/read.ts';
import { knownRefs } from '../refs.ts';
import type { Choices } from './choices.ts';
import { type Plan, planSetup } from './plan.ts';

/** What is known of models: the service's, and the user's own entries. */
export type Knowledge = { catalog: Catalog; configured: readonly ConfiguredModel[] };

/** The plan for these choices alone, outside onboarding. Pure. */
export function planChoices(
  { value, own }: Pick<ConfigSnapshot, 'value' | 'own'>,
  { catalog, configured }: Knowledge,
  choices: Partial<Choices>,
): Plan {
  const describe = (id: string) => describeModel(catalog, id, configured);
  const none: Choices = { primary: null, fallbacks: [], aliases: [], onboarding: false };
  return planSetup({ config: value, own, describe }, { ...none, ...choices });
}

/** What a typed model means on a snapshot. Rejects with `model_unknown` and `model_not_served`. */
export function resolveTyped(
  typed: string,
  { value }: Pick<ConfigSnapshot, 'value'>,
  { catalog }: Knowledge,
): ResolvedModel {
  return resolveModelRef(typed, knownRefs(value, catalog));
}
