import { type MessageOf, say } from '../message.ts';
import { reasons } from './catalog.ts';
import { places, tokens } from './token.ts';
import { anyOf, count, formatAge } from './units.ts';

type Place = MessageOf<typeof places>;
type Reason = MessageOf<typeof reasons>;
/** What OpenClaw has and this program can't read. */
type Unreadable = Parameters<typeof tokens.unreadable>[0];

/** Within a heading: without the end of a sentence. */
function because(reason: Reason | null): string {
  if (reason === null) return '';
  return reason.kind === 'offline' ? ': --offline' : `: ${say(reasons, reason).replace(/\.$/, '')}`;
}

/** The questions, the summary and the end of onboarding. */
export const onboardingProblems = {
  'missing-flags': ({ flags }: { flags: readonly string[] }) => ({
    message: `--non-interactive asks nothing, so it needs: ${flags.join(' ')}`,
    hint: `openclaw onboard --non-interactive --mode local ${flags.join(' ')}`,
  }),
  'no-token': ({ envFile, config, url }: { envFile: string; config: string; url: string }) => ({
    message: `No Hugging Face token: looked at HUGGINGFACE_HUB_TOKEN and HF_TOKEN in the environment, ${envFile} and the env block of ${config}.`,
    hint: `Pass --huggingface-api-key-file <path>, or pipe it to --huggingface-api-key -\nCreate a token: ${url}`,
  }),
  'token-out-of-reach': ({ token }: { token: Unreadable }) => ({
    message: `The token is ${tokens.unreadable(token)}, so it could not be checked.`,
    hint: 'Go on without the check: --verify try',
  }),
  'probe-without-token': ({ token }: { token: Unreadable }) => ({
    message: `The token is ${tokens.unreadable(token)}, so no test message can be sent.`,
    hint: 'Go on without --probe, or pass a token: --huggingface-api-key-file <path>',
  }),
};

export const onboardingNotes = {
  'other-token-first': ({ place }: { place: Place }) =>
    `OpenClaw will use another token: ${say(places, place)} comes before the one given`,
  'stored-token-shadowed': ({ place }: { place: Place }) =>
    `${say(places, place)} holds another token, which comes before the stored one`,
  'token-in-shell-only':
    'The token stays in this environment only: a Gateway run as a service (systemd, launchd) does not see it. To store it: --secret-input-mode plaintext',
  'env-backup-keeps-token': ({ path }: { path: string }) =>
    `The old file, with the token in it, is kept as ${path}: delete it if the token must be gone`,
  'env-token-stays': ({ path }: { path: string }) =>
    `${path} keeps the token. To take it out too: openclaw onboard --remove --token`,
  'token-stays': ({ place }: { place: Place }) => `This token stays: ${say(places, place)}`,
  'primary-kept': ({ ref, usual }: { ref: string; usual: string }) =>
    `The default model stays ${ref}. To change it: openclaw models set ${usual}`,
  'probe-not-sent': ({ ref }: { ref: string }) =>
    `--probe: no message was sent, since the default model ${ref} is not on Hugging Face`,
  'no-daemon':
    '--install-daemon: this program installs no service. Run OpenClaw itself for that: openclaw daemon install',
  'one-account': 'All of these use your Hugging Face credits: if those run out, all of them stop.',
  'figures-not-live': ({ source, reason }: { source: 'cache' | 'builtin'; reason: Reason }) =>
    `Model figures are those of the ${source === 'cache' ? 'cached' : 'built-in'} list. ${say(reasons, reason)}`,
  'kept-primary': ({ ref }: { ref: string }) => `kept: default model ${ref} (of another provider)`,
  'kept-base-url': ({ url }: { url: string }) => `kept: provider huggingface at ${url} (yours wins)`,
  'kept-entry': ({ id }: { id: string }) => `kept: model entry ${id} (yours wins)`,
};

