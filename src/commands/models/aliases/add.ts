import { changeConfig, planNothing, type WriteOptions } from '../../../setup/apply/change-config.ts';
import { readSituation } from '../../../setup/context.ts';
import { loadModelsFor } from '../../../setup/load-models.ts';
import { planChoices, resolveTyped } from '../../../setup/plan/plan-choices.ts';
import { aliasesNow, readAliases } from '../../../setup/refs.ts';
import { describeBeside } from '../../../setup/report/describe-change.ts';
import type { System } from '../../../system.ts';

export type AliasesAddOptions = WriteOptions & {
  label: string;
  /** As typed: a ref, an id or another alias. */
  model: string;
};

/** Gives a model a label, in place of the one that it has. Rejects with `alias_taken` where another model has it. */
export async function modelsAliasesAdd(options: AliasesAddOptions, system: System): Promise<number> {
  const { label } = options;
  const situation = await readSituation(options, system);
  const catalog = await loadModelsFor(options.model, options, situation, system);
  const knowledge = { catalog, configured: situation.configured };
  return changeConfig(
    {
      options,
      situation,
      plan: (snapshot) => {
        const { ref, warnings } = resolveTyped(options.model, snapshot, knowledge);
        const before = readAliases(snapshot.value);
        const line = `Alias: "${label}" for ${ref}`;
        if (before.get(ref) === label) {
          const note = `${ref} has the alias "${label}" already`;
          return planNothing(note, { lines: [line], document: aliasesNow(before) });
        }
        const plan = planChoices(snapshot, knowledge, { aliases: [{ ref, label, replaces: true }] });
        const replaced = before.get(ref);
        const notes = replaced === undefined ? [] : [`It replaces the alias "${replaced}"`];
        return {
          ...plan,
          warnings: [...warnings, ...plan.warnings],
          notes: [...plan.notes, ...notes],
          lines: [...new Set([line, ...describeBeside(plan.changes)])],
          document: aliasesNow(plan.aliases),
        };
      },
    },
    system,
  );
}
