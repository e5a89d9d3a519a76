import { type ServiceProblem, serviceWords } from './service.ts';
import { anyOf, formatPrice, formatTokens } from './units.ts';

/** An inference provider that serves a model. */
type Serving = { slug: string; price: { input: number; output: number } | null; contextWindow: number | null };

const unknown = ({ id }: { id: string }) => `No inference provider serves ${JSON.stringify(id)}.`;
const notServing = ({ id, slug }: { id: string; slug: string }) =>
  `The inference provider ${slug} does not serve ${id}.`;

function servingLine(id: string, { slug, price, contextWindow }: Serving): string {
  const cost = price === null ? 'price unknown' : `${formatPrice(price)} USD per million tokens`;
  return `  ${id}:${slug}  ${cost}, context ${formatTokens(contextWindow)}`;
}

/** `nearest`: ids that are served, the most alike first. */
export const catalogProblems = {
  'model-unknown': ({ id, nearest }: { id: string; nearest: readonly string[] }) => ({
    message: unknown({ id }),
    hint:
      nearest.length > 0
        ? `Did you mean ${anyOf(nearest)}?`
        : 'See what is served: openclaw models list --provider huggingface',
  }),
  'route-not-served': ({ id, slug, serving }: { id: string; slug: string; serving: readonly Serving[] }) => ({
    message: notServing({ id, slug }),
    hint:
      serving.length > 0
        ? ['These do:', ...serving.map((one) => servingLine(id, one))].join('\n')
        : 'No inference provider does at the moment.',
  }),
};

export const catalogNotes = {
  /** As the problems of these names, for a model that was chosen all the same. */
  'model-unknown': ({ id }: { id: string; nearest: readonly string[] }) => unknown({ id }),
  'route-not-served': ({ id, slug }: { id: string; slug: string; serving: readonly Serving[] }) =>
    notServing({ id, slug }),
  'nobody-serves': ({ id }: { id: string }) => `No inference provider serves ${id} at the moment.`,
  'route-not-live': ({ id, slug, status }: { id: string; slug: string; status: string }) =>
    `${slug} does not serve ${id} at the moment (${status}).`,
  'built-in-unsure': ({ id }: { id: string }) =>
    `The built-in list does not tell whether ${id} is served; it was not checked.`,
  'cache-unsure': ({ id }: { id: string }) =>
    `The cached list is too old to tell whether ${id} is served; it was not checked.`,
};

/** Why a list is not live. */
export const reasons = {
  'discovery-off': 'Model discovery is turned off in the config.',
  'only-configured': 'models.mode is "replace" in the config: only its own models are listed.',
  offline: 'No requests were made (--offline).',
  'no-token': 'No token yet. Run openclaw onboard',
  'no-model-chosen': 'Not fetched: no model was chosen.',
  'all-configured': 'Not fetched: every chosen model has its entry already.',
  'check-only': 'Not fetched: only --check fetches it.',
  'not-fetched': ({ why }: { why: ServiceProblem }) => serviceWords(why).message,
  /** In a heading: without what the network said. */
  unreached: ({ host }: { host: string }) => `${host} could not be reached`,
};
