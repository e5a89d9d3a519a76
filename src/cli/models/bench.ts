import type { Command } from 'commander';
import type { ModelsBenchOptions } from '../../commands/models/bench/bench.ts';
import { type Definition, runs } from '../define.ts';
import { globalOptions, parseNonEmpty, parsePrice, refuseOffline } from '../flags.ts';
import { EXIT } from '../help/add-help.ts';
import { LONG_TIME_LIMIT } from '../run/time-limit.ts';
import { InvalidValue } from '../usage.ts';

/** To ten routes these are 200 messages. */
const MAX_ROUNDS = 20;

export const BENCH: Definition = {
  description:
    'Measure each live inference provider of a model with real messages, and name the command that pins the best. ' +
    'It asks first, says what that costs at most, and stops before --max-cost could be passed.',
  flags: (command) =>
    command
      .argument('[ref...]', 'org/name, a ref or an alias; by default the default model', parseNonEmpty)
      .option('--rounds <n>', 'messages to each inference provider', parseRounds, 3)
      .option('--max-cost <usd>', 'US dollars that all of them together may cost', parsePrice, 0.01)
      .option('--yes', 'send without asking; needed where there is no terminal')
      .option('--json', 'one JSON document on stdout'),
  examples: [
    'openclaw models bench',
    'openclaw models bench openai/gpt-oss-120b --rounds 1 --yes',
    'openclaw models bench quick openai/gpt-oss-20b --max-cost 0.05 --yes --json',
  ],
  exitCodes: [
    { code: 0, meaning: 'at least one answered; else the code of the first failure' },
    { code: 1, meaning: 'none has a price in the list, so none was asked' },
    EXIT.usage,
    { code: 3, meaning: 'config invalid' },
    EXIT.token,
    EXIT.service,
    EXIT.billing,
    EXIT.model,
    EXIT.interrupted,
  ],
  timeLimit: LONG_TIME_LIMIT,
  run: runs(benchOptions, async () => (await import('../../commands/on-demand.ts')).modelsBench),
};

function benchOptions(command: Command): ModelsBenchOptions {
  refuseOffline(command);
  const { rounds, maxCost, yes, json } = command.opts();
  return { ...globalOptions(command), models: command.args, rounds, maxCost, yes: yes === true, json: json === true };
}

function parseRounds(value: string): number {
  const rounds = Number(value);
  if (!/^\d+$/.test(value) || rounds < 1 || rounds > MAX_ROUNDS) throw new InvalidValue('not-a-count');
  return rounds;
}
