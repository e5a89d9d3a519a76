import { type GlobalOptions, readSituation, type Situation, searchTokens } from '../../setup/context.ts';
import { tokenToSend } from '../../setup/load-models.ts';
import { type Refresh, refreshModels, refreshWarnings } from '../../setup/refresh/refresh-catalog.ts';
import { reportWarnings } from '../../setup/report/report.ts';
import type { System } from '../../system.ts';
import { formatJson } from '../../text/format-json.ts';
import { formatCount } from '../../text/numbers.ts';
import { sanitise } from '../../text/sanitise.ts';

export type ModelsRefreshOptions = GlobalOptions & { json: boolean; dryRun: boolean };

/** Fetches the list again and merges it. Rejects with the service's failure (exit 5), and with `config_*`. */
export async function modelsRefresh(options: ModelsRefreshOptions, system: System): Promise<number> {
  const situation = await readSituation(options, system);
  const { tokens, warnings } = await searchTokens(situation, system);
  const request = { situation, token: tokenToSend(tokens[0]), dryRun: options.dryRun };
  const refresh = await system.io.wait('Fetching the model list', refreshModels(request, system));
  if (refresh.catalog.error !== null) throw refresh.catalog.error;
  const allWarnings = [...situation.warnings, ...warnings, ...warningsOf(refresh, situation, options)];
  if (options.json) {
    system.io.out.write(`${formatJson(refreshDocument(refresh, situation, options, allWarnings))}\n`);
    return 0;
  }
  for (const line of refreshLines(refresh, situation, options)) system.io.out.write(`${sanitise(line)}\n`);
  reportWarnings(allWarnings, [], system);
  if (options.dryRun) system.io.err.write('Dry run: nothing was written.\n');
  return 0;
}

/** A dry run keeps nothing, so that nothing can fail to be kept. */
function warningsOf(refresh: Refresh, { locations }: Situation, { dryRun }: ModelsRefreshOptions): string[] {
  return refreshWarnings({ ...refresh, cached: refresh.cached || dryRun }, locations);
}

/** `changed` means `models.json`: the cache does not count. */
function refreshDocument(
  { catalog, added, gone, modelsJson }: Refresh,
  { locations }: Situation,
  { dryRun }: ModelsRefreshOptions,
  warnings: readonly string[],
): object {
  const { source, fetchedAt, reason, models } = catalog;
  return {
    ok: true,
    changed: modelsJson?.changed ?? false,
    source,
    count: models.size,
    fetchedAt,
    reason,
    added,
    gone,
    cache: { path: locations.cacheFile },
    modelsJson: modelsJson && { ...modelsJson, added: modelsJson.added.length },
    ...(dryRun && { wouldChange: (modelsJson?.added.length ?? 0) > 0 }),
    warnings: warnings.map(sanitise),
  };
}

function refreshLines(
  { catalog, added, gone, cached, modelsJson }: Refresh,
  { endpoints, locations }: Situation,
  { dryRun }: ModelsRefreshOptions,
): string[] {
  const count = formatCount(catalog.models.size, 'model');
  if (catalog.source !== 'live') return [`Not fetched: ${catalog.reason}. ${count} as before.`];
  const lines = [`${count}, live from ${new URL(endpoints.baseUrl).host}`];
  if (added.length > 0) lines.push(`New: ${shorten(added)}`);
  if (gone.length > 0) lines.push(`Gone, but kept: ${shorten(gone)}`);
  if (cached) lines.push(`Updated cache: ${locations.cacheFile}`);
  if (modelsJson === null) return lines;
  const more = formatCount(modelsJson.added.length, 'model');
  const would = dryRun ? 'Would add' : 'Added';
  return [
    ...lines,
    modelsJson.added.length > 0 ? `${would} ${more} to ${modelsJson.path}` : `Already up to date: ${modelsJson.path}`,
  ];
}

const MOST_NAMED = 8;

function shorten(ids: readonly string[]): string {
  const more = ids.length - MOST_NAMED;
  return more > 0 ? `${ids.slice(0, MOST_NAMED).join(', ')} and ${more} more` : ids.join(', ');
}
