import { configGet } from '../commands/config/get.ts';
import { configPath } from '../commands/config/path.ts';
import { type Definition, runs } from './define.ts';
import { addWriteFlags, globalOptions, parseNonEmpty, writeOptions } from './flags.ts';
import { EXIT } from './help/add-help.ts';
import { GROUP_HELP } from './help/help-command.ts';

const PATH: Definition = {
  description: 'Where the config is, as an absolute path.',
  flags: (command) => command.option('--json', 'one JSON document on stdout'),
  examples: ['openclaw config path'],
  exitCodes: [EXIT.done, EXIT.usage],
  run: runs(
    (command) => ({ ...globalOptions(command), json: command.opts().json === true }),
    async () => configPath,
  ),
};

const GET: Definition = {
  description: 'One effective value (includes and variables resolved), secrets masked.',
  flags: (command) =>
    command
      .argument('<path>', 'dots, and ["…"] for keys with other characters', parseNonEmpty)
      .option('--json', 'the value as JSON, a string too'),
  examples: [
    'openclaw config get agents.defaults.model.primary',
    'openclaw config get models.providers.huggingface.models --json',
    ['openclaw config get', '\'agents.defaults.models["huggingface/Qwen/Qwen3-8B"].alias\''],
  ],
  exitCodes: [EXIT.done, { code: 1, meaning: 'the config has no such value' }, EXIT.usage, EXIT.config],
  run: runs(
    (command, path = '') => ({ ...globalOptions(command), path, json: command.opts().json === true }),
    async () => configGet,
  ),
};

const VALIDATE: Definition = {
  description: 'Whether the config can be read: syntax, includes, and the keys this program reads.',
  flags: (command) => command.option('--json', 'one JSON document on stdout'),
  examples: ['openclaw config validate', 'openclaw config validate --json'],
  exitCodes: [{ code: 0, meaning: 'valid' }, EXIT.usage, { code: 3, meaning: 'not valid' }],
  run: runs(
    (command) => ({ ...globalOptions(command), json: command.opts().json === true }),
    async () => (await import('../commands/on-demand.ts')).configValidate,
  ),
};

const UNDO: Definition = {
  description: "Restore the config to before this program's last change. .env is not touched.",
  flags: addWriteFlags,
  examples: ['openclaw config undo --dry-run', 'openclaw config undo'],
  exitCodes: [
    { code: 0, meaning: 'done' },
    EXIT.usage,
    { code: 3, meaning: 'nothing to undo, or the config was changed since' },
  ],
  run: runs(writeOptions, async () => (await import('../commands/on-demand.ts')).configUndo),
};

export const CONFIG: Definition = {
  description: 'Look at the config, and undo the last write.',
  examples: ['openclaw config path', 'openclaw config validate', 'openclaw config undo --dry-run'],
  exitCodes: [EXIT.done, EXIT.unexpected, EXIT.usage, EXIT.config],
  commands: { path: PATH, get: GET, validate: VALIDATE, undo: UNDO, help: GROUP_HELP },
};
