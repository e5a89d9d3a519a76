import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ModelsListOptions } from '../../commands/models/list/list.ts';
import type { System } from '../../system.ts';
import { type Finish, globalOptions } from '../global-options.ts';
import { addHelp, EXIT } from '../help.ts';
import { defineAliases } from './aliases.ts';
import { defineFallbacks } from './fallbacks.ts';
import { defineRefresh } from './refresh.ts';
import { defineSet } from './set.ts';
import { defineStatus } from './status.ts';

export function defineModels(program: Command, system: System, finish: Finish): void {
  const models = program.command('models').description('List, check and choose models.');
  addHelp(models, {
    examples: [
      'openclaw models list --provider huggingface',
      'openclaw models status --probe',
      'openclaw models set Qwen/Qwen3-8B',
    ],
    exitCodes: Object.values(EXIT),
  });
  defineList(models, system, finish);
  defineStatus(models, system, finish);
  defineSet(models, system, finish);
  defineFallbacks(models, system, finish);
  defineAliases(models, system, finish);
  defineRefresh(models, system, finish);
}

function defineList(models: Command, system: System, finish: Finish): void {
  const command = models
    .command('list')
    .description('The chat models, with context, price, and where the list came from.')
    .addOption(new Option('--provider <name>', 'only the models of this provider').choices(['huggingface']))
    .addOption(new Option('--all', 'accepted for OpenClaw: all are listed anyway').hideHelp())
    .option('--configured', 'only models that the config names')
    .option('--search <words>', 'only models whose id, name or alias has these words', parseWords)
    .option('--tools', 'only models that can call tools')
    .option('--image', 'only models that read images')
    .option('--max-price <usd>', 'only models up to this output price per million tokens', parsePrice)
    .addOption(new Option('--sort <by>', 'the order').choices(['name', 'price', 'context', 'speed']))
    .option('--refresh', 'fetch the list again')
    .addOption(new Option('--json', 'one JSON document on stdout').conflicts('plain'))
    .option('--plain', 'one model ref a line');
  addHelp(command, {
    examples: [
      'openclaw models list --provider huggingface',
      'openclaw models list --provider huggingface --tools --max-price 1 --sort price',
      'openclaw models list --provider huggingface --search "qwen 30b" --json',
    ],
    exitCodes: [
      EXIT.done,
      EXIT.usage,
      EXIT.config,
      '5  with --refresh: the list could not be fetched',
      EXIT.interrupted,
    ],
  });
  command.action(async () => {
    const { modelsList } = await import('../../commands/models/list/list.ts');
    finish(await modelsList(parseListOptions(command), system));
  });
}

function parseListOptions(command: Command): ModelsListOptions {
  const flags = command.opts();
  const globals = globalOptions(command);
  if (flags.refresh && globals.offline) {
    command.error('error: --refresh fetches the list, and --offline fetches nothing: pass one of them.');
  }
  return {
    ...globals,
    provider: flags.provider,
    configured: flags.configured === true,
    search: flags.search ?? '',
    tools: flags.tools === true,
    image: flags.image === true,
    maxPrice: flags.maxPrice,
    sort: flags.sort,
    refresh: flags.refresh === true,
    format: flags.json ? 'json' : flags.plain ? 'plain' : 'table',
  };
}

/** An unset shell variable leaves the next flag in its place. */
function parseWords(value: string): string {
  if (value.startsWith('-')) throw new InvalidArgumentError('It looks like a flag: is the variable set?');
  return value;
}

function parsePrice(value: string): number {
  const price = Number(value);
  if (value.trim() === '' || !Number.isFinite(price) || price < 0)
    throw new InvalidArgumentError('It must be a number of US dollars.');
  return price;
}
