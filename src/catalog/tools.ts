import type { RouterModel } from '../huggingface/router-model.ts';
import { findProvider, isLive, type Route } from './route.ts';

/** `some`: not every inference provider behind the model says that it can call tools. */
export type ToolSupport = 'yes' | 'some' | 'no';

/** Whether tools can be called; null where nobody states it. `builtIn` is used where the list says nothing at all. */
export function toolSupportOf(
  model: RouterModel | undefined,
  builtIn: ToolSupport | undefined,
  route: Route,
): ToolSupport | null {
  if (route.kind === 'pinned') {
    const tools = model && findProvider(model, route.provider)?.tools;
    return typeof tools === 'boolean' ? yesOrNo(tools) : null;
  }
  const live = model?.providers.filter(isLive) ?? [];
  const stated = live.map(({ tools }) => tools).filter((tools) => tools !== null);
  if (stated.length === 0) return builtIn ?? null;
  if (!stated.includes(true)) return 'no';
  return stated.length === live.length && !stated.includes(false) ? 'yes' : 'some';
}

function yesOrNo(value: boolean): ToolSupport {
  return value ? 'yes' : 'no';
}
