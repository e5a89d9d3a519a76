import { changeModel, type ModelOptions } from '../../setup/apply/change-model.ts';
import { describeBeside } from '../../setup/report/describe-change.ts';
import { modelDocument } from '../../setup/report/documents.ts';
import type { System } from '../../system.ts';

/** Changes the default model. Rejects with `model_unknown` and `model_not_served`. */
export function modelsSet(options: ModelOptions, system: System): Promise<number> {
  return changeModel(
    options,
    (ref, planWith) => {
      const plan = planWith({ primary: ref });
      return {
        ...plan,
        lines: [system.words.changes['default-model']({ ref }), ...describeBeside(plan.changes, system.words)],
        document: { model: modelDocument(plan) },
      };
    },
    system,
  );
}
