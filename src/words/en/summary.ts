import { count } from './units.ts';

/** The last question of onboarding: what the answers come to. */
export const summary = {
  names: {
    model: 'Model',
    fallbacks: 'Fallbacks',
    alias: 'Alias',
    token: 'Token',
    cost: 'Cost',
    writes: 'Writes',
  },
  route: {
    order: ({ id }: { id: string }) => `${id}, in your Hugging Face order`,
    fastest: ({ id }: { id: string }) => `${id}, by the fastest inference provider`,
    cheapest: ({ id }: { id: string }) => `${id}, by the cheapest inference provider`,
    pinned: ({ id, provider }: { id: string; provider: string }) => `${id}, by ${provider} only`,
  },
  none: 'none',
  aliasFor: ({ label, id }: { label: string; id: string }) => `${label} for ${id}`,
  kept: ({ token, path }: { token: string; path: string }) => `${token}, kept in ${path}`,
  from: ({ token, place }: { token: string; place: string }) => `${token} from ${place}`,
  notKept: ({ token }: { token: string }) => `${token}, kept nowhere`,
  noToken: 'none needed now; OpenClaw will read HUGGINGFACE_HUB_TOKEN or HF_TOKEN',
  turn: ({ usd, input, output }: { usd: string; input: string; output: string }) =>
    `about $${usd} a turn of ${input} tokens in, ${output} out`,
  idle: ({ every, usd }: { every: string; usd: string }) =>
    `OpenClaw's own wake-ups (every ${every.replace(/^(\d+)m$/, '$1 min')}) about $${usd} a month`,
  credit: ({ usd }: { usd: string }) => `the account's free credit is $${usd} a month`,
  costUnknown: 'unknown: no price is listed for it',
  changes: ({ path, changes }: { path: string; changes: number }) => `${path} (${count(changes, 'change')})`,
  noChange: ({ path }: { path: string }) => `nothing: ${path} is already up to date`,
  title: 'Apply these changes?',
  rows: {
    apply: 'Apply',
    done: 'Done',
    fallbacks: 'Add fallback models',
    alias: 'Change the alias',
    storage: 'Change where the token is kept',
    diff: 'Show the diff',
    probe: 'Send a test message (a fraction of a cent)',
    back: 'Back',
    quit: 'Quit',
  },
  probing: ({ id }: { id: string }) => `Sending a test message to ${id}`,
  probed: ({ words }: { words: string }) => `Test message: ${words}`,
  changedMeanwhile: 'The config was changed by another program meanwhile. This is the plan for it as it is now.',
};

/** What onboarding says once it is done. */
export const end = {
  nowUses: ({ model }: { model: string }) => `OpenClaw now uses ${model}`,
  uses: ({ model, changed }: { model: string; changed: boolean }) =>
    changed ? `OpenClaw uses ${model}` : `OpenClaw uses ${model}: already up to date`,
  names: { config: 'Config', token: 'Token', test: 'Test', undo: 'Undo', backup: 'Backup' },
  chat: ({ ref }: { ref: string }) => `In a chat, /model takes a one-word alias or a whole ref: /model ${ref}`,
  again: ({ stored }: { stored: boolean }): string =>
    stored ? 'The same without questions (the token is in .env already):' : 'The same without questions:',
  skipped: 'Skipped: nothing was changed. Later: openclaw onboard --auth-choice huggingface-api-key',
  token: {
    account: ({ name, token, masked }: { name: string; token: string | null; masked: string }) =>
      `${name} (token "${token ?? 'unnamed'}", ${masked})`,
    unchecked: ({ token }: { token: string }) => `${token}, unchecked`,
    noneNeeded: 'Token: none needed now; OpenClaw will read HUGGINGFACE_HUB_TOKEN or HF_TOKEN',
    line: ({ token }: { token: string }) => `Token: ${token}`,
    from: ({ token, place }: { token: string; place: string }) => `Token: ${token}, from ${place}`,
    stored: ({ line, path }: { line: string; path: string }) => `${line}, stored in ${path}`,
    toBeStored: ({ line, path }: { line: string; path: string }) => `${line}, to be stored in ${path}`,
  },
  upToDate: ({ path }: { path: string }) => `Already up to date: ${path}`,
  dryRun: 'Dry run: nothing was written.',
};
