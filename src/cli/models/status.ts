import type { Command } from 'commander';
import type { ModelsStatusOptions } from '../../commands/models/status/status.ts';
import { type Definition, runs } from '../define.ts';
import { addListFlags, globalOptions, listFormat, refuseOffline } from '../flags.ts';
import { EXIT } from '../help/add-help.ts';
import { TIME_LIMIT } from '../run/time-limit.ts';

export const STATUS: Definition = {
  description: 'The default model, fallbacks, aliases, and where the token comes from.',
  flags: (command) =>
    addListFlags(
      command
        .option(
          '--check',
          'exit 4 without a token that can work, 7 when a model is no longer served, 8 when one drifted',
        )
        .option('--verify', '--check, and ask Hugging Face whether it accepts the token')
        .option('--probe', 'one small chat completion through each Hugging Face model, in order'),
      'the default model ref, and nothing else',
    ),
  examples: [
    'openclaw models status',
    'openclaw models status --probe',
    'openclaw models status --check --verify --json',
  ],
  exitCodes: [
    EXIT.done,
    EXIT.usage,
    { code: 3, meaning: 'config invalid' },
    EXIT.token,
    EXIT.service,
    EXIT.billing,
    EXIT.model,
    { code: 8, meaning: '--check: the chain works, but is no longer what the config says' },
    EXIT.interrupted,
  ],
  timeLimit: TIME_LIMIT,
  run: runs(statusOptions, async () => (await import('../../commands/on-demand.ts')).modelsStatus),
};

function statusOptions(command: Command): ModelsStatusOptions {
  const { check, verify, probe } = command.opts();
  if (probe) refuseOffline(command, '--probe');
  if (verify) refuseOffline(command, '--verify');
  return {
    ...globalOptions(command),
    check: check === true || verify === true,
    verify: verify === true,
    probe: probe === true,
    format: listFormat(command),
  };
}
