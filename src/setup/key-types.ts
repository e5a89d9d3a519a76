import { isJsonObject, type JsonValue } from '../text/json.ts';

/** What a key that this program reads must be. `keys`: members by name; `each`: every member, or every element. */
export type KeyType =
  | { kind: 'text' | 'amount' | 'count' | 'switch' }
  | { kind: 'texts' }
  | { kind: 'model' }
  | { kind: 'object'; keys?: Readonly<Record<string, KeyType>>; each?: KeyType; required?: readonly string[] }
  | { kind: 'list'; each: KeyType };

const TEXT: KeyType = { kind: 'text' };
const MODEL: KeyType = { kind: 'model' };
const object = (keys: Readonly<Record<string, KeyType>>, required: readonly string[] = []): KeyType => ({
  kind: 'object',
  keys,
  required,
});

const COST = object({ input: { kind: 'amount' }, output: { kind: 'amount' } });
const MODEL_ENTRY = object(
  {
    id: TEXT,
    name: TEXT,
    reasoning: { kind: 'switch' },
    input: { kind: 'texts' },
    contextWindow: { kind: 'count' },
    maxTokens: { kind: 'count' },
    cost: COST,
    compat: object({ supportsTools: { kind: 'switch' } }),
  },
  ['id', 'name'],
);

const DEFAULTS = object({
  model: MODEL,
  models: { kind: 'object', each: object({ alias: TEXT }) },
  modelPolicy: object({ allow: { kind: 'texts' } }),
});
const PROVIDER = object({ baseUrl: TEXT, api: TEXT, headers: object({}), models: { kind: 'list', each: MODEL_ENTRY } });
const ENV = object({
  vars: { kind: 'object' },
  shellEnv: object({ enabled: { kind: 'switch' }, timeoutMs: { kind: 'amount' } }),
  HF_TOKEN: TEXT,
  HUGGINGFACE_HUB_TOKEN: TEXT,
});
const DISCOVERY = object({ config: object({ discovery: object({ enabled: { kind: 'switch' } }) }) });

/** The keys that this program reads, and nothing else: OpenClaw's schema is OpenClaw's. */
export const KEY_TYPES: KeyType = object({
  agents: object({ defaults: DEFAULTS }),
  models: object({ mode: TEXT, providers: object({ huggingface: PROVIDER }) }),
  gateway: object({ mode: TEXT }),
  env: ENV,
  plugins: object({ entries: object({ huggingface: DISCOVERY }) }),
});

/** Whether a value is what it must be. Looks at the value itself, not into it. */
export function fits(value: JsonValue, { kind }: KeyType): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'amount':
      return typeof value === 'number' && value >= 0;
    case 'count':
      return typeof value === 'number' && value > 0;
    case 'switch':
      return typeof value === 'boolean';
    case 'texts':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'model':
      // `"x/y"` or `{ primary, fallbacks }`, whose own faults are told key by key.
      return typeof value === 'string' || isJsonObject(value);
    case 'object':
      return isJsonObject(value);
    case 'list':
      return Array.isArray(value);
  }
}
