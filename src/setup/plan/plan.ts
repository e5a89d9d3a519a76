import { unescapeVariables } from '../../config/read/variables.ts';
import { OpenclawError } from '../../errors.ts';
import type { Change } from '../../json5/change.ts';
import { equalJson, formatPath, type JsonObject, jsonTypeOf, valueAt } from '../../text/json.ts';
import { MODEL_PATH, readAliases } from '../refs.ts';
import type { Choices } from './choices.ts';
import type { Outcome, PlanInput } from './outcome.ts';
import { planBilling } from './plan-billing.ts';
import { type PrimaryAction, planChain } from './plan-chain.ts';
import { planGateway } from './plan-gateway.ts';
import { planModelMap } from './plan-model-map.ts';
import { planModelPolicy } from './plan-model-policy.ts';
import { planProvider } from './plan-provider.ts';

export type Plan = Outcome & {
  primary: { ref: string | null; previous: string | null; action: PrimaryAction };
  fallbacks: readonly string[];
  /** Labels of the Hugging Face and other models after the plan, by ref. */
  aliases: ReadonlyMap<string, string>;
};

/** Choices and config to changes: pure, and the same for onboarding, `models set`, fallbacks and aliases. */
export function planSetup(input: PlanInput, choices: Choices): Plan {
  const { chain, previous, action, ...chainOutcome } = planChain(input, choices);
  const outcomes = [
    chainOutcome,
    planModelMap(input, choices, chain),
    planModelPolicy(input, choices),
    planProvider(input, choices),
    planBilling(input, choices),
    planGateway(input, choices),
  ];
  const changes = outcomes.flatMap((outcome) => outcome.changes);
  refuseCoercion(input.config, changes);
  return {
    changes,
    notes: outcomes.flatMap((outcome) => outcome.notes),
    warnings: outcomes.flatMap((outcome) => outcome.warnings),
    primary: { ref: chain.primary, previous, action },
    fallbacks: chain.fallbacks,
    aliases: aliasesAfter(input.config, changes),
  };
}

/** A key that has a wrong type where we must write is named, never coerced; `model: "x/y"` may become an object. */
export function refuseCoercion(config: JsonObject, changes: readonly Change[]): void {
  for (const { path, value } of changes.filter((change) => change.op === 'set')) {
    const existing = valueAt(config, path);
    if (existing === undefined) continue;
    const [found, needed] = [jsonTypeOf(existing), jsonTypeOf(value)];
    if (found === needed || (equalJson([...path], [...MODEL_PATH]) && found === 'string')) continue;
    const problem = { kind: 'not-writable-as', path: formatPath(path), needed, found } as const;
    throw new OpenclawError('config_invalid', problem, { unchanged: true });
  }
}

function aliasesAfter(config: JsonObject, changes: readonly Change[]): Map<string, string> {
  const aliases = readAliases(config);
  for (const change of changes) {
    if (change.op !== 'set' || change.path[2] !== 'models') continue;
    const [, , , ref, member] = change.path;
    const alias = member === 'alias' ? change.value : valueAt(change.value, ['alias']);
    if (ref !== undefined && typeof alias === 'string') aliases.set(ref, unescapeVariables(alias));
  }
  return aliases;
}
