import { type Definition, runs } from '../define.ts';
import { addListFlags, addWriteFlags, globalOptions, listFormat, parseNonEmpty, writeOptions } from '../flags.ts';
import { EXIT } from '../help/add-help.ts';
import { GROUP_HELP } from '../help/help-command.ts';
import { TIME_LIMIT } from '../run/time-limit.ts';
import { modelTo } from '../usage.ts';

const CHANGES = [EXIT.done, EXIT.usage, EXIT.config];
const load = () => import('../../commands/on-demand.ts');

const LIST: Definition = {
  description: 'The fallbacks in their order.',
  flags: (command) => addListFlags(command, 'one model ref a line'),
  examples: ['openclaw models fallbacks list', 'openclaw models fallbacks list --json'],
  exitCodes: CHANGES,
  run: runs(
    (command) => ({ ...globalOptions(command), format: listFormat(command) }),
    async () => (await load()).modelsFallbacksList,
  ),
};

const ADD: Definition = {
  description: 'Append a fallback; one that is there already stays where it is.',
  flags: (command) =>
    addWriteFlags(
      command.argument('<ref-or-alias>', 'org/name[:suffix], a ref of the config, or an alias', parseNonEmpty),
    ),
  examples: [
    'openclaw models fallbacks add Qwen/Qwen3-8B',
    'openclaw models fallbacks add openai/gpt-oss-120b:cheapest --dry-run',
  ],
  exitCodes: [...CHANGES, EXIT.service, EXIT.model, EXIT.interrupted],
  timeLimit: TIME_LIMIT,
  run: runs(
    (command, model = '') => ({ ...writeOptions(command), model }),
    async () => (await load()).modelsFallbacksAdd,
  ),
};

const REMOVE: Definition = {
  description: 'Take a model out of the fallbacks; its entry stays, so it can still be chosen.',
  flags: (command) => addWriteFlags(command.argument('<fallback>', 'its ref, its id or its alias', parseNonEmpty)),
  examples: ['openclaw models fallbacks remove Qwen/Qwen3-8B', 'openclaw models fallbacks remove "Qwen3 8B" --json'],
  exitCodes: CHANGES,
  run: runs(
    (command, model = '') => ({ ...writeOptions(command), model }),
    async () => (await load()).modelsFallbacksRemove,
  ),
};

const CLEAR: Definition = {
  description: 'Remove all fallbacks.',
  flags: addWriteFlags,
  examples: ['openclaw models fallbacks clear --dry-run', 'openclaw models fallbacks clear'],
  exitCodes: CHANGES,
  run: runs(writeOptions, async () => (await load()).modelsFallbacksClear),
};

export const FALLBACKS: Definition = {
  description: 'The models that are tried when the default model fails, in order.',
  examples: ['openclaw models fallbacks list', 'openclaw models fallbacks add Qwen/Qwen3-8B'],
  exitCodes: [...CHANGES, EXIT.service, EXIT.model, EXIT.interrupted],
  instead: modelTo('openclaw models fallbacks add'),
  commands: { list: LIST, add: ADD, remove: REMOVE, clear: CLEAR, help: GROUP_HELP },
};
