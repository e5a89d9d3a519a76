import type { Catalog, CatalogModel } from '../../../catalog/catalog.ts';
import { describeModel } from '../../../catalog/describe-model.ts';
import { speedOf } from '../../../catalog/figures.ts';
import { isLive } from '../../../catalog/route.ts';
import { readChain } from '../../../setup/refs.ts';
import type { Choice } from '../../../system.ts';
import { modelIdOf, parseModelId } from '../../../text/model-ref.ts';
import { formatPrice, formatTokens } from '../../../text/numbers.ts';
import { markCurrent } from '../../current.ts';
import { fitCells } from '../../picker/fit-cells.ts';
import { modelFigures, speedWords, TOOLS } from '../../picker/model-row.ts';
import { answered, notAsked, primaryRef, type Question } from '../draft.ts';

const WORDS = {
  title: 'Route requests by',
  automatic: 'Automatic (your order)',
  automaticDescription: 'The order you set at https://hf.co/settings/inference-providers',
  fastest: 'Fastest',
  fastestDescription: 'The router chooses the highest throughput',
  cheapest: 'Cheapest',
  cheapestDescription: 'The router chooses the lowest price per output token',
};

/** Asked only for a Hugging Face model without a suffix: a policy or a pinned inference provider is a choice already. */
export const askRoute: Question = async (draft, { prompt, options, system, context }) => {
  const id = modelIdOf(draft.model ?? '');
  if (id === undefined || draft.catalog === null || options.model !== undefined || parseModelId(id).suffix !== null)
    return notAsked(draft);
  const current = readChain(context.snapshot.value).primary;
  const isCurrent = (route: string | null) => primaryRef({ model: draft.model, route }) === current;
  const routes = [...policies(id, draft.catalog), ...pinned(id, draft.catalog)].map((route) => ({
    ...route,
    label: markCurrent(route.name, isCurrent(route.value)),
  }));
  const nameWidth = Math.max(...routes.map(({ label }) => label.length));
  const choices = routes.map((route) => choiceOf(route, nameWidth, system.io.err.columns));
  const answer = await prompt.select({ message: WORDS.title, choices, initial: draft.route });
  return answer.kind === 'back' ? answer : answered({ ...draft, route: answer.value });
};

type Route = { value: string | null; name: string; model: CatalogModel; words?: string; disabled?: string };

function policies(id: string, catalog: Catalog): Route[] {
  const modelAt = (suffix: string) => describeModel(catalog, `${id}:${suffix}`);
  return [
    { value: null, name: WORDS.automatic, words: WORDS.automaticDescription, model: describeModel(catalog, id) },
    { value: 'fastest', name: WORDS.fastest, words: WORDS.fastestDescription, model: modelAt('fastest') },
    { value: 'cheapest', name: WORDS.cheapest, words: WORDS.cheapestDescription, model: modelAt('cheapest') },
  ];
}

/** One row an inference provider; one that is not live can't be chosen. */
function pinned(id: string, catalog: Catalog): Route[] {
  return describeModel(catalog, id).providers.map((provider) => ({
    value: provider.id,
    name: provider.id,
    model: describeModel(catalog, `${id}:${provider.id}`),
    ...(!isLive(provider) && { disabled: `(${provider.status})` }),
  }));
}

function choiceOf(
  { value, name, label, model, words, disabled }: Route & { label: string },
  nameWidth: number,
  columns: number,
): Choice<string | null> {
  const figures = [modelFigures(model), speedWords(model)].filter((part) => part !== undefined).join(' · ');
  return {
    value,
    label: disabled === undefined ? fitCells(label, cells(model), nameWidth, columns) : label,
    short: name,
    description: words === undefined ? figures : `${words}\n${figures}`,
    ...(disabled !== undefined && { disabled }),
  };
}

function cells(model: CatalogModel): string[] {
  const speed = speedOf(model);
  return [
    formatPrice(model.price).padStart(11),
    formatTokens(model.contextWindow).padStart(7),
    (speed === null ? 'unknown' : `${Math.round(speed)} t/s`).padStart(8),
    TOOLS[model.tools ?? 'unknown'],
  ];
}
