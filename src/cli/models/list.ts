import { type Command, Option } from 'commander';
import { type ModelsListOptions, modelsList } from '../../commands/models/list/list.ts';
import { shellQuote } from '../../text/shell-quote.ts';
import { type Definition, runs } from '../define.ts';
import { Flag } from '../flag.ts';
import { addListFlags, globalOptions, listFormat, parsePrice, parseWords, refuseOffline } from '../flags.ts';
import { EXIT } from '../help/add-help.ts';
import { TIME_LIMIT } from '../run/time-limit.ts';
import { shown } from '../usage.ts';

export const LIST: Definition = {
  description: 'The chat models, with context, price, and where the list came from.',
  flags: addFlags,
  examples: [
    'openclaw models list --provider huggingface',
    'openclaw models list --provider huggingface --tools --max-price 1 --sort price',
    'openclaw models list --provider huggingface --search "qwen 30b" --json',
  ],
  exitCodes: [
    EXIT.done,
    EXIT.usage,
    EXIT.config,
    { code: 5, meaning: 'with --refresh: the list could not be fetched; the time was over' },
    EXIT.interrupted,
  ],
  instead: (words) => `openclaw models list --search ${shellQuote(shown(words.join(' ')))}`,
  timeLimit: TIME_LIMIT,
  run: runs(parseListOptions, async () => modelsList),
};

function addFlags(command: Command): Command {
  command
    .addOption(
      new Flag('--provider <name>', 'only the models of this provider')
        .choices(['huggingface'])
        .elsewhere((provider) => ({ kind: 'other-provider', provider })),
    )
    .addOption(new Option('--all', 'accepted for OpenClaw: all are listed anyway').hideHelp())
    .option('--configured', 'only models that the config names')
    .option('--search <words>', 'only models whose id, name or alias has these words', parseWords)
    .option('--tools', 'only models that can call tools, by some of their routes at least')
    .option('--image', 'only models that read images')
    .option('--max-price <usd>', 'only models up to this output price per million tokens', parsePrice)
    .addOption(new Option('--sort <by>', 'the order').choices(['name', 'price', 'context', 'speed']))
    .option('--refresh', 'fetch the list again');
  return addListFlags(command, 'one model ref a line');
}

function parseListOptions(command: Command): ModelsListOptions {
  const { provider, configured, search = '', tools, image, maxPrice, sort, refresh } = command.opts();
  if (refresh) refuseOffline(command, '--refresh');
  return {
    ...globalOptions(command),
    provider,
    configured: configured === true,
    search,
    tools: tools === true,
    image: image === true,
    maxPrice,
    sort,
    refresh: refresh === true,
    format: listFormat(command),
  };
}
