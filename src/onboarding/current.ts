import type { Context } from '../setup/context.ts';
import { isJsonObject, valueAt } from '../text/json.ts';
import { PROVIDER_PATH } from '../text/model-ref.ts';

/** Whether the config has Hugging Face already: then its values are the defaults, and marked. */
export function isSetUp({ snapshot }: Pick<Context, 'snapshot'>): boolean {
  return isJsonObject(valueAt(snapshot.value, PROVIDER_PATH));
}
