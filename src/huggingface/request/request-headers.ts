import { OpenclawError } from '../../errors.ts';
import { formatPath, isJsonObject, type JsonPath, type JsonValue, valueAt } from '../../text/json.ts';
import { PROVIDER } from '../../text/model-ref.ts';

const PATH = ['models', 'providers', PROVIDER] as const;

/** OpenClaw's marks for a value that it keeps elsewhere; it sends none either. */
const MARKER = /^(?:secretref-managed$|secretref-env:)/;

/**
 * The headers that OpenClaw sends with a message to this id, by lower-case name: those of `models.providers.huggingface`
 * and, winning, those of the model's own entry. As there (2026.4 to 2026.9, provider-request-config), only texts count, and
 * an `authorization` among them takes the token's place. `config` is the effective one, its variables filled in.
 * Throws `config_invalid` for what can't be a header, without its value.
 */
export function requestHeaders(config: JsonValue | undefined, id: string): Record<string, string> {
  const models = valueAt(config, [...PATH, 'models']);
  const index = Array.isArray(models) ? models.findIndex((model) => valueAt(model, ['id']) === id) : -1;
  const entry = Array.isArray(models) ? models[index] : undefined;
  return {
    ...headersIn(valueAt(config, [...PATH, 'headers']), [...PATH, 'headers']),
    ...headersIn(valueAt(entry, ['headers']), [...PATH, 'models', String(index), 'headers']),
  };
}

function headersIn(value: JsonValue | undefined, path: JsonPath): Record<string, string> {
  if (!isJsonObject(value)) return {};
  const texts = Object.entries(value).filter(
    (header): header is [string, string] => typeof header[1] === 'string' && !MARKER.test(header[1].trim()),
  );
  return Object.fromEntries(texts.map(([name, text]) => [name.toLowerCase(), validHeader(name, text, path)]));
}

/** undici puts a value that it refuses into its message. */
function validHeader(name: string, text: string, path: JsonPath): string {
  try {
    return new Headers([[name, text]]).get(name) ?? '';
  } catch {
    throw new OpenclawError('config_invalid', { kind: 'bad-header', path: formatPath([...path, name]) });
  }
}
