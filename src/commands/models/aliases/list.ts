import { type GlobalOptions, readSituation } from '../../../setup/context.ts';
import type { ListFormat } from '../../../setup/list-format.ts';
import { aliasesNow, readAliases } from '../../../setup/refs.ts';
import { reportWarnings } from '../../../setup/report/report.ts';
import type { System } from '../../../system.ts';
import { formatJson } from '../../../text/format-json.ts';
import { sanitise } from '../../../text/sanitise.ts';

export type AliasesListOptions = GlobalOptions & { format: ListFormat };

/** Each label with the model that it stands for. */
export async function modelsAliasesList(options: AliasesListOptions, system: System): Promise<number> {
  const { snapshot, warnings } = await readSituation(options, system);
  const aliases = readAliases(snapshot.value);
  const rows = [...aliases].map(([ref, label]) => [sanitise(label), sanitise(ref)] as const);
  const { out } = system.io;
  if (options.format === 'json') out.write(`${formatJson(aliasesNow(aliases))}\n`);
  else if (options.format === 'plain') out.write(rows.map(([label, ref]) => `${label} ${ref}\n`).join(''));
  else {
    out.write(`Aliases (${rows.length}):\n`);
    for (const [label, ref] of rows) out.write(`- ${label} -> ${ref}\n`);
    if (rows.length === 0) out.write('- none\n');
  }
  reportWarnings(warnings, [], system);
  return 0;
}
