import { changeConfig, planNothing, type WriteOptions } from '../../../setup/apply/change-config.ts';
import { readSituation } from '../../../setup/context.ts';
import { FALLBACKS_PATH, fallbacksNow, findListed, readChain } from '../../../setup/refs.ts';
import type { System } from '../../../system.ts';

export type FallbacksRemoveOptions = WriteOptions & {
  /** As typed: a ref, an id or an alias. */
  model: string;
};

/** Takes a model out of the fallbacks; its entries elsewhere stay, so that it can still be chosen. */
export async function modelsFallbacksRemove(options: FallbacksRemoveOptions, system: System): Promise<number> {
  const situation = await readSituation(options, system);
  return changeConfig(
    {
      options,
      situation,
      plan: ({ value }) => {
        const { primary, fallbacks } = readChain(value);
        const ref = findListed(options.model, fallbacks, value);
        if (ref === undefined) {
          const isPrimary = primary !== null && findListed(options.model, [primary], value) === primary;
          const note = isPrimary
            ? `${primary} is the default model, not a fallback. To change it: openclaw models set <ref-or-alias>`
            : `${options.model} is not a fallback`;
          return planNothing(note, fallbacksNow(fallbacks));
        }
        return {
          changes: [{ op: 'remove-item', path: FALLBACKS_PATH, value: ref }],
          notes: ref === primary ? [`${ref} stays the default model`] : [],
          warnings: [],
          ...fallbacksNow(fallbacks.filter((fallback) => fallback !== ref)),
        };
      },
    },
    system,
  );
}
