import type { RouterModel } from '../huggingface/router/router-model.ts';
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
  let live = 0;
  let able = 0;
  let unable = 0;
  for (const provider of model?.providers ?? []) {
    if (!isLive(provider)) continue;
    live++;
    if (provider.tools === true) able++;
    if (provider.tools === false) unable++;
  }
  if (able + unable === 0) return builtIn ?? null;
  if (able === 0) return 'no';
  return able === live ? 'yes' : 'some';
}

function yesOrNo(value: boolean): ToolSupport {
  return value ? 'yes' : 'no';
}
