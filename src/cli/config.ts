import type { Command } from 'commander';
import type { System } from '../system.ts';
import { type Finish, globalOptions } from './global-options.ts';
import { addHelp, EXIT } from './help.ts';
import { addWriteFlags, parseNonEmpty, writeOptions } from './write-flags.ts';

export function defineConfig(program: Command, system: System, finish: Finish): void {
  const config = program.command('config').description('Look at the config, and undo the last write.');
  addHelp(config, {
    examples: ['openclaw config path', 'openclaw config validate', 'openclaw config undo --dry-run'],
    exitCodes: [EXIT.done, EXIT.unexpected, EXIT.usage, EXIT.config],
  });
  definePath(config, system, finish);
  defineGet(config, system, finish);
  defineValidate(config, system, finish);
  defineUndo(config, system, finish);
}

function definePath(config: Command, system: System, finish: Finish): void {
  const command = config
    .command('path')
    .description('Where the config is, as an absolute path.')
    .option('--json', 'one JSON document on stdout');
  addHelp(command, { examples: ['openclaw config path'], exitCodes: [EXIT.done, EXIT.usage] });
  command.action(async () => {
    const { configPath } = await import('../commands/config/path.ts');
    finish(await configPath({ ...globalOptions(command), json: command.opts().json === true }, system));
  });
}

function defineGet(config: Command, system: System, finish: Finish): void {
  const command = config
    .command('get')
    .description('One effective value (includes and variables resolved), secrets masked.')
    .argument('<path>', 'dots, and ["…"] for keys with other characters', parseNonEmpty)
    .option('--json', 'the value as JSON, a string too');
  addHelp(command, {
    examples: [
      'openclaw config get agents.defaults.model.primary',
      'openclaw config get models.providers.huggingface.models --json',
      'openclaw config get \\',
      '  \'agents.defaults.models["huggingface/Qwen/Qwen3-8B"].alias\'',
    ],
    exitCodes: [EXIT.done, '1  the config has no such value', EXIT.usage, EXIT.config],
  });
  command.action(async (path: string) => {
    const { configGet } = await import('../commands/config/get.ts');
    finish(await configGet({ ...globalOptions(command), path, json: command.opts().json === true }, system));
  });
}

function defineValidate(config: Command, system: System, finish: Finish): void {
  const command = config
    .command('validate')
    .description('Whether the config can be read: syntax, includes, and the keys this program reads.')
    .option('--json', 'one JSON document on stdout');
  addHelp(command, {
    examples: ['openclaw config validate', 'openclaw config validate --json'],
    exitCodes: ['0  valid', EXIT.usage, '3  not valid'],
  });
  command.action(async () => {
    const { configValidate } = await import('../commands/config/validate.ts');
    finish(await configValidate({ ...globalOptions(command), json: command.opts().json === true }, system));
  });
}

function defineUndo(config: Command, system: System, finish: Finish): void {
  const command = config
    .command('undo')
    .description('Put the bytes before the last write of this program back. .env is not touched.');
  addWriteFlags(command);
  addHelp(command, {
    examples: ['openclaw config undo --dry-run', 'openclaw config undo'],
    exitCodes: ['0  done', EXIT.usage, '3  nothing to undo, or the config was changed since'],
  });
  command.action(async () => {
    const { configUndo } = await import('../commands/config/undo.ts');
    finish(await configUndo(writeOptions(command), system));
  });
}
