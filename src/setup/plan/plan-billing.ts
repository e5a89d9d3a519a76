import { BILL_TO, billedTo, isBillTo, isHeaderText } from '../../huggingface/request/request-headers.ts';
import type { Change } from '../../json5/change.ts';
import { isJsonObject, type JsonObject, type JsonValue, valueAt } from '../../text/json.ts';
import { entriesIn, formatModelRef, PROVIDER_PATH } from '../../text/model-ref.ts';
import type { Note } from '../../words/words.ts';
import type { BillTo, Choices } from './choices.ts';
import { NO_OUTCOME, type Outcome, type PlanInput } from './outcome.ts';

const HEADERS_PATH = [...PROVIDER_PATH, 'headers'] as const;

/** Who pays: the provider's `X-HF-Bill-To`, of whatever case. Other headers stay, and so does another value unless asked. */
export function planBilling({ config }: PlanInput, { billTo }: Choices): Outcome {
  if (billTo === undefined) return NO_OUTCOME;
  const headers = headersIn(config);
  const outcome = billTo.org === null ? takeAway(headers) : bill(billTo.org, billTo, headers);
  return { ...outcome, warnings: [...outcome.warnings, ...ownBilling(config, billTo.org)] };
}

/** A header of the model's own entry wins over the provider's: what is said of the provider does not hold for it. */
function ownBilling(config: JsonObject, org: string | null): Note[] {
  const refs = entriesIn(config).flatMap((entry) => {
    const id = valueAt(entry, ['id']);
    const alone = { models: { providers: { huggingface: { models: [entry] } } } };
    const billed = typeof id === 'string' ? billedTo(alone, id) : null;
    return billed === null || billed.toLowerCase() === org?.toLowerCase() ? [] : [formatModelRef(String(id))];
  });
  return refs.length === 0 ? [] : [{ kind: 'bill-to-of-entries', refs }];
}

function headersIn(config: JsonObject): JsonObject {
  const headers = valueAt(config, HEADERS_PATH);
  return isJsonObject(headers) ? headers : {};
}

/** An object that held nothing else goes too. */
function takeAway(headers: JsonObject): Outcome {
  const names = Object.keys(headers).filter(isBillTo);
  if (names.length === 0) return { ...NO_OUTCOME, notes: [{ kind: 'nobody-billed' }] };
  const isAll = names.length === Object.keys(headers).length;
  return { ...NO_OUTCOME, changes: isAll ? [{ op: 'remove', path: HEADERS_PATH }] : names.map(removal) };
}

function bill(org: string, { replaces = false }: BillTo, headers: JsonObject): Outcome {
  const [name = BILL_TO, ...others] = Object.keys(headers).filter(isBillTo);
  const isBilled = (value: unknown) => typeof value === 'string' && value.trim().toLowerCase() === org.toLowerCase();
  const values = [name, ...others].flatMap((key) => (Object.hasOwn(headers, key) ? [headers[key] ?? null] : []));
  if (values.length > 0 && values.every(isBilled)) return NO_OUTCOME;
  const different = values.filter((value) => billsSomebody(value) && !isBilled(value));
  if (different.length > 0 && !replaces)
    return { ...NO_OUTCOME, warnings: [{ kind: 'bill-to-kept', org, known: different.some(isHeaderText) }] };
  const set: Change = { op: 'set', path: [...HEADERS_PATH, name], value: org };
  return { ...NO_OUTCOME, changes: [set, ...others.map(removal)] };
}

/** A text, or a reference to a secret; what else is in its place is refused where it would be changed to a text. */
function billsSomebody(value: JsonValue): boolean {
  return typeof value === 'string' ? value.trim() !== '' : isJsonObject(value);
}

function removal(name: string): Change {
  return { op: 'remove', path: [...HEADERS_PATH, name] };
}
