import type { ConfigSnapshot } from '../../config/read/read.ts';
import { changeConfig } from '../../setup/apply/change-config.ts';
import { readContext } from '../../setup/context.ts';
import { waitForModels } from '../../setup/load-models.ts';
import type { WriteOptions } from '../../setup/options.ts';
import { planFigures } from '../../setup/plan/plan-figures.ts';
import { describeChanges } from '../../setup/report/describe-change.ts';
import { catalogDocument } from '../../setup/report/documents.ts';
import type { ConfigPlan } from '../../setup/report/report-change.ts';
import type { System } from '../../system.ts';
import { reasonIn } from '../../words/words.ts';

/**
 * `models refresh --figures`: fetches the list, and brings the prices and context windows of the config's own entries up
 * to it. Where the config allows no list, nothing is compared. Rejects with the service's failure, and with `config_*`.
 */
export async function refreshFigures(options: WriteOptions, system: System): Promise<number> {
  const context = await readContext(options, system);
  const catalog = await waitForModels({ policy: { ask: 'always' }, writeCache: !options.dryRun }, context, system);
  if (catalog.error !== null) throw catalog.error;
  const { source, reason, models } = catalog;
  const isLive = source === 'live';
  const { list } = system.words;
  if (!isLive && !options.json) {
    system.io.say(list.notFetched({ reason: reasonIn(system.words, reason), models: models.size }));
    return 0;
  }
  const plan = ({ value }: ConfigSnapshot): ConfigPlan => {
    const { figures, ...outcome } = planFigures(isLive ? value : {}, catalog);
    return {
      ...outcome,
      lines: describeChanges(outcome.changes, system.words),
      document: { figures, catalog: catalogDocument(catalog) },
    };
  };
  return changeConfig({ options, context, plan }, system);
}
