import type { Change } from '../../../json5/change.ts';
import { changeConfig, planNothing, type WriteOptions } from '../../../setup/apply/change-config.ts';
import { readSituation } from '../../../setup/context.ts';
import { aliasesNow, MODEL_MAP_PATH, readAliases } from '../../../setup/refs.ts';
import type { System } from '../../../system.ts';

export type AliasesRemoveOptions = WriteOptions & { label: string };

/** Takes a label away; the model's entry, and whatever else it holds, stays. */
export async function modelsAliasesRemove(options: AliasesRemoveOptions, system: System): Promise<number> {
  const situation = await readSituation(options, system);
  const wanted = options.label.toLowerCase();
  return changeConfig(
    {
      options,
      situation,
      plan: ({ value }) => {
        const aliases = readAliases(value);
        // All of them: OpenClaw accepts one label for two models, and removing one would bring the other to light.
        const owners = [...aliases].filter(([, label]) => label.toLowerCase() === wanted);
        if (owners.length === 0) {
          const note = `There is no alias "${options.label}"`;
          return planNothing(note, { lines: [], document: aliasesNow(aliases) });
        }
        for (const [ref] of owners) aliases.delete(ref);
        return {
          changes: owners.map(([ref]): Change => ({ op: 'remove', path: [...MODEL_MAP_PATH, ref, 'alias'] })),
          notes: [],
          warnings: [],
          lines: owners.map(([ref, label]) => `Alias removed: "${label}" of ${ref}`),
          document: aliasesNow(aliases),
        };
      },
    },
    system,
  );
}
