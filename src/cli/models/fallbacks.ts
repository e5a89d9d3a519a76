import type { Command } from 'commander';
import type { System } from '../../system.ts';
import { type Finish, globalOptions } from '../global-options.ts';
import { addHelp, EXIT } from '../help.ts';
import { addListFlags, addWriteFlags, listFormat, parseNonEmpty, writeOptions } from '../write-flags.ts';

const CHANGES = [EXIT.done, EXIT.usage, EXIT.config];

export function defineFallbacks(models: Command, system: System, finish: Finish): void {
  const fallbacks = models
    .command('fallbacks')
    .description('The models that stand in for the default model, in order.');
  addHelp(fallbacks, {
    examples: ['openclaw models fallbacks list', 'openclaw models fallbacks add Qwen/Qwen3-8B'],
    exitCodes: [...CHANGES, EXIT.model, EXIT.interrupted],
  });
  defineList(fallbacks, system, finish);
  defineAdd(fallbacks, system, finish);
  defineRemove(fallbacks, system, finish);
  defineClear(fallbacks, system, finish);
}

function defineList(fallbacks: Command, system: System, finish: Finish): void {
  const command = fallbacks.command('list').description('The fallbacks in their order.');
  addListFlags(command, 'one model ref a line');
  addHelp(command, {
    examples: ['openclaw models fallbacks list', 'openclaw models fallbacks list --json'],
    exitCodes: CHANGES,
  });
  command.action(async () => {
    const { modelsFallbacksList } = await import('../../commands/models/fallbacks/list.ts');
    finish(await modelsFallbacksList({ ...globalOptions(command), format: listFormat(command) }, system));
  });
}

function defineAdd(fallbacks: Command, system: System, finish: Finish): void {
  const command = fallbacks
    .command('add')
    .description('Append a fallback; one that is there already stays where it is.')
    .argument('<ref-or-alias>', 'org/name[:suffix], a ref of the config, or an alias', parseNonEmpty);
  addWriteFlags(command);
  addHelp(command, {
    examples: [
      'openclaw models fallbacks add Qwen/Qwen3-8B',
      'openclaw models fallbacks add openai/gpt-oss-120b:cheapest --dry-run',
    ],
    exitCodes: [...CHANGES, EXIT.model, EXIT.interrupted],
  });
  command.action(async (model: string) => {
    const { modelsFallbacksAdd } = await import('../../commands/models/fallbacks/add.ts');
    finish(await modelsFallbacksAdd({ ...writeOptions(command), model }, system));
  });
}

function defineRemove(fallbacks: Command, system: System, finish: Finish): void {
  const command = fallbacks
    .command('remove')
    .description('Take a model out of the fallbacks; its entry stays, so it can still be chosen.')
    .argument('<fallback>', 'its ref, its id or its alias', parseNonEmpty);
  addWriteFlags(command);
  addHelp(command, {
    examples: ['openclaw models fallbacks remove Qwen/Qwen3-8B', 'openclaw models fallbacks remove "Qwen3 8B" --json'],
    exitCodes: CHANGES,
  });
  command.action(async (model: string) => {
    const { modelsFallbacksRemove } = await import('../../commands/models/fallbacks/remove.ts');
    finish(await modelsFallbacksRemove({ ...writeOptions(command), model }, system));
  });
}

function defineClear(fallbacks: Command, system: System, finish: Finish): void {
  const command = fallbacks.command('clear').description('Remove all fallbacks.');
  addWriteFlags(command);
  addHelp(command, {
    examples: ['openclaw models fallbacks clear --dry-run', 'openclaw models fallbacks clear'],
    exitCodes: CHANGES,
  });
  command.action(async () => {
    const { modelsFallbacksClear } = await import('../../commands/models/fallbacks/clear.ts');
    finish(await modelsFallbacksClear(writeOptions(command), system));
  });
}
