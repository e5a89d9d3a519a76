import { fixtureText } from '../../scripts/stand-in/answers.js';
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts';
import { parseModels } from '../../src/huggingface/router/router-model.ts';

/** A live catalog of these entries, as the router would send them; of the recorded 137 models by default. */
export function liveCatalog(
  entries: unknown[] = JSON.parse(fixtureText('router-models.json')).data,
  origin: Partial<Omit<Catalog, 'models'>> = {},
): Catalog {
  const { models } = parseModels(entries);
  const live = {
    source: 'live',
    fetchedAt: '2026-11-20T12:00:00.000Z',
    reason: null,
    error: null,
    current: true,
  } as const;
  return createCatalog(models, { ...live, ...origin });
}
