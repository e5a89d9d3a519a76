import { shellQuote } from '../../text/shell-quote.ts';
import { type Definition, runs } from '../define.ts';
import {
  addListFlags,
  addWriteFlags,
  globalOptions,
  isReversed,
  listFormat,
  parseLabel,
  parseNonEmpty,
  writeOptions,
} from '../flags.ts';
import { EXIT } from '../help/add-help.ts';
import { GROUP_HELP } from '../help/help-command.ts';
import { TIME_LIMIT } from '../run/time-limit.ts';
import { shown, usageError } from '../usage.ts';

const TAKEN = { code: 2, meaning: 'wrong flag or value, or the label belongs to another model' };
const load = () => import('../../commands/on-demand.ts');

const LIST: Definition = {
  description: 'Each alias with its model.',
  flags: (command) => addListFlags(command, 'one alias and its model ref a line'),
  examples: ['openclaw models aliases list', 'openclaw models aliases list --json'],
  exitCodes: [EXIT.done, EXIT.usage, EXIT.config],
  run: runs(
    (command) => ({ ...globalOptions(command), format: listFormat(command) }),
    async () => (await load()).modelsAliasesList,
  ),
};

const ADD: Definition = {
  description: 'Give a model an alias, in place of the one that it has.',
  flags: (command) =>
    addWriteFlags(
      command
        .argument('<label>', 'the alias', parseLabel)
        .argument('<ref>', 'org/name[:suffix], a ref of the config, or another alias', parseNonEmpty),
    ),
  examples: [
    'openclaw models aliases add quick Qwen/Qwen3-8B',
    'openclaw models aliases add "R1 (cheap)" deepseek-ai/DeepSeek-R1:cheapest',
  ],
  exitCodes: [EXIT.done, TAKEN, EXIT.config, EXIT.service, EXIT.model, EXIT.interrupted],
  timeLimit: TIME_LIMIT,
  run: runs(
    (command, label = '', model = '') => {
      if (isReversed(label, model)) {
        const swapped = `openclaw models aliases add ${shellQuote(shown(model))} ${shown(label)}`;
        throw usageError({ kind: 'model-as-alias', label: shown(label), swapped });
      }
      return { ...writeOptions(command), label, model };
    },
    async () => (await load()).modelsAliasesAdd,
  ),
};

const REMOVE: Definition = {
  description: 'Take an alias away; the model and its other settings stay.',
  flags: (command) => addWriteFlags(command.argument('<alias>', 'the alias', parseNonEmpty)),
  examples: ['openclaw models aliases remove quick', 'openclaw models aliases remove "Qwen3 8B" --dry-run'],
  exitCodes: [EXIT.done, EXIT.usage, EXIT.config],
  run: runs(
    (command, label = '') => ({ ...writeOptions(command), label }),
    async () => (await load()).modelsAliasesRemove,
  ),
};

export const ALIASES: Definition = {
  description: 'Short names for models.',
  examples: ['openclaw models aliases list', 'openclaw models aliases add quick Qwen/Qwen3-8B'],
  exitCodes: [EXIT.done, TAKEN, EXIT.config, EXIT.service, EXIT.model, EXIT.interrupted],
  commands: { list: LIST, add: ADD, remove: REMOVE, help: GROUP_HELP },
};
