import type { Change } from '../../json5/change.ts';
import { changeConfig, planNothing } from '../../setup/apply/change-config.ts';
import { changeModel, type ModelOptions } from '../../setup/apply/change-model.ts';
import { readContext } from '../../setup/context.ts';
import type { GlobalOptions, ListFormat, WriteOptions } from '../../setup/options.ts';
import { aliasesNow, MODEL_MAP_PATH, readAliases } from '../../setup/refs.ts';
import { describeBeside } from '../../setup/report/describe-change.ts';
import { reportWarnings } from '../../setup/report/report.ts';
import type { System } from '../../system.ts';
import { formatDocument } from '../../text/json.ts';
import { sanitise } from '../../text/sanitise.ts';
import type { Note } from '../../words/words.ts';

/** Each label with the model that it stands for. */
export async function modelsAliasesList(
  options: GlobalOptions & { format: ListFormat },
  system: System,
): Promise<number> {
  const { snapshot, warnings } = await readContext(options, system);
  const aliases = readAliases(snapshot.value);
  const rows = [...aliases].map(([ref, label]) => [sanitise(label), sanitise(ref)] as const);
  const { io, words } = system;
  if (options.format === 'json') io.out.write(formatDocument(aliasesNow(aliases)));
  else if (options.format === 'plain') io.out.write(rows.map(([label, ref]) => `${label} ${ref}\n`).join(''));
  else {
    io.say(words.list.aliases({ amount: rows.length }));
    for (const [label, ref] of rows) io.say(`- ${label} -> ${ref}`);
    if (rows.length === 0) io.say(`- ${words.list.empty}`);
  }
  reportWarnings(warnings, [], system);
  return 0;
}

/** Gives a model a label, in place of the one that it has. Rejects with `alias_taken` where another model has it. */
export function modelsAliasesAdd(options: ModelOptions & { label: string }, system: System): Promise<number> {
  const { label } = options;
  return changeModel(
    options,
    (ref, planWith, { value }) => {
      const before = readAliases(value);
      const line = system.words.changes.alias({ label, ref });
      const replaced = before.get(ref);
      if (replaced === label)
        return planNothing({ kind: 'alias-there', ref, label }, { lines: [line], document: aliasesNow(before) });
      const plan = planWith({ aliases: [{ ref, label, replaces: true }] });
      const notes: Note[] = replaced === undefined ? [] : [{ kind: 'alias-replaced', label: replaced }];
      return {
        ...plan,
        notes: [...plan.notes, ...notes],
        lines: [...new Set([line, ...describeBeside(plan.changes, system.words)])],
        document: aliasesNow(plan.aliases),
      };
    },
    system,
  );
}

/** Takes a label away; the model's entry, and whatever else it holds, stays. */
export async function modelsAliasesRemove(options: WriteOptions & { label: string }, system: System): Promise<number> {
  const { label: typed } = options;
  const context = await readContext(options, system);
  return changeConfig(
    {
      options,
      context,
      plan: ({ value }) => {
        const aliases = readAliases(value);
        // All of them: OpenClaw accepts one label for two models, and removing one would bring the other to light.
        const owners = [...aliases].filter(([, label]) => label.toLowerCase() === typed.toLowerCase());
        if (owners.length === 0)
          return planNothing({ kind: 'no-such-alias', label: typed }, { lines: [], document: aliasesNow(aliases) });
        for (const [ref] of owners) aliases.delete(ref);
        return {
          changes: owners.map(([ref]): Change => ({ op: 'remove', path: [...MODEL_MAP_PATH, ref, 'alias'] })),
          notes: [],
          warnings: [],
          lines: owners.map(([ref, label]) => system.words.list.aliasRemoved({ label, ref })),
          document: aliasesNow(aliases),
        };
      },
    },
    system,
  );
}
