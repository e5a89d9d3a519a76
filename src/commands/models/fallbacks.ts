import type { Change } from '../../json5/change.ts';
import { changeConfig, planNothing } from '../../setup/apply/change-config.ts';
import { changeModel, type ModelOptions } from '../../setup/apply/change-model.ts';
import { readContext } from '../../setup/context.ts';
import type { GlobalOptions, ListFormat, WriteOptions } from '../../setup/options.ts';
import { refuseCoercion } from '../../setup/plan/plan.ts';
import { FALLBACKS_PATH, fallbacksNow, findListed, readChain } from '../../setup/refs.ts';
import { describeBeside } from '../../setup/report/describe-change.ts';
import { reportWarnings } from '../../setup/report/report.ts';
import type { System } from '../../system.ts';
import { formatDocument, valueAt } from '../../text/json.ts';
import { sanitise } from '../../text/sanitise.ts';
import type { Note } from '../../words/words.ts';

/** The fallbacks in their order. */
export async function modelsFallbacksList(
  options: GlobalOptions & { format: ListFormat },
  system: System,
): Promise<number> {
  const { snapshot, warnings } = await readContext(options, system);
  const { fallbacks } = readChain(snapshot.value);
  const { io, words } = system;
  if (options.format === 'json') io.out.write(formatDocument({ fallbacks }));
  else if (options.format === 'plain') io.out.write(fallbacks.map((ref) => `${sanitise(ref)}\n`).join(''));
  else {
    io.say(words.list.fallbacks({ amount: fallbacks.length }));
    for (const ref of fallbacks.length > 0 ? fallbacks : [words.list.empty]) io.say(`- ${ref}`);
  }
  reportWarnings(warnings, [], system);
  return 0;
}

/** Appends a fallback. What is one already, and the default model, is left as it is. */
export function modelsFallbacksAdd(options: ModelOptions, system: System): Promise<number> {
  return changeModel(
    options,
    (ref, planWith, { value }) => {
      const { primary, fallbacks } = readChain(value);
      if (fallbacks.includes(ref))
        return planNothing({ kind: 'fallback-there', ref }, fallbacksNow(fallbacks, system.words));
      if (ref === primary)
        return planNothing({ kind: 'fallback-is-primary', ref }, fallbacksNow(fallbacks, system.words));
      const plan = planWith({ fallbacks: [ref] });
      const { lines, document } = fallbacksNow(plan.fallbacks, system.words);
      const missing: Note[] = primary === null ? [{ kind: 'no-default-model' }] : [];
      return {
        ...plan,
        warnings: [...plan.warnings, ...missing],
        lines: [...lines, ...describeBeside(plan.changes, system.words)],
        document,
      };
    },
    system,
  );
}

/** Takes a model out of the fallbacks; its entries elsewhere stay, so that it can still be chosen. */
export async function modelsFallbacksRemove(options: ModelOptions, system: System): Promise<number> {
  const context = await readContext(options, system);
  const { model: typed } = options;
  return changeConfig(
    {
      options,
      context,
      plan: ({ value }) => {
        const { primary, fallbacks } = readChain(value);
        const ref = findListed(typed, fallbacks, value);
        if (ref === undefined) {
          const isPrimary = primary !== null && findListed(typed, [primary], value) === primary;
          const note: Note = isPrimary
            ? { kind: 'primary-not-a-fallback', ref: primary }
            : { kind: 'not-a-fallback', typed };
          return planNothing(note, fallbacksNow(fallbacks, system.words));
        }
        return {
          changes: [{ op: 'remove-item', path: FALLBACKS_PATH, value: ref }],
          notes: ref === primary ? [{ kind: 'stays-primary', ref }] : [],
          warnings: [],
          ...fallbacksNow(
            fallbacks.filter((fallback) => fallback !== ref),
            system.words,
          ),
        };
      },
    },
    system,
  );
}

/** Empties the list of fallbacks, which stays where it is with the comments in it. */
export async function modelsFallbacksClear(options: WriteOptions, system: System): Promise<number> {
  const context = await readContext(options, system);
  return changeConfig(
    {
      options,
      context,
      plan: ({ value }) => {
        const now = valueAt(value, FALLBACKS_PATH);
        if (now === undefined || (Array.isArray(now) && now.length === 0))
          return planNothing({ kind: 'no-fallbacks' }, fallbacksNow([], system.words));
        const changes: Change[] = [{ op: 'set', path: FALLBACKS_PATH, value: [] }];
        refuseCoercion(value, changes);
        return { changes, notes: [], warnings: [], ...fallbacksNow([], system.words) };
      },
    },
    system,
  );
}
