import type { Change } from '../../../json5/change.ts';
import { changeConfig, planNothing, type WriteOptions } from '../../../setup/apply/change-config.ts';
import { readSituation } from '../../../setup/context.ts';
import { refuseCoercion } from '../../../setup/plan/plan.ts';
import { FALLBACKS_PATH, fallbacksNow } from '../../../setup/refs.ts';
import type { System } from '../../../system.ts';
import { valueAt } from '../../../text/json.ts';

/** Empties the list of fallbacks, which stays where it is with the comments in it. */
export async function modelsFallbacksClear(options: WriteOptions, system: System): Promise<number> {
  const situation = await readSituation(options, system);
  return changeConfig(
    {
      options,
      situation,
      plan: ({ value }) => {
        const now = valueAt(value, FALLBACKS_PATH);
        if (now === undefined || (Array.isArray(now) && now.length === 0))
          return planNothing('There are no fallbacks to clear', fallbacksNow([]));
        const changes: Change[] = [{ op: 'set', path: FALLBACKS_PATH, value: [] }];
        refuseCoercion(value, changes);
        return { changes, notes: [], warnings: [], ...fallbacksNow([]) };
      },
    },
    system,
  );
}
