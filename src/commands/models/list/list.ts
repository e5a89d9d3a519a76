import { BUILT_IN_AS_OF } from '../../../catalog/built-in/built-in.ts';
import type { Catalog } from '../../../catalog/catalog.ts';
import { EXIT_CODES } from '../../../errors.ts';
import { type Context, readContext } from '../../../setup/context.ts';
import { waitForModels } from '../../../setup/load-models.ts';
import type { GlobalOptions, ListFormat } from '../../../setup/options.ts';
import { reportWarnings } from '../../../setup/report/report.ts';
import type { System } from '../../../system.ts';
import { formatDocument } from '../../../text/json.ts';
import { sanitise } from '../../../text/sanitise.ts';
import type { ListSource } from '../../../words/en/list.ts';
import { reasonIn } from '../../../words/words.ts';
import { listDocument, listFooter, listTable } from './format.ts';
import { type ListOrder, sortRows } from './order.ts';
import { type ListFilter, listRows } from './rows.ts';

export type ModelsListOptions = GlobalOptions & ListFilter & { sort: ListOrder; refresh: boolean; format: ListFormat };

/** Rows on stdout, where they came from on stderr. Exit 5 only where `--refresh` was asked for and failed. */
export async function modelsList(options: ModelsListOptions, system: System): Promise<number> {
  const context = await readContext(options, system);
  const policy = { ask: options.refresh ? 'always' : 'stale-with-token' } as const;
  const catalog = await waitForModels({ policy, writeCache: true }, context, system);
  const input = { config: context.snapshot.value, catalog, configured: context.configured };
  const found = listRows(input, options);
  const rows = sortRows(found.rows, options.sort);
  const { io } = system;
  if (options.format === 'json') io.out.write(formatDocument(listDocument(rows, catalog, io)));
  else if (options.format === 'plain') io.out.write(rows.map(({ ref }) => `${sanitise(ref)}\n`).join(''));
  else {
    const lines = rows.length === 0 ? [] : listTable(rows, system);
    io.out.write(lines.map((line) => `${line}\n`).join(''));
    io.tell(listFooter(found, options, sourceOf(catalog, context, system), system));
    const reason = reasonIn(system.words, catalog.reason);
    if (reason !== null) io.tell(reason);
  }
  reportWarnings(context.warnings, [], system);
  return options.refresh && catalog.error !== null ? EXIT_CODES.service_error : 0;
}

function sourceOf(
  { source, fetchedAt }: Catalog,
  { endpoints }: Context,
  { clock }: Pick<System, 'clock'>,
): ListSource {
  if (fetchedAt === null) return { kind: 'builtin', asOf: BUILT_IN_AS_OF };
  if (source === 'live') return { kind: 'live', host: new URL(endpoints.baseUrl).host };
  return { kind: 'cache', age: clock.now().getTime() - Date.parse(fetchedAt) };
}
