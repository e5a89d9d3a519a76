import { type Context, readContext, searchTokens } from '../../setup/context.ts';
import { tokenToSend } from '../../setup/load-models.ts';
import type { WriteOptions } from '../../setup/options.ts';
import { type Refresh, refreshModels, refreshWarnings } from '../../setup/refresh/refresh-catalog.ts';
import { catalogDocument, notesDocument } from '../../setup/report/documents.ts';
import { reportWarnings } from '../../setup/report/report.ts';
import type { System } from '../../system.ts';
import { formatDocument } from '../../text/json.ts';
import { type Note, reasonIn, type Words } from '../../words/words.ts';
import { refreshFigures } from './refresh-figures.ts';

export type ModelsRefreshOptions = WriteOptions & {
  /** The figures of the config's own entries, and nothing else. */
  figures: boolean;
};

/** Fetches the list again and merges it. Rejects with the service's failure (exit 5), and with `config_*`. */
export async function modelsRefresh(options: ModelsRefreshOptions, system: System): Promise<number> {
  if (options.figures) return refreshFigures(options, system);
  const context = await readContext(options, system);
  const { tokens, warnings } = await searchTokens(context, system);
  const request = { context, token: tokenToSend(tokens[0]), dryRun: options.dryRun };
  const refresh = await system.io.wait(system.words.report.fetchingList, refreshModels(request, system));
  if (refresh.catalog.error !== null) throw refresh.catalog.error;
  const allWarnings = [...context.warnings, ...warnings, ...warningsOf(refresh, context, options)];
  if (options.json) {
    system.io.out.write(
      formatDocument(refreshDocument(refresh, context, options, notesDocument(allWarnings, system.io))),
    );
    return 0;
  }
  for (const line of refreshLines(refresh, context, options, system.words)) system.io.say(line);
  reportWarnings(allWarnings, [], system);
  if (options.dryRun) system.io.tell(system.words.report.dryRun);
  return 0;
}

/** A dry run keeps nothing, so that nothing can fail to be kept. */
function warningsOf(refresh: Refresh, { locations }: Context, { dryRun }: ModelsRefreshOptions): Note[] {
  return refreshWarnings({ ...refresh, cached: refresh.cached || dryRun }, locations);
}

/** `changed` means `models.json`: the cache does not count. */
function refreshDocument(
  { catalog, added, gone, modelsJson }: Refresh,
  { locations }: Context,
  { dryRun }: ModelsRefreshOptions,
  warnings: readonly string[],
): object {
  return {
    ok: true,
    changed: modelsJson?.changed ?? false,
    ...catalogDocument(catalog),
    added,
    gone,
    cache: { path: locations.cacheFile },
    modelsJson: modelsJson && { ...modelsJson, added: modelsJson.added.length },
    ...(dryRun && { wouldChange: (modelsJson?.added.length ?? 0) > 0 }),
    warnings,
  };
}

function refreshLines(
  { catalog, added, gone, cached, modelsJson }: Refresh,
  { endpoints, locations }: Context,
  { dryRun }: ModelsRefreshOptions,
  words: Words,
): string[] {
  const { list, report } = words;
  const models = catalog.models.size;
  if (catalog.source !== 'live') return [list.notFetched({ reason: reasonIn(words, catalog.reason), models })];
  const lines = [list.fetched({ models, host: new URL(endpoints.baseUrl).host })];
  if (added.length > 0) lines.push(list.added(shorten(added)));
  if (gone.length > 0) lines.push(list.gone(shorten(gone)));
  if (cached) lines.push(list.cacheUpdated({ path: locations.cacheFile }));
  if (modelsJson === null) return lines;
  const { path } = modelsJson;
  const merged = { models: modelsJson.added.length, path };
  if (merged.models === 0) return [...lines, report.upToDate({ path })];
  return [...lines, dryRun ? list.wouldMerge(merged) : list.merged(merged)];
}

const MAX_NAMED = 8;

function shorten(ids: readonly string[]): { ids: readonly string[]; more: number } {
  return { ids: ids.slice(0, MAX_NAMED), more: Math.max(0, ids.length - MAX_NAMED) };
}
