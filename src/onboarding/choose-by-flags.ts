import type { Catalog } from '../catalog/catalog.ts';
import type { Choices } from '../setup/plan/choices.ts';
import { readChain } from '../setup/refs.ts';
import type { JsonObject } from '../text/json.ts';
import { DEFAULT_MODEL_ID, formatModelRef } from '../text/model-ref.ts';
import type { Note } from '../words/words.ts';
import type { OnboardOptions } from './options.ts';
import { resolveFlagModels } from './resolve-flag-models.ts';

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
