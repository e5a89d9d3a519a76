import { changeModel, type ModelOptions } from '../../setup/apply/change-model.ts';
import { describeBeside } from '../../setup/report/describe-change.ts';
import type { System } from '../../system.ts';

/** Changes the default model. Rejects with `model_unknown` and `model_not_served`. */
export function modelsSet(options: ModelOptions, system: System): Promise<number> {
  return changeModel(
    options,
    (ref, planWith) => {
      const plan = planWith({ primary: ref });
      const { primary, fallbacks, aliases } = plan;
      return {
        ...plan,
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
    system,
  );
}
