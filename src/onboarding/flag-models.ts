import type { Catalog } from '../catalog/catalog.ts';
import { type KnownRefs, resolveModelRef } from '../catalog/resolve-model.ts';
import type { AliasChoice, Choices } from '../setup/plan/choices.ts';
import { knownRefs, readChain } from '../setup/refs.ts';
import type { JsonObject } from '../text/json.ts';
import { DEFAULT_MODEL_ID, formatModelRef } from '../text/model-ref.ts';
import type { Note } from '../words/words.ts';
import type { OnboardOptions } from './options.ts';

type ModelFlags = Pick<OnboardOptions, 'model' | 'fallbacks' | 'aliases'>;

const USUAL_PRIMARY = formatModelRef(DEFAULT_MODEL_ID);

/** The models that the flags name, as typed, and the default where nothing else makes a primary. */
export function typedModels(flags: ModelFlags, config: JsonObject): string[] {
  const { model = defaultModel(config) } = flags;
  return [...(model === undefined ? [] : [model]), ...flags.fallbacks, ...flags.aliases.map(({ ref }) => ref)];
}

/** An existing primary is kept; where there is none, the documentation's default is chosen. */
function defaultModel(config: JsonObject): string | undefined {
  return readChain(config).primary === null ? USUAL_PRIMARY : undefined;
}

/** The flags as choices, every model resolved. Rejects with `model_unknown` and `model_not_served`. */
export function chooseByFlags(
  flags: ModelFlags,
  config: JsonObject,
  catalog: Catalog,
): { choices: Choices; warnings: Note[] } {
  const { model, warnings, ...rest } = resolveFlagModels(
    { ...flags, model: flags.model ?? defaultModel(config) },
    config,
    catalog,
  );
  const kept = model === null ? keptPrimary(config) : [];
  return { choices: { primary: model, ...rest, onboarding: true }, warnings: [...warnings, ...kept] };
}

function keptPrimary(config: JsonObject): Note[] {
  const kept = readChain(config).primary;
  if (kept === null || kept === USUAL_PRIMARY) return [];
  return [{ kind: 'primary-kept', ref: kept, usual: USUAL_PRIMARY }];
}

type FlagModels = {
  /** null where no `--model` was given. */
  model: string | null;
  fallbacks: string[];
  aliases: AliasChoice[];
  warnings: Note[];
};

/** What `--model`, `--fallback` and `--alias` name, as refs. Rejects with `model_unknown` and `model_not_served`. */
export function resolveFlagModels(flags: ModelFlags, config: JsonObject, catalog: Catalog): FlagModels {
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
