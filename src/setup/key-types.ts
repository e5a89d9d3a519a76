import { isJsonObject, type JsonValue } from '../text/json.ts';

/** What the value of a key must be. `keys`: members by name; `each`: every member, or every element. */
export type KeyType =
  | { kind: 'string' | 'non-negative' | 'positive' | 'boolean' | 'strings' | 'model' }
  | { kind: 'object'; keys?: Readonly<Record<string, KeyType>>; each?: KeyType; required?: readonly string[] }
  | { kind: 'array'; each: KeyType };

const STRING: KeyType = { kind: 'string' };
const STRINGS: KeyType = { kind: 'strings' };
const BOOLEAN: KeyType = { kind: 'boolean' };
const MODEL: KeyType = { kind: 'model' };
const object = (keys: Readonly<Record<string, KeyType>>, required: readonly string[] = []): KeyType => ({
  kind: 'object',
  keys,
  required,
});

const COST = object({ input: { kind: 'non-negative' }, output: { kind: 'non-negative' } });
const MODEL_ENTRY = object(
  {
    id: STRING,
    name: STRING,
    reasoning: BOOLEAN,
    input: STRINGS,
    contextWindow: { kind: 'positive' },
    maxTokens: { kind: 'positive' },
    cost: COST,
    compat: object({ supportsTools: BOOLEAN }),
  },
  ['id', 'name'],
);

const DEFAULTS = object({
  model: MODEL,
  models: { kind: 'object', each: object({ alias: STRING }) },
  modelPolicy: object({ allow: STRINGS }),
});
const PROVIDER = object({
  baseUrl: STRING,
  api: STRING,
  headers: object({}),
  models: { kind: 'array', each: MODEL_ENTRY },
});
const ENV = object({
  vars: { kind: 'object' },
  shellEnv: object({ enabled: BOOLEAN, timeoutMs: { kind: 'non-negative' } }),
  HF_TOKEN: STRING,
  HUGGINGFACE_HUB_TOKEN: STRING,
});
const DISCOVERY = object({ config: object({ discovery: object({ enabled: BOOLEAN }) }) });

/**
 * What `config validate` checks: keys that a wrong type would make this program misread. It reads others too (`apiKey`,
 * `auth.profiles`, `agents.list`), in any of OpenClaw's forms; the whole schema is OpenClaw's.
 */
export const KEY_TYPES: KeyType = object({
  agents: object({ defaults: DEFAULTS }),
  models: object({ mode: STRING, providers: object({ huggingface: PROVIDER }) }),
  gateway: object({ mode: STRING }),
  env: ENV,
  plugins: object({ entries: object({ huggingface: DISCOVERY }) }),
});

/** Whether a value is what it must be. Looks at the value itself, not into it. */
export function fits(value: JsonValue, { kind }: KeyType): boolean {
  switch (kind) {
    case 'string':
      return typeof value === 'string';
    case 'non-negative':
      return typeof value === 'number' && value >= 0;
    case 'positive':
      return typeof value === 'number' && value > 0;
    case 'boolean':
      return typeof value === 'boolean';
    case 'strings':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'model':
      // `"x/y"` or `{ primary, fallbacks }`, whose own faults are told key by key.
      return typeof value === 'string' || isJsonObject(value);
    case 'object':
      return isJsonObject(value);
    case 'array':
      return Array.isArray(value);
  }
}
