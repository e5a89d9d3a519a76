import { changeConfig, planNothing, type WriteOptions } from '../../../setup/apply/change-config.ts';
import { readSituation } from '../../../setup/context.ts';
import { loadModelsFor } from '../../../setup/load-models.ts';
import { planChoices, resolveTyped } from '../../../setup/plan/plan-choices.ts';
import { fallbacksNow, readChain } from '../../../setup/refs.ts';
import { describeBeside } from '../../../setup/report/describe-change.ts';
import type { System } from '../../../system.ts';

export type FallbacksAddOptions = WriteOptions & {
  /** As typed: a ref, an id or an alias. */
  model: string;
};

/** Appends a fallback. What is one already, and the default model, is left as it is. */
export async function modelsFallbacksAdd(options: FallbacksAddOptions, system: System): Promise<number> {
  const situation = await readSituation(options, system);
  const catalog = await loadModelsFor(options.model, options, situation, system);
  const knowledge = { catalog, configured: situation.configured };
  return changeConfig(
    {
      options,
      situation,
      plan: (snapshot) => {
        const { primary, fallbacks } = readChain(snapshot.value);
        const { ref, warnings } = resolveTyped(options.model, snapshot, knowledge);
        if (fallbacks.includes(ref)) return planNothing(`${ref} is a fallback already`, fallbacksNow(fallbacks));
        if (ref === primary) {
          const note = `${ref} is the default model, so it was not added as a fallback`;
          return planNothing(note, fallbacksNow(fallbacks));
        }
        const plan = planChoices(snapshot, knowledge, { fallbacks: [ref] });
        const { lines, document } = fallbacksNow(plan.fallbacks);
        const missing = primary === null ? ['There is no default model yet: openclaw models set <ref-or-alias>'] : [];
        return {
          ...plan,
          warnings: [...warnings, ...plan.warnings, ...missing],
          lines: [...lines, ...describeBeside(plan.changes)],
          document,
        };
      },
    },
    system,
  );
}
