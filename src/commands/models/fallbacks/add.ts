import { changeConfig, planNothing, type WriteOptions } from '../../../setup/apply/change-config.ts';
import { readContext } from '../../../setup/context.ts';
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
  const context = await readContext(options, system);
  const catalog = await loadModelsFor(options.model, options, context, system);
  const knowledge = { catalog, configured: context.configured };
  return changeConfig(
    {
      options,
      context,
      plan: (snapshot) => {
        const { primary, fallbacks } = readChain(snapshot.value);
        const { ref, warnings } = resolveTyped(options.model, snapshot, knowledge);
        if (fallbacks.includes(ref))
          return planNothing(`${ref} is a fallback already`, fallbacksNow(fallbacks, system.words));
        if (ref === primary) {
          return planNothing({ kind: 'fallback-is-primary', ref }, fallbacksNow(fallbacks, system.words));
        }
        const plan = planChoices(snapshot, knowledge, { fallbacks: [ref] });
        const { lines, document } = fallbacksNow(plan.fallbacks, system.words);
        const missing = primary === null ? ['There is no default model yet: openclaw models set <ref-or-alias>'] : [];
        return {
          ...plan,
          warnings: [...warnings, ...plan.warnings, ...missing],
          lines: [...lines, ...describeBeside(plan.changes, system.words)],
          document,
        };
      },
    },
    system,
  );
}
