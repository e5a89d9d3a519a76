import type { Command } from 'commander';
import type { System } from '../../system.ts';
import { type Finish, globalOptions } from '../global-options.ts';
import { addHelp, EXIT } from '../help.ts';
import { addListFlags, addWriteFlags, listFormat, parseLabel, parseNonEmpty, writeOptions } from '../write-flags.ts';

const TAKEN = '2  wrong flag or value, or the label belongs to another model';

export function defineAliases(models: Command, system: System, finish: Finish): void {
  const aliases = models.command('aliases').description('Short names for models.');
  addHelp(aliases, {
    examples: ['openclaw models aliases list', 'openclaw models aliases add quick Qwen/Qwen3-8B'],
    exitCodes: [EXIT.done, TAKEN, EXIT.config, EXIT.model, EXIT.interrupted],
  });
  defineList(aliases, system, finish);
  defineAdd(aliases, system, finish);
  defineRemove(aliases, system, finish);
}

function defineList(aliases: Command, system: System, finish: Finish): void {
  const command = aliases.command('list').description('Each alias with its model.');
  addListFlags(command, 'one alias and its model ref a line');
  addHelp(command, {
    examples: ['openclaw models aliases list', 'openclaw models aliases list --json'],
    exitCodes: [EXIT.done, EXIT.usage, EXIT.config],
  });
  command.action(async () => {
    const { modelsAliasesList } = await import('../../commands/models/aliases/list.ts');
    finish(await modelsAliasesList({ ...globalOptions(command), format: listFormat(command) }, system));
  });
}

function defineAdd(aliases: Command, system: System, finish: Finish): void {
  const command = aliases
    .command('add')
    .description('Give a model an alias, in place of the one that it has.')
    .argument('<label>', 'the alias', parseLabel)
    .argument('<ref>', 'org/name[:suffix], a ref of the config, or another alias', parseNonEmpty);
  addWriteFlags(command);
  addHelp(command, {
    examples: [
      'openclaw models aliases add quick Qwen/Qwen3-8B',
      'openclaw models aliases add "R1 (cheap)" deepseek-ai/DeepSeek-R1:cheapest',
    ],
    exitCodes: [EXIT.done, TAKEN, EXIT.config, EXIT.model, EXIT.interrupted],
  });
  command.action(async (label: string, model: string) => {
    const { modelsAliasesAdd } = await import('../../commands/models/aliases/add.ts');
    finish(await modelsAliasesAdd({ ...writeOptions(command), label, model }, system));
  });
}

function defineRemove(aliases: Command, system: System, finish: Finish): void {
  const command = aliases
    .command('remove')
    .description('Take an alias away; the model and its other settings stay.')
    .argument('<alias>', 'the alias', parseNonEmpty);
  addWriteFlags(command);
  addHelp(command, {
    examples: ['openclaw models aliases remove quick', 'openclaw models aliases remove "Qwen3 8B" --dry-run'],
    exitCodes: [EXIT.done, EXIT.usage, EXIT.config],
  });
  command.action(async (label: string) => {
    const { modelsAliasesRemove } = await import('../../commands/models/aliases/remove.ts');
    finish(await modelsAliasesRemove({ ...writeOptions(command), label }, system));
  });
}
