import type { JsonType } from '../../text/json.ts';
import { shellQuote } from '../../text/shell-quote.ts';
import { formatPrice, formatTokens, typeName } from './units.ts';

/** Who has a model that goes before the default: an agent, or what the model is for. */
export type OwnModel = { agent: string | null; use: 'chat' | 'images' | 'pdfs'; refs: readonly string[] };

const USES = { chat: null, images: 'images', pdfs: 'PDFs' };

function ownModel({ agent, use, refs }: OwnModel): string {
  const who = [agent === null ? null : `agent ${agent}`, USES[use]].filter((part) => part !== null).join(', ');
  return `${who} (${refs.join(', ')})`;
}

/** What a plan changes, keeps and refuses. */
export const planProblems = {
  'alias-taken': ({ label, owner }: { label: string; owner: string }) => ({
    message: `The alias "${label}" already belongs to ${owner}.`,
    hint: `Choose another label, or free it first: openclaw models aliases remove ${shellQuote(label)}`,
  }),
  'not-writable-as': ({ path, needed, found }: { path: string; needed: JsonType; found: JsonType }) => ({
    message: `${path} is ${typeName(found)}, where ${typeName(needed)} is needed.`,
    hint: 'Fix it by hand in the config, then run the same command again.',
  }),
};

export const planNotes = {
  'fallback-is-primary': ({ ref }: { ref: string }) => `${ref} is the default model, so it was not added as a fallback`,
  'primary-among-fallbacks': ({ ref }: { ref: string }) =>
    `${ref} is now the default model and stays in the fallbacks too`,
  'own-models': ({ users }: { users: readonly OwnModel[] }) =>
    `Not on the default model: ${users.map(ownModel).join('; ')}`,
  'new-model-map': "OpenClaw offers Hugging Face's models and those this config names; others need an entry.",
  'alias-kept': ({ ref, existing, label }: { ref: string; existing: string; label: string }) =>
    `${ref} keeps its alias "${existing}". To change it: openclaw models aliases add ${shellQuote(label)} ${shellQuote(ref)}`,
  'gateway-not-an-object': 'gateway is not an object and was kept: OpenClaw will refuse this config',
  'gateway-mode-kept': ({ mode }: { mode: string }) => `gateway.mode is ${mode} and was kept`,
  'context-unknown': ({ id }: { id: string }) =>
    `The context window of ${id} is unknown and was left out: OpenClaw then assumes 128,000 to 200,000 tokens`,
  'context-small': ({ id, tokens }: { id: string; tokens: number }) =>
    `The context window of ${id} is small (${tokens.toLocaleString('en')} tokens): OpenClaw's own prompt takes 16,000 to 19,000 of them`,
  'max-tokens-large': ({ id, maxTokens, context }: { id: string; maxTokens: number; context: number }) =>
    `${id} keeps its maxTokens of ${maxTokens.toLocaleString('en')}, more than a quarter of its context (${context.toLocaleString('en')} tokens): OpenClaw asks for all of them, and the prompt needs the rest`,
  'models-json-ignored': ({ path }: { path: string }) => `${path} can't be read and was ignored`,
  'gone-but-used': ({ ref }: { ref: string }) =>
    `${ref} is no longer in the list; the config still names it, and keeps it`,
  'fallback-promoted': ({ ref }: { ref: string }) =>
    `${ref} was the first fallback of another provider and becomes the default model`,
  'no-default-left': 'No default model is left: OpenClaw then uses its own',
  'model-map-removed':
    'agents.defaults.models was made by onboarding and is removed entirely: OpenClaw then offers every model again',
  'allow-list-empty': 'agents.defaults.modelPolicy.allow is empty now, which allows every model',
  'still-named': ({ path, ref }: { path: string; ref: string }) =>
    `${path} names ${ref} and was kept: it does not work without Hugging Face`,
  'nothing-to-remove': 'Hugging Face is not set up here: nothing to remove',
  'cache-not-written': ({ path }: { path: string }) => `The list could not be kept in ${path}`,
};

/** What a change does to the config, in a person's words. */
export const changes = {
  'default-model': ({ ref }: { ref: string }) => `Default model: ${ref}`,
  fallback: ({ ref }: { ref: string }) => `Fallback: ${ref}`,
  alias: ({ label, ref }: { label: string; ref: string }) => `Alias: "${label}" for ${ref}`,
  selectable: ({ ref }: { ref: string }) => `Selectable model: ${ref}`,
  'all-selectable': ({ ref }: { ref: string }) => `Selectable models: ${ref}`,
  allowed: ({ ref }: { ref: string }) => `Allowed model: ${ref}`,
  provider: ({ url }: { url: string }) => `Provider: huggingface at ${url}`,
  'model-entry': (model: { id: string; context: number | null; price: { input: number; output: number } | null }) =>
    `Model entry: ${model.id} (context ${formatTokens(model.context)}, price ${formatPrice(model.price)})`,
  'billed-to': ({ org }: { org: string }) => `Billed to: ${org}`,
  set: ({ path, value }: { path: string; value: string }) => `${path}: ${value}`,
  changed: ({ path }: { path: string }) => path,
  removed: ({ path }: { path: string }) => `${path} removed`,
  'item-removed': ({ path, item }: { path: string; item: string }) => `${item} removed from ${path}`,
};

/** What a command that writes says of it. */
export const report = {
  upToDate: ({ path }: { path: string }) => `Already up to date: ${path}`,
  updated: ({ path }: { path: string }) => `Updated config: ${path}`,
  backup: ({ path }: { path: string }) => `Backup: ${path}`,
  undo: 'Undo: openclaw config undo',
  notUndoable: 'openclaw config undo does not know this write.',
  dryRun: 'Dry run: nothing was written.',
  fallbacks: ({ refs }: { refs: readonly string[] }) => `Fallbacks: ${refs.length === 0 ? 'none' : refs.join(', ')}`,
  /** While the service is asked. */
  fetchingList: 'Fetching the model list',
  ownModel,
};
