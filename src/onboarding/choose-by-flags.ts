import type { Catalog } from '../catalog/catalog.ts';
import { type KnownRefs, resolveModelRef } from '../catalog/resolve-model.ts';
import { readChain } from '../setup/chain.ts';
import type { AliasChoice, Choices } from '../setup/choices.ts';
import { knownRefs } from '../setup/known-refs.ts';
import type { JsonObject } from '../text/json.ts';
import { DEFAULT_MODEL_ID, formatModelRef } from '../text/model-ref.ts';
import type { OnboardOptions } from './options.ts';

type ModelFlags = Pick<OnboardOptions, 'model' | 'fallbacks' | 'aliases'>;

/** The models that the flags name, as typed, and the default where nothing else makes a primary. */
export function typedModels(flags: ModelFlags, config: JsonObject): string[] {
  const { model = defaultModel(config) } = flags;
  return [...(model === undefined ? [] : [model]), ...flags.fallbacks, ...flags.aliases.map(({ ref }) => ref)];
}

/** An existing primary is kept; where there is none, the documentation's default is chosen. */
function defaultModel(config: JsonObject): string | undefined {
  return readChain(config).primary === null ? formatModelRef(DEFAULT_MODEL_ID) : undefined;
}

/** The flags as choices, every model resolved. Rejects with `model_unknown` and `model_not_served`. */
export function chooseByFlags(
  flags: ModelFlags,
  config: JsonObject,
  catalog: Catalog,
): { choices: Choices; warnings: string[] } {
  const warnings: string[] = [];
  const known = knownRefs(config, catalog);
  const resolve = (text: string, within: KnownRefs) => {
    const resolved = resolveModelRef(text, within);
    warnings.push(...resolved.warnings);
    return resolved.ref;
  };
  const aliases: AliasChoice[] = flags.aliases.map(({ ref, label }) => ({ ref: resolve(ref, known), label }));
  // `--alias org/name=quick --model quick` works too.
  const withNew = {
    ...known,
    aliases: new Map([...known.aliases, ...aliases.map(({ ref, label }) => [label, ref] as const)]),
  };
  const model = flags.model ?? defaultModel(config);
  const choices = {
    primary: model === undefined ? null : resolve(model, withNew),
    fallbacks: flags.fallbacks.map((text) => resolve(text, withNew)),
    aliases,
    onboarding: true,
  };
  return { choices, warnings: [...new Set(warnings), ...keptPrimary(choices, config)] };
}

function keptPrimary({ primary }: Choices, config: JsonObject): string[] {
  const kept = readChain(config).primary;
  const usual = formatModelRef(DEFAULT_MODEL_ID);
  if (primary !== null || kept === null || kept === usual) return [];
  return [`The default model stays ${kept}. To change it: openclaw models set ${usual}`];
}
