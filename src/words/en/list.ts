import { count, formatAge } from './units.ts';

/** What is to be known after `models set`, `fallbacks` and `aliases`. */
export const modelNotes = {
  'fallback-there': ({ ref }: { ref: string }) => `${ref} is a fallback already`,
  'no-default-model': 'There is no default model yet: openclaw models set <ref-or-alias>',
  'no-fallbacks': 'There are no fallbacks to clear',
  'not-a-fallback': ({ typed }: { typed: string }) => `${typed} is not a fallback`,
  'primary-not-a-fallback': ({ ref }: { ref: string }) =>
    `${ref} is the default model, not a fallback. To change it: openclaw models set <ref-or-alias>`,
  'stays-primary': ({ ref }: { ref: string }) => `${ref} stays the default model`,
  'alias-there': ({ ref, label }: { ref: string; label: string }) => `${ref} has the alias "${label}" already`,
  'alias-replaced': ({ label }: { label: string }) => `It replaces the alias "${label}"`,
  'no-such-alias': ({ label }: { label: string }) => `There is no alias "${label}"`,
};

/** Where the models of a list are from. `age` in milliseconds. */
export type ListSource =
  | { kind: 'live'; host: string }
  | { kind: 'cache'; age: number }
  | { kind: 'builtin'; asOf: string };

function source(from: ListSource): string {
  if (from.kind === 'live') return `live from ${from.host}`;
  return from.kind === 'cache' ? `cached, fetched ${formatAge(from.age)}` : `built-in list of ${from.asOf}`;
}

/** What a model is to the config; in English as in OpenClaw's own list. */
export const tags = {
  default: 'default',
  fallback: ({ number }: { number: number }) => `fallback#${number}`,
  configured: 'configured',
  alias: ({ label }: { label: string }) => `alias:${label}`,
  missing: 'missing',
};

/** `models list`, `models refresh`, `models set`, `models fallbacks`, `models aliases`. */
export const list = {
  columns: {
    model: 'Model',
    context: 'Context',
    tools: 'Tools',
    image: 'Image',
    input: '$/M in',
    output: 'Out',
    name: 'Name',
    tags: 'Tags',
  },
  tags,
  tools: { yes: 'yes', some: 'some', no: 'no' },
  image: 'yes',
  footer: ({ models, from }: { models: number; from: ListSource }): readonly string[] => [
    count(models, 'model'),
    source(from),
    'prices in USD per million tokens',
  ],
  /** `filters`: the flags that were given, in the order of help. */
  none: ({ search, filters, looked }: { search: string; filters: readonly string[]; looked: number }) => {
    const wanted = [...(search === '' ? [] : [`"${search}"`]), ...filters];
    if (wanted.length === 0) return 'There are no models to list.';
    const looser = wanted.length > 1 ? ' Leave one of these out.' : '';
    return `No model matches ${wanted.join(', ')} (${looked} looked at).${looser}`;
  },
  notFetched: ({ reason, models }: { reason: string | null; models: number }) =>
    `Not fetched. ${reason} ${count(models, 'model')} as before.`,
  fetched: ({ models, host }: { models: number; host: string }) => `${count(models, 'model')}, live from ${host}`,
  added: ({ ids, more }: { ids: readonly string[]; more: number }) => `New: ${some(ids, more)}`,
  gone: ({ ids, more }: { ids: readonly string[]; more: number }) => `Gone, but kept: ${some(ids, more)}`,
  cacheUpdated: ({ path }: { path: string }) => `Updated cache: ${path}`,
  merged: ({ models, path }: { models: number; path: string }) => `Added ${count(models, 'model')} to ${path}`,
  wouldMerge: ({ models, path }: { models: number; path: string }) => `Would add ${count(models, 'model')} to ${path}`,
  fallbacks: ({ amount }: { amount: number }) => `Fallbacks (${amount}):`,
  aliases: ({ amount }: { amount: number }) => `Aliases (${amount}):`,
  aliasRemoved: ({ label, ref }: { label: string; ref: string }) => `Alias removed: "${label}" of ${ref}`,
  /** In place of the items of an empty list. */
  empty: 'none',
};

/** The first ids, and how many there are besides. */
function some(ids: readonly string[], more: number): string {
  return more > 0 ? `${ids.join(', ')} and ${more} more` : ids.join(', ');
}
