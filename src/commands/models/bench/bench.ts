import { OpenclawError, quit } from '../../../errors.ts';
import { readContext, searchTokens } from '../../../setup/context.ts';
import { listNotes, waitForModels } from '../../../setup/load-models.ts';
import type { GlobalOptions } from '../../../setup/options.ts';
import { reportWarnings } from '../../../setup/report/report.ts';
import { usableToken } from '../../../setup/usable-token.ts';
import type { System } from '../../../system.ts';
import { formatDocument } from '../../../text/json.ts';
import { formatMostUsd } from '../../../text/numbers.ts';
import { sanitise } from '../../../text/sanitise.ts';
import { shellQuote } from '../../../text/shell-quote.ts';
import { explain } from '../../../words/words.ts';
import { createBudget } from './budget.ts';
import { type Bench, exitCodeOf, measure, messagesIn } from './measure.ts';
import { benchDocument, showBench } from './report.ts';
import { type BenchModel, chooseModels, mostFor } from './routes.ts';

export type ModelsBenchOptions = GlobalOptions & {
  /** As typed: refs, ids or aliases. */
  models: readonly string[];
  /** Messages to each route. */
  rounds: number;
  /** USD. */
  maxCost: number;
  /** No question is asked. */
  yes: boolean;
  json: boolean;
};

/**
 * Measures each live inference provider of a model by real messages, and names the command that pins the best. Resolves
 * to the exit code. Rejects, before anything is sent, with `usage`, `config_*`, `token_*`, `model_*`, `not_found` (no
 * price) and the service's failures; at any time with what ended the run, once it has said what was measured.
 */
export async function modelsBench(options: ModelsBenchOptions, system: System): Promise<number> {
  const { io } = system;
  if (system.prompt === null && !options.yes) throw new OpenclawError('usage', needsYes(options));
  const context = await readContext(options, system);
  const search = await searchTokens(context, system);
  const token = usableToken(search, context, 'bench');
  const catalog = await waitForModels({ policy: { ask: 'stale' }, writeCache: true }, context, system);
  if (catalog.source === 'builtin' && catalog.error !== null) throw catalog.error;
  const { models, warnings, notes } = chooseModels(options.models, context, catalog);
  const most = mostFor(models, options);
  reportWarnings([...context.warnings, ...search.warnings, ...listNotes(catalog), ...warnings], notes, system);
  const cost = { ...most, usd: Math.min(most.usd, options.maxCost) };
  if (!options.yes) await confirm(models, cost, options, system);
  const { rounds, maxCost } = options;
  const bench: Bench = { models: [], stop: null, kept: 0 };
  try {
    await measure(models, { context, token, rounds, budget: createBudget(maxCost) }, bench, system);
  } catch (error) {
    if (!options.json && messagesIn(bench) > 0) showBench(bench, { rounds, isPart: true }, system);
    throw error;
  }
  if (options.json) io.out.write(formatDocument(benchDocument(bench, rounds, io)));
  else showBench(bench, { rounds, isPart: false }, system);
  sayStops(bench, most.usd, options, system);
  return exitCodeOf(bench);
}

/** The command that a script runs instead. */
function needsYes({ models, rounds, maxCost }: ModelsBenchOptions) {
  const named = models.map((model) => ` ${shellQuote(model)}`).join('');
  const instead = `openclaw models bench${named} --rounds ${rounds} --max-cost ${maxCost} --yes`;
  return { kind: 'bench-needs-yes', usd: String(maxCost), instead } as const;
}

/** Names what is to be measured: a default model was not typed. Rejects with `interrupted` where nothing is to be sent. */
async function confirm(
  models: readonly BenchModel[],
  { usd, routes }: { usd: number; routes: number },
  { rounds }: ModelsBenchOptions,
  { prompt, words }: Pick<System, 'prompt' | 'words'>,
): Promise<void> {
  const { ask, rows } = words.bench;
  const message = ask({ messages: routes * rounds, routes, usd: formatMostUsd(usd) });
  const find = [
    { value: true, cells: [rows.send], detail: models.map(({ id }) => sanitise(id)).join('\n') },
    { value: false, cells: [rows.quit] },
  ];
  const answer = await prompt?.choose({ message, find, canGoBack: false });
  if (answer?.kind !== 'answer' || !answer.value) throw quit();
}

/** Why not everything was sent. */
function sayStops(
  { stop, kept }: Bench,
  most: number,
  { maxCost }: ModelsBenchOptions,
  { io, words }: Pick<System, 'io' | 'words'>,
): void {
  if (stop !== null) {
    const { hint } = explain(words, stop.problem);
    io.warn(hint === undefined ? words.bench.stopped : `${words.bench.stopped}\n${hint}`);
  } else if (kept > 0) io.warn(words.bench.outOfMoney({ kept, usd: String(maxCost), needed: formatMostUsd(most) }));
}
