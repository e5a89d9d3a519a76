import type { Catalog } from '../../catalog/catalog.ts';
import { describeModel } from '../../catalog/describe-model.ts';
import { isLive } from '../../catalog/route.ts';
import { speedOf } from '../../catalog/speed.ts';
import type { Choice } from '../../system.ts';
import { modelIdOf, parseModelId } from '../../text/model-ref.ts';
import { formatPrice, formatTokens } from '../../text/numbers.ts';
import { answered, notAsked, type Question } from '../draft.ts';

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
export const askRoute: Question = async (draft, { prompt, options }) => {
  const id = modelIdOf(draft.model ?? '');
  if (id === undefined || draft.catalog === null || options.model !== undefined || parseModelId(id).suffix !== null)
    return notAsked(draft);
  const choices = [...policyChoices(id, draft.catalog), ...pinnedChoices(id, draft.catalog)];
  const answer = await prompt.select({ message: WORDS.title, choices, initial: draft.route });
  return answer.kind === 'back' ? answer : answered({ ...draft, route: answer.value });
};

function policyChoices(id: string, catalog: Catalog): Choice<string | null>[] {
  const figures = (suffix: string | null) => modelFigures(catalog, suffix === null ? id : `${id}:${suffix}`);
  return [
    {
      value: null,
      label: row(WORDS.automatic, figures(null)),
      short: WORDS.automatic,
      description: WORDS.automaticDescription,
    },
    {
      value: 'fastest',
      label: row(WORDS.fastest, figures('fastest')),
      short: WORDS.fastest,
      description: WORDS.fastestDescription,
    },
    {
      value: 'cheapest',
      label: row(WORDS.cheapest, figures('cheapest')),
      short: WORDS.cheapest,
      description: WORDS.cheapestDescription,
    },
  ];
}

/** One row an inference provider; one that is not live can't be chosen. */
function pinnedChoices(id: string, catalog: Catalog): Choice<string>[] {
  return describeModel(catalog, id).providers.map((provider) => ({
    value: provider.id,
    label: row(provider.id, modelFigures(catalog, `${id}:${provider.id}`)),
    short: provider.id,
    ...(!isLive(provider) && { disabled: `(${provider.status})` }),
  }));
}

function modelFigures(catalog: Catalog, id: string): string[] {
  const model = describeModel(catalog, id);
  const speed = speedOf(model);
  const tools = { yes: 'tools', some: 'some tools', no: 'no tools', unknown: 'tools unknown' }[
    model.tools ?? 'unknown'
  ];
  return [
    formatPrice(model.price).padStart(11),
    formatTokens(model.contextWindow).padStart(7),
    (speed === null ? 'unknown' : `${Math.round(speed)} t/s`).padStart(8),
    tools,
  ];
}

function row(name: string, figures: readonly string[]): string {
  return `${name.padEnd(24)}${figures.join('  ')}`;
}
