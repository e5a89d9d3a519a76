import { OpenclawError } from '../../errors.ts';
import { formatPath, isJsonObject, type JsonPath, type JsonValue, valueAt } from '../../text/json.ts';
import { ENTRIES_PATH, entriesIn, PROVIDER_PATH } from '../../text/model-ref.ts';
import { isSecretMark } from '../../token/config-api-key.ts';

/** Bills an organisation of the account (huggingface.co/docs/inference-providers/pricing). As any header it has no case. */
export const BILL_TO = 'X-HF-Bill-To';

/**
 * The headers that OpenClaw sends with a message to this id, by lower-case name: those of `models.providers.huggingface`
 * and, winning, those of the model's own entry. As there (2026.4 to 2026.9, provider-request-config), only texts count, and
 * an `authorization` among them takes the token's place. `config` is the effective one, its variables filled in.
 * Throws `config_invalid` for what can't be a header, without its value.
 */
export function requestHeaders(config: JsonValue | undefined, id: string): Record<string, string> {
  const valid = textsFor(config, id).map(({ name, text, path }) => [name.toLowerCase(), validHeader(name, text, path)]);
  return Object.fromEntries(valid);
}

/** The organisation that a message to this id is billed to; null where that is the account itself. Of the effective config. */
export function billedTo(config: JsonValue | undefined, id: string): string | null {
  const billing = textsFor(config, id).filter(({ name }) => isBillTo(name));
  return billing.at(-1)?.text.trim() || null;
}

export function isBillTo(name: string): boolean {
  return name.toLowerCase() === BILL_TO.toLowerCase();
}

type HeaderText = { name: string; text: string; path: JsonPath };

/** Of two with one name the last one counts. */
function textsFor(config: JsonValue | undefined, id: string): HeaderText[] {
  const entries = entriesIn(config);
  const index = entries.findIndex((entry) => valueAt(entry, ['id']) === id);
  return [
    ...textsIn(valueAt(config, [...PROVIDER_PATH, 'headers']), [...PROVIDER_PATH, 'headers']),
    ...textsIn(valueAt(entries[index], ['headers']), [...ENTRIES_PATH, String(index), 'headers']),
  ];
}

function textsIn(value: JsonValue | undefined, path: JsonPath): HeaderText[] {
  return Object.entries(isJsonObject(value) ? value : {}).flatMap(([name, text]) =>
    isHeaderText(text) ? [{ name, text, path }] : [],
  );
}

/** False for a reference: OpenClaw keeps such a value elsewhere, and what it is can't be known here. */
export function isHeaderText(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && !isSecretMark(value.trim());
}

/** undici puts a value that it refuses into its message. */
function validHeader(name: string, text: string, path: JsonPath): string {
  try {
    return new Headers([[name, text]]).get(name) ?? '';
  } catch {
    throw new OpenclawError('config_invalid', { kind: 'bad-header', path: formatPath([...path, name]) });
  }
}
