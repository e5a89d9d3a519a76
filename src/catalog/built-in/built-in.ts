import type { Price } from '../../huggingface/router/router-model.ts';
import builtIn from './built-in.json' with { type: 'json' };

/** `some`: not every inference provider behind the model says that it can call tools. */
export type ToolSupport = 'yes' | 'some' | 'no';

/** A model of the documentation, with what is known of it where the service can't be asked. */
export type BuiltInModel = {
  id: string;
  name: string;
  contextWindow: number;
  /** Where one inference provider is known to differ. */
  contextWindowByProvider: ReadonlyMap<string, number>;
  maxTokens: number;
  /** `null` where no source states one. */
  price: Price | null;
  reasoning: boolean;
  tools: ToolSupport;
  image: boolean;
};

/** The day the figures in `built-in.json` were read, `YYYY-MM-DD`. */
export const BUILT_IN_AS_OF = builtIn.asOf;

export const BUILT_IN_MODELS: readonly BuiltInModel[] = builtIn.models.map((model) => ({
  ...model,
  contextWindowByProvider: new Map(Object.entries(model.contextWindowByProvider ?? {})),
  price: model.price ?? null,
  tools: model.tools === 'yes' ? 'yes' : 'some',
}));

const BY_ID = new Map(BUILT_IN_MODELS.map((model) => [model.id.toLowerCase(), model]));

/** The built-in model with this base id (no suffix), compared without case. */
export function builtInModel(base: string): BuiltInModel | undefined {
  return BY_ID.get(base.toLowerCase());
}
