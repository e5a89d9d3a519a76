import type { Catalog } from '../catalog/catalog.ts';
import { type KnownRefs, resolveModelRef } from '../catalog/resolve-model.ts';
import type { AliasChoice } from '../setup/plan/choices.ts';
import { knownRefs } from '../setup/refs.ts';
import type { JsonObject } from '../text/json.ts';
import type { Note } from '../words/words.ts';
import type { OnboardOptions } from './options.ts';

export type FlagModels = {
  /** null where no `--model` was given. */
  model: string | null;
  fallbacks: string[];
  aliases: AliasChoice[];
  warnings: Note[];
};

/** What `--model`, `--fallback` and `--alias` name, as refs. Rejects with `model_unknown` and `model_not_served`. */
export function resolveFlagModels(
  flags: Pick<OnboardOptions, 'model' | 'fallbacks' | 'aliases'>,
  config: JsonObject,
  catalog: Catalog,
): FlagModels {
  const warnings: Note[] = [];
  const known = knownRefs(config, catalog);
  const resolve = (text: string, within: KnownRefs) => {
    const resolved = resolveModelRef(text, within);
    warnings.push(...resolved.warnings);
    return resolved.ref;
  };
  const aliases = flags.aliases.map(({ ref, label }) => ({ ref: resolve(ref, known), label }));
  // `--alias org/name=quick --model quick` works too.
  const within = knownRefs(config, catalog, aliases);
  return {
    model: flags.model === undefined ? null : resolve(flags.model, within),
    fallbacks: flags.fallbacks.map((text) => resolve(text, within)),
    aliases,
    warnings: [...new Set(warnings)],
  };
}
