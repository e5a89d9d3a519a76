import { shellQuote } from '../../text/shell-quote.ts';
import { type Definition, runs } from '../define.ts';
import { addWriteFlags, parseNonEmpty, refuseOffline, writeOptions } from '../flags.ts';
import { EXIT } from '../help/add-help.ts';
import { GROUP_HELP } from '../help/help-command.ts';
import { TIME_LIMIT } from '../run/time-limit.ts';
import { modelTo, shown } from '../usage.ts';
import { ALIASES } from './aliases.ts';
import { BENCH } from './bench.ts';
import { FALLBACKS } from './fallbacks.ts';
import { LIST } from './list.ts';
import { STATUS } from './status.ts';

const SET: Definition = {
  description: 'Change the default model.',
  flags: (command) =>
    addWriteFlags(
      command.argument('<ref-or-alias>', 'org/name[:suffix], a ref of the config, or an alias', parseNonEmpty),
    ),
  examples: [
    'openclaw models set Qwen/Qwen3-8B',
    'openclaw models set deepseek-ai/DeepSeek-R1:cheapest --dry-run',
    'openclaw models set "DeepSeek R1" --json',
  ],
  exitCodes: [EXIT.done, EXIT.usage, EXIT.config, EXIT.service, EXIT.model, EXIT.interrupted],
  instead: (words) => `openclaw models set ${shellQuote(shown(words.join(' ')))}`,
  timeLimit: TIME_LIMIT,
  run: runs(
    (command, model = '') => ({ ...writeOptions(command), model }),
    async () => (await import('../../commands/on-demand.ts')).modelsSet,
  ),
};

const REFRESH: Definition = {
  description:
    "Fetch the model list again and merge it into OpenClaw's models.json, where that exists: your own entries stay.",
  flags: (command) =>
    addWriteFlags(
      command.option('--figures', "only bring price and context of the config's own entries up to the list"),
    ),
  examples: [
    'openclaw models refresh',
    'openclaw models refresh --json',
    'openclaw models refresh --figures --dry-run',
  ],
  exitCodes: [
    EXIT.done,
    EXIT.usage,
    { code: 3, meaning: 'config or models.json invalid, locked, or not writable' },
    EXIT.service,
    EXIT.interrupted,
  ],
  timeLimit: TIME_LIMIT,
  run: runs(
    (command) => {
      const figures = command.opts().figures === true;
      refuseOffline(command, figures ? '--figures' : undefined);
      return { ...writeOptions(command), figures };
    },
    async () => (await import('../../commands/on-demand.ts')).modelsRefresh,
  ),
};

export const MODELS: Definition = {
  description: 'List, check and choose models.',
  examples: [
    'openclaw models list --provider huggingface',
    'openclaw models status --probe',
    'openclaw models set Qwen/Qwen3-8B',
  ],
  exitCodes: Object.values(EXIT),
  instead: modelTo('openclaw models set'),
  commands: {
    list: LIST,
    status: STATUS,
    set: SET,
    fallbacks: FALLBACKS,
    aliases: ALIASES,
    refresh: REFRESH,
    bench: BENCH,
    help: GROUP_HELP,
  },
};
