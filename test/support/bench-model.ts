import type { Answer, Bill } from '../../scripts/stand-in/server.js';

/** An inference provider in the router's list: its slug, and its price in USD per million tokens, in and out. */
export type ListedRoute = { slug: string; price?: [input: number, output: number] | null; status?: string };

export const ID = 'acme/model';

/** The list's answer with this one model. */
export function listOf(routes: readonly ListedRoute[], id: string = ID): Answer {
  const providers = routes.map(({ slug, price = [1, 2], status = 'live' }) => ({
    provider: slug,
    status,
    context_length: 131072,
    supports_tools: true,
    ...(price && { pricing: { input: price[0], output: price[1] }, is_free: price[0] + price[1] === 0 }),
  }));
  return { body: { object: 'list', data: [{ id, object: 'model', created: 1, owned_by: 'acme', providers }] } };
}

/** What the account has to pay, in USD. */
export function sumOf(billed: readonly Bill[], routes: readonly ListedRoute[]): number {
  return billed.reduce((sum, { model, prompt_tokens, completion_tokens }) => {
    const [input, output] = routes.find(({ slug }) => model.endsWith(`:${slug}`))?.price ?? [1, 2];
    return sum + (prompt_tokens * input + completion_tokens * output) / 1_000_000;
  }, 0);
}