export const onboarding = {
  heading: 'OpenClaw + Hugging Face Inference Providers',
  current: '(current)',
  provider: {
    title: 'Provider',
    /** By `--auth-choice`. */
    choices: {
      'huggingface-api-key': { label: 'Hugging Face', detail: 'Inference Providers: one token, many chat models' },
      skip: { label: 'Skip for now', detail: 'Nothing is changed; run this again whenever you like' },
    },
  },
  token: {
    title: 'Hugging Face token',
    noneFound: ({ envFile, other }: { envFile: string; other: boolean }) =>
      `No ${other ? 'other ' : ''}token found in HUGGINGFACE_HUB_TOKEN, HF_TOKEN, ${envFile}, the config or hf auth login.`,
    create: 'Create one here (the permission is preselected), then paste it below:',
    owner: ({ name, token, masked }: { name: string; token: string | null; masked: string }) =>
      token === null ? `${name} (${masked})` : `${name}, token "${token}" (${masked})`,
    unchecked: ({ masked }: { masked: string }) => `${masked}, not checked`,
    checking: 'Checking the token and fetching the models',
    listing: 'Fetching the models',
    whatNow: 'What now?',
    retry: 'Try again with the same token',
    another: 'Use another token',
    goOn: 'Go on without the check',
    quit: 'Quit',
  },
  model: {
    title: 'Default Hugging Face model',
    columns: { context: 'context', tools: 'tools', image: 'image', input: '$/M in', output: 'out', speed: 'tokens/s' },
    /** Read aloud, instead of a title and a cell; null is not known. */
    spoken: {
      input: ({ figure }: { figure: string | null }) =>
        figure === null ? 'price in unknown' : `${figure} dollars per million tokens in`,
      output: ({ figure }: { figure: string | null }) =>
        figure === null ? 'price out unknown' : `${figure} dollars out`,
      speed: ({ figure }: { figure: string | null }) =>
        figure === null ? 'speed unknown' : `${figure} tokens per second`,
    },
    tools: { yes: 'yes', some: 'some', no: 'no' },
    image: 'yes',
    live: ({ models }: { models: number }) => `${count(models, 'model')}, live`,
    builtIn: ({ models, asOf, reason }: { models: number; asOf: string; reason: Reason | null }) =>
      `${models} built-in models of ${asOf}${because(reason)}`,
    cached: ({ models, age, reason }: { models: number; age: number; reason: Reason | null }) =>
      `${count(models, 'model')}, fetched ${formatAge(age)}${because(reason)}`,
    filter: 'type to filter',
    matches: ({ found, all }: { found: number; all: number }) => `${found} of ${all}`,
    first: ({ shown }: { shown: number }) => `the first ${shown}`,
    none: ({ typed, all }: { typed: string; all: number }) =>
      `No model matches "${typed}" (${all} looked at): try fewer words. To use an unlisted model, type its full id (org/name).`,
    fallback: ({ number }: { number: number }) => `(fallback ${number})`,
    notListed: '(not in the list)',
    notServed: '(not served now)',
    refused: ({ provider }: { provider: string }) => `(${provider} does not serve it)`,
    unchecked: 'Taken as typed; it was not checked.',
    confirm: ({ id, nearest }: { id: string; nearest: readonly string[] }) =>
      `No inference provider serves ${id}.${nearest.length === 0 ? '' : ` Nearest: ${anyOf(nearest)}.`} Press Enter again to use it all the same.`,
    providers: ({ amount }: { amount: number }) => count(amount, 'inference provider'),
    speed: ({ speed }: { speed: number }) => `${Math.round(speed)} tokens/s`,
    turn: ({ usd }: { usd: string }) => `about $${usd} a turn`,
    costUnknown: 'cost unknown',
    keep: 'Keep the default model of another provider',
    lockedBySpeed: 'The router chooses by speed: the route is locked.',
    lockedByCost: 'The router chooses by cost: the route is locked.',
  },
  route: {
    title: 'Route requests by',
    order: 'Your Hugging Face order',
    orderDetail: 'The order you set at https://hf.co/settings/inference-providers',
    fastest: 'Fastest',
    fastestDetail: 'The router takes the inference provider with the highest throughput',
    cheapest: 'Cheapest',
    cheapestDetail: 'The router takes the lowest price per output token',
    pinnedDetail: ({ provider }: { provider: string }) => `Requests go to ${provider} and to no other`,
    notLive: 'not answering now',
  },
  fallbacks: {
    title: 'Fallback models',
    explained: 'Tried in this order if the default fails.',
    done: 'Done',
    remove: ({ id }: { id: string }) => `Remove ${id}`,
  },
  alias: {
    title: ({ id }: { id: string }) => `Alias for ${id}`,
    explained: 'The short name shown in OpenClaw; use it with /model in a chat.',
    empty: 'An alias needs at least one character.',
    taken: ({ owner }: { owner: string }) => `${owner} has this alias already.`,
  },
  remove: {
    title: 'Take Hugging Face out of the config?',
    no: 'No, keep it',
    yes: 'Yes, remove it',
    done: 'Hugging Face was removed',
  },
  storage: {
    title: 'Where to keep the token',
    explained: "Background services can't read this shell's variables.",
    file: ({ path }: { path: string }) => `In ${path} (only you can read it)`,
    fileDetail: 'OpenClaw finds it there, as a background service too',
    nowhere: 'Nowhere: I set HUGGINGFACE_HUB_TOKEN or HF_TOKEN myself',
    nowhereDetail: 'Wherever the Gateway runs, it needs one of these variables',
  },
};
