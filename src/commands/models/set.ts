import { changeConfig, type WriteOptions } from '../../setup/apply/change-config.ts';
import { readContext } from '../../setup/context.ts';
import { loadModelsFor } from '../../setup/load-models.ts';
import { planChoices, resolveTyped } from '../../setup/plan/plan-choices.ts';
import { describeBeside } from '../../setup/report/describe-change.ts';
import type { System } from '../../system.ts';

export type ModelsSetOptions = WriteOptions & {
  /** As typed: a ref, an id or an alias. */
  model: string;
};

/** Changes the default model. Rejects with `model_unknown` and `model_not_served`. */
export async function modelsSet(options: ModelsSetOptions, system: System): Promise<number> {
  const context = await readContext(options, system);
  const catalog = await loadModelsFor(options.model, options, context, system);
  const knowledge = { catalog, configured: context.configured };
  return changeConfig(
    {
      options,
      context,
      plan: (snapshot) => {
        const { ref, warnings } = resolveTyped(options.model, snapshot, knowledge);
        const plan = planChoices(snapshot, knowledge, { primary: ref });
        const { primary, fallbacks, aliases } = plan;
        return {
          ...plan,
          warnings: [...warnings, ...plan.warnings],
          lines: [system.words.changes['default-model']({ ref }), ...describeBeside(plan.changes, system.words)],
          document: {
            model: {
              primary: ref,
              previous: primary.previous,
              action: primary.action,
              fallbacks: [...fallbacks],
              aliases: Object.fromEntries(aliases),
            },
          },
        };
      },
    },
    system,
  );
}
