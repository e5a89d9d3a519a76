import { type JsonPath, type JsonValue, valueAt } from './json.ts';

/**
 * Model ids and refs. An id is what the router gets: `org/name[:suffix]`.
 * A ref is what the OpenClaw config holds: `huggingface/org/name[:suffix]`.
 */
export const PROVIDER = 'huggingface';
/** Where the config has it. */
export const PROVIDER_PATH = ['models', 'providers', PROVIDER] as const;
export const BASE_URL_PATH = [...PROVIDER_PATH, 'baseUrl'] as const;
/** The provider's entries there. */
export const ENTRIES_PATH = [...PROVIDER_PATH, 'models'] as const;
/** Where OpenClaw's own `models.json` has them. */
export const MODELS_JSON_ENTRIES = ['providers', PROVIDER, 'models'] as const;
const PREFIX = `${PROVIDER}/`;
/** The key that allows every Hugging Face model in OpenClaw's model map. */
export const ALL_HUGGING_FACE = `${PREFIX}*`;

export const DEFAULT_MODEL_ID = 'deepseek-ai/DeepSeek-R1';

/** Suffixes by which the router chooses the inference provider itself. */
export const POLICY_SUFFIXES = ['fastest', 'cheapest', 'preferred'] as const;
export type PolicySuffix = (typeof POLICY_SUFFIXES)[number];

const MODEL_ID = /^[A-Za-z0-9][\w.-]*\/[\w.-]+(:[\w.-]+)?$/;

/** A name of Hugging Face, as an account or an organisation has one. */
const ACCOUNT_NAME = /^[A-Za-z0-9][\w.-]*$/;

export function isAccountName(text: string): boolean {
  return ACCOUNT_NAME.test(text);
}

export type ModelId = {
  /** `org/name`, without the suffix. */
  base: string;
  /** What follows the last `:`: a policy or the slug of an inference provider. */
  suffix: string | null;
};

export function isModelId(text: string): boolean {
  return MODEL_ID.test(text);
}

/** Splits `org/name:suffix`. Does not check the form: see `isModelId`. */
export function parseModelId(id: string): ModelId {
  const colon = id.lastIndexOf(':');
  if (colon < 0) return { base: id, suffix: null };
  return { base: id.slice(0, colon), suffix: id.slice(colon + 1) };
}

export function formatModelId({ base, suffix }: ModelId): string {
  return suffix === null ? base : `${base}:${suffix}`;
}

export function isPolicySuffix(suffix: string | null): suffix is PolicySuffix {
  return POLICY_SUFFIXES.some((policy) => policy === suffix);
}

export function formatModelRef(id: string): string {
  return PREFIX + id;
}

/** A key of a model map that allows every model of a provider (`huggingface/*`): it is not a model. */
export function isWildcard(ref: string): boolean {
  return ref.endsWith('/*');
}

export function isHuggingFaceRef(ref: string): boolean {
  return ref.startsWith(PREFIX) && ref.length > PREFIX.length;
}

/** The provider's entries in a config, or at another path of OpenClaw's files. */
export function entriesIn(config: JsonValue | undefined, path: JsonPath = ENTRIES_PATH): JsonValue[] {
  const entries = valueAt(config, path);
  return Array.isArray(entries) ? entries : [];
}

/** Their ids, suffixes included. */
export function entryIds(config: JsonValue, path: JsonPath = ENTRIES_PATH): string[] {
  return entriesIn(config, path)
    .map((entry) => valueAt(entry, ['id']))
    .filter((id) => typeof id === 'string');
}

/** The id in a Hugging Face ref, or undefined for a ref of another provider. */
export function modelIdOf(ref: string): string | undefined {
  return isHuggingFaceRef(ref) ? ref.slice(PREFIX.length) : undefined;
}

/** The id in a Hugging Face ref; an id, and a ref of another provider, as it is. For what is typed, and what is shown. */
export function shortRef(ref: string): string {
  return modelIdOf(ref) ?? ref;
}
