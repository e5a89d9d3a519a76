import type { Catalog, CatalogModel } from '../../../catalog/catalog.ts';
import { describeModel } from '../../../catalog/describe-model.ts';
import { isLive } from '../../../catalog/route.ts';
import { readChain } from '../../../setup/refs.ts';
import type { Row } from '../../../system/prompt.ts';
import { modelIdOf, parseModelId } from '../../../text/model-ref.ts';
import { marks } from '../../../text/sanitise.ts';
import type { Words } from '../../../words/words.ts';
import { routeCells, routeColumns } from '../../picker/model-columns.ts';
import { answered, notAsked, primaryRef, type Question } from '../draft.ts';

/** Asked only for a Hugging Face model without a suffix: a policy or a pinned inference provider is a choice already. */
export const askRoute: Question = async (draft, { prompt, options, system, context, canGoBack }) => {
  const id = modelIdOf(draft.model ?? '');
  if (id === undefined || draft.catalog === null || options.model !== undefined || parseModelId(id).suffix !== null)
    return notAsked(draft);
  const { words } = system;
  const { route, model, current } = words.onboarding;
  const primary = readChain(context.snapshot.value).primary;
  const ways = [...policies(id, draft.catalog, words), ...pinned(id, draft.catalog, words)];
  const rows = ways.map(({ value, name, model: figures, detail, isLive }): Row<string | null> => {
    const isCurrent = primaryRef({ model: draft.model, route: value }) === primary;
    if (!isLive) return { value, cells: [name], mark: route.notLive, disabled: true };
    const cells = [name, ...routeCells(figures, model, marks(system.io.unicode).unknown)];
    return { value, cells, detail, ...(isCurrent && { mark: current }) };
  });
  const question = { message: route.title, columns: routeColumns(model), find: rows, initial: draft.route, canGoBack };
  const answer = await prompt.choose(question);
  if (answer.kind === 'back') return answer;
  prompt.answered(route.title, ways.find(({ value }) => value === answer.value)?.name ?? '');
  return answered({ ...draft, route: answer.value });
};

type Way = { value: string | null; name: string; model: CatalogModel; detail: string; isLive: boolean };

function policies(id: string, catalog: Catalog, { onboarding }: Words): Way[] {
  const { order, orderDetail, fastest, fastestDetail, cheapest, cheapestDetail } = onboarding.route;
  const at = (value: string) => ({ value, model: describeModel(catalog, `${id}:${value}`), isLive: true });
  return [
    { value: null, name: order, detail: orderDetail, model: describeModel(catalog, id), isLive: true },
    { name: fastest, detail: fastestDetail, ...at('fastest') },
    { name: cheapest, detail: cheapestDetail, ...at('cheapest') },
  ];
}

/** One row an inference provider; one that is not live can't be chosen. */
function pinned(id: string, catalog: Catalog, { onboarding }: Words): Way[] {
  return describeModel(catalog, id).providers.map((provider) => ({
    value: provider.id,
    name: provider.id,
    model: describeModel(catalog, `${id}:${provider.id}`),
    detail: onboarding.route.pinnedDetail({ provider: provider.id }),
    isLive: isLive(provider),
  }));
}
