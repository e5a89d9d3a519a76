import { type Command, Option } from 'commander';
import type { ModelsStatusOptions } from '../../commands/models/status/status.ts';
import type { System } from '../../system.ts';
import { type Finish, globalOptions, refuseOffline } from '../global-options.ts';
import { addHelp, EXIT } from '../help.ts';
import { addListFlags, listFormat } from '../write-flags.ts';

export function defineStatus(models: Command, system: System, finish: Finish): void {
  const command = models
    .command('status')
    .description('The default model, fallbacks, aliases, and where the token comes from.')
    .option('--check', 'exit 4 without a token that can work, 7 when a model is no longer served')
    .option('--verify', '--check, and ask Hugging Face whether it accepts the token')
    .addOption(new Option('--probe', 'one small chat completion through each Hugging Face model, in order'));
  addListFlags(command, 'the default model ref, and nothing else');
  addHelp(command, {
    examples: [
      'openclaw models status',
      'openclaw models status --probe',
      'openclaw models status --check --verify --json',
    ],
    exitCodes: [
      EXIT.done,
      EXIT.usage,
      '3  config invalid',
      EXIT.token,
      EXIT.service,
      EXIT.billing,
      EXIT.model,
      EXIT.interrupted,
    ],
  });
  command.action(async () => {
    const { modelsStatus } = await import('../../commands/models/status/status.ts');
    finish(await modelsStatus(statusOptions(command), system));
  });
}

function statusOptions(command: Command): ModelsStatusOptions {
  const { check, verify, probe } = command.opts();
  if (probe) refuseOffline(command, '--probe sends a message to each model');
  if (verify) refuseOffline(command, '--verify asks Hugging Face about the token');
  return {
    ...globalOptions(command),
    check: check === true || verify === true,
    verify: verify === true,
    probe: probe === true,
    format: listFormat(command),
  };
}
