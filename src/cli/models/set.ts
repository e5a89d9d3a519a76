import type { Command } from 'commander';
import type { System } from '../../system.ts';
import type { Finish } from '../global-options.ts';
import { addHelp, EXIT } from '../help.ts';
import { addWriteFlags, parseNonEmpty, writeOptions } from '../write-flags.ts';

export function defineSet(models: Command, system: System, finish: Finish): void {
  const command = models
    .command('set')
    .description('Change the default model.')
    .argument('<ref-or-alias>', 'org/name[:suffix], a ref of the config, or an alias', parseNonEmpty);
  addWriteFlags(command);
  addHelp(command, {
    examples: [
      'openclaw models set Qwen/Qwen3-8B',
      'openclaw models set deepseek-ai/DeepSeek-R1:cheapest --dry-run',
      'openclaw models set "DeepSeek R1" --json',
    ],
    exitCodes: [EXIT.done, EXIT.usage, EXIT.config, EXIT.model, EXIT.interrupted],
  });
  command.action(async (model: string) => {
    const { modelsSet } = await import('../../commands/models/set.ts');
    finish(await modelsSet({ ...writeOptions(command), model }, system));
  });
}
