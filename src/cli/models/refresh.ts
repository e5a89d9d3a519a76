import type { Command } from 'commander';
import type { System } from '../../system.ts';
import { type Finish, refuseOffline } from '../global-options.ts';
import { addHelp, EXIT } from '../help.ts';
import { addWriteFlags, writeOptions } from '../write-flags.ts';

export function defineRefresh(models: Command, system: System, finish: Finish): void {
  const command = models
    .command('refresh')
    .description(
      "Fetch the model list again and merge it into OpenClaw's models.json, where that exists: your own entries stay.",
    );
  addWriteFlags(command);
  addHelp(command, {
    examples: ['openclaw models refresh', 'openclaw models refresh --json', 'openclaw models refresh --dry-run'],
    exitCodes: [
      EXIT.done,
      EXIT.usage,
      '3  config or models.json invalid, locked, or not writable',
      EXIT.service,
      EXIT.interrupted,
    ],
  });
  command.action(async () => {
    refuseOffline(command, 'models refresh asks for the list');
    const { modelsRefresh } = await import('../../commands/models/refresh.ts');
    finish(await modelsRefresh(writeOptions(command), system));
  });
}
