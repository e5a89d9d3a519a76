import { type MessageOf, say } from '../../message.ts';
import { reasons } from '../catalog.ts';
import { count } from '../units.ts';

/** What keeps `models bench` from measuring, or a route from being the best. Amounts in USD. */
export const benchProblems = {
  'bench-needs-yes': ({ usd, instead }: { usd: string; instead: string }) => ({
    message: `models bench sends real messages, which may cost up to $${usd}, and can't ask for your consent without a terminal.`,
    hint: `Run instead: ${instead}`,
  }),
  'bench-without-model': {
    message: 'There is no default model to measure.',
    hint: 'Name one: openclaw models bench <ref-or-alias>',
  },
  'bench-elsewhere': ({ ref }: { ref: string }) => ({
    message: `${ref} is not on Hugging Face: only routes of its Inference Providers can be measured.`,
    hint: 'Name one that is: openclaw models bench <ref-or-alias>',
  }),
  'bench-without-route': ({ id, reason }: { id: string; reason: MessageOf<typeof reasons> | null }) => ({
    message: `No live inference provider is known for ${id}.${reason === null ? '' : ` ${say(reasons, reason)}`}`,
    hint: 'See what is served: openclaw models list --provider huggingface --refresh',
  }),
  'bench-without-price': ({ ids }: { ids: readonly string[] }) => ({
    message: `The list has no price for ${ids.join(', ')}, so --max-cost could not be kept. Nothing was sent.`,
    hint: 'See which models have one: openclaw models list --provider huggingface --sort price',
  }),
  'max-cost-too-small': ({ maxCost, needed }: { maxCost: number; needed: string }) => ({
    message: `--max-cost ${maxCost} is too little: a single message may cost up to $${needed}. Nothing was sent.`,
    hint: `Allow at least: --max-cost ${needed}`,
  }),
  'route-without-price': { message: 'Not measured: without a price in the list, --max-cost could not be kept.' },
  'tool-call-missing': { message: 'It answered in words and did not call the tool.' },
  'tool-call-as-text': { message: 'It wrote the tool call as text, so nothing would be called.' },
  'tool-call-cut': { message: 'The answer ended before the tool call was complete.' },
  'tool-call-not-json': { message: 'The arguments of the tool call are not valid JSON.' },
  'tool-call-of-other-tool': { message: 'It called a tool that does not exist.' },
  'tool-call-against-schema': { message: "The arguments of the tool call do not match the tool's schema." },
};

export const benchNotes = {
  'bench-all-routes': ({ id, suffix }: { id: string; suffix: string }) =>
    `All inference providers of ${id} are measured, not only what :${suffix} leads to.`,
};

/** `models bench`. */
export const bench = {
  ask: ({ messages, routes, usd }: { messages: number; routes: number; usd: string }) =>
    `Send up to ${count(messages, 'small message')} to ${count(routes, 'inference provider')}, for $${usd} at most?`,
  rows: { send: 'Send them', quit: 'Quit' },
  waiting: ({ id, round, rounds }: { id: string; round: number; rounds: number }) =>
    `Waiting for ${id} (message ${round} of ${rounds})`,
  columns: {
    inferenceProvider: 'Inference provider',
    speed: 'Tokens/s',
    firstToken: 'First token',
    cost: 'Cost',
  },
  heading: ({ id, routes, rounds }: { id: string; routes: number; rounds: number }) =>
    `${id}: ${count(routes, 'inference provider')}, ${count(rounds, 'message')} each`,
  failure: (failure: { inferenceProvider: string; message: string; times: number }) => {
    const { inferenceProvider, message, times } = failure;
    return `- ${inferenceProvider}: ${message}${times > 1 ? ` (${times} times)` : ''}`;
  },
  /** Behind a failure for which a route is left alone. */
  notAgain: ({ said }: { said: string }) => `${said} It was not asked again.`,
  best: ({ best, pin }: { best: string; pin: string }) => `Best: ${best}. To pin it:\n${pin}`,
  noBest: ({ rounds }: { rounds: number }) =>
    `None answered ${rounds === 1 ? '' : `all ${rounds} messages `}with a well-formed tool call.`,
  cost: ({ usd, messages }: { usd: string; messages: number }) =>
    `Cost: $${usd} for ${count(messages, 'message')}, by the prices of the list`,
  estimated: '~: estimated, as some answers did not tell their usage',
  /** After what would meet the whole account: no credits, a token that is not accepted. */
  stopped: 'Nothing more was sent: every inference provider would give the same answer.',
  outOfMoney: ({ kept, usd, needed }: { kept: number; usd: string; needed: string }) =>
    `Stopped before $${usd} could be passed: ${count(kept, 'message')} not sent. For all of them: --max-cost ${needed}`,
};
