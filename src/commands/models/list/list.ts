import { BUILT_IN_AS_OF } from '../../../catalog/built-in.ts';
import type { Catalog } from '../../../catalog/catalog.ts';
import type { CatalogPolicy } from '../../../catalog/load-catalog.ts';
import { type GlobalOptions, readSituation, type Situation } from '../../../setup/context.ts';
import { loadModels } from '../../../setup/load-models.ts';
import { reportWarnings } from '../../../setup/report/report.ts';
import type { System } from '../../../system.ts';
import { formatJson } from '../../../text/format-json.ts';
import { formatAge } from '../../../text/numbers.ts';
import { sanitise } from '../../../text/sanitise.ts';
import { listDocument, listFooter, listTable } from './format.ts';
import { type ListFilter, listRows } from './rows.ts';

export type ModelsListOptions = GlobalOptions & ListFilter & { refresh: boolean; format: 'table' | 'json' | 'plain' };

/** Rows on stdout, where they came from on stderr. Exit 5 only where `--refresh` was asked for and failed. */
export async function modelsList(options: ModelsListOptions, system: System): Promise<number> {
  const situation = await readSituation(options, system);
  const catalog = await readCatalog(options, situation, system);
  const rows = listRows({ config: situation.snapshot.value, catalog, configured: situation.configured }, options);
  const { out, err } = system.io;
  if (options.format === 'json') out.write(`${formatJson(listDocument(rows, catalog))}\n`);
  else if (options.format === 'plain') out.write(rows.map(({ ref }) => `${sanitise(ref)}\n`).join(''));
  else {
    for (const line of listTable(rows, out.columns)) out.write(`${line}\n`);
    err.write(`${listFooter(rows, catalog, sourceWords(catalog, situation, system), system.io.unicode)}\n`);
  }
  reportWarnings(situation.warnings, [], system);
  return options.refresh && catalog.error !== null ? 5 : 0;
}

function readCatalog({ offline, refresh }: ModelsListOptions, situation: Situation, system: System): Promise<Catalog> {
  const policy: CatalogPolicy = offline
    ? { ask: 'never', neverBecause: '--offline: nothing was asked' }
    : { ask: refresh ? 'always' : 'stale-with-token' };
  return loadModels({ policy, writeCache: true }, situation, system);
}

function sourceWords(
  { source, fetchedAt }: Catalog,
  { endpoints }: Situation,
  { clock }: Pick<System, 'clock'>,
): string {
  if (fetchedAt === null) return `built-in list of ${BUILT_IN_AS_OF}`;
  const age = formatAge(clock.now().getTime() - Date.parse(fetchedAt));
  return source === 'live' ? `live from ${new URL(endpoints.baseUrl).host}` : `cached, fetched ${age}`;
}
