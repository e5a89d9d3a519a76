import { BUILT_IN_AS_OF } from '../../catalog/built-in.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { loadCatalog } from '../../catalog/load-catalog.ts';
import { reportWarnings } from '../../setup/report.ts';
import { type GlobalOptions, readSituation, type Situation, searchTokens } from '../../setup/situation.ts';
import type { System } from '../../system.ts';
import { formatJson } from '../../text/format-json.ts';
import { formatAge } from '../../text/numbers.ts';
import { sanitise } from '../../text/sanitise.ts';
import { listDocument, listFooter, listTable } from './list-format.ts';
import { type ListFilter, listRows } from './list-rows.ts';

export type ModelsListOptions = GlobalOptions & ListFilter & { refresh: boolean; format: 'table' | 'json' | 'plain' };

/** Rows on stdout, where they came from on stderr. Exit 5 only where `--refresh` was asked for and failed. */
export async function modelsList(options: ModelsListOptions, system: System): Promise<number> {
  const situation = await readSituation(options, system);
  const catalog = await system.io.wait('Fetching the model list', readCatalog(options, situation, system));
  const rows = listRows({ config: situation.snapshot.value, catalog, configured: situation.configured }, options);
  const { out, err } = system.io;
  if (options.format === 'json') out.write(`${formatJson(listDocument(rows, catalog))}\n`);
  else if (options.format === 'plain') out.write(rows.map(({ ref }) => `${sanitise(ref)}\n`).join(''));
  else {
    for (const line of listTable(rows, out.columns)) out.write(`${line}\n`);
    err.write(`${listFooter(rows, catalog, sourceWords(catalog, situation, system), system.io.unicode)}\n`);
  }
  reportWarnings(situation.warnings, [], system);
  return options.refresh && catalog.source !== 'live' ? 5 : 0;
}

async function readCatalog(
  { offline, refresh }: ModelsListOptions,
  situation: Situation,
  system: System,
): Promise<Catalog> {
  const { endpoints, snapshot, locations, log } = situation;
  const policy = offline
    ? ({ ask: 'never', neverBecause: '--offline: nothing was asked' } as const)
    : ({ ask: refresh ? 'always' : 'stale-with-token' } as const);
  const findToken = async () => (await searchTokens(situation, system)).tokens[0]?.token ?? null;
  return loadCatalog(
    {
      ...endpoints,
      policy,
      token: findToken,
      config: snapshot.value,
      cacheFile: locations.cacheFile,
      writeCache: true,
      log,
    },
    system,
  );
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
