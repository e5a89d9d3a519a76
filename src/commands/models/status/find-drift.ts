import type { Catalog } from '../../../catalog/catalog.ts';
import { readConfiguredModels } from '../../../catalog/configured-models.ts';
import { type Drift, driftOf } from '../../../catalog/drift.ts';
import { usedRefs } from '../../../setup/agent-models.ts';
import { type Chain, readChain } from '../../../setup/refs.ts';
import type { JsonObject } from '../../../text/json.ts';
import { formatModelRef, modelIdOf, parseModelId } from '../../../text/model-ref.ts';
import { shellQuote } from '../../../text/shell-quote.ts';

/** What drifted, with the command that puts it right. */
export type MendedDrift = Drift & { fix: string };

/** Of every Hugging Face model that OpenClaw uses, in the chain's order. Only the config's own entries count. */
export function findDrift(config: JsonObject, catalog: Catalog): MendedDrift[] {
  const own = readConfiguredModels(config);
  const chain = readChain(config);
  return usedRefs(config).flatMap((ref) => {
    const id = modelIdOf(ref);
    if (id === undefined) return [];
    return driftOf(ref, id, own, catalog).map((drift) => ({ ...drift, fix: fixOf(drift, id, chain) }));
  });
}

/** Another default model is the user's choice, and so is that of an agent or for images: the list helps with these. */
function fixOf({ ref, kind }: Drift, id: string, { primary, fallbacks }: Chain): string {
  if (kind === 'dearer' || kind === 'context_smaller') return 'openclaw models refresh --figures';
  if (kind === 'tools_lost') return 'openclaw models list --provider huggingface --tools';
  if (ref !== primary && fallbacks.includes(ref)) return `openclaw models fallbacks remove ${shellQuote(ref)}`;
  if (ref === primary && (kind === 'route_gone' || kind === 'route_down'))
    return `openclaw models set ${shellQuote(formatModelRef(parseModelId(id).base))}`;
  return 'openclaw models list --provider huggingface';
}
