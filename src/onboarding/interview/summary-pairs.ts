import { estimateCost, TURN } from '../../catalog/cost.ts';
import { describeModel } from '../../catalog/describe-model.ts';
import type { Planned } from '../../setup/apply/apply.ts';
import { chosenRefs } from '../../setup/plan/choices.ts';
import { describeUnsaid } from '../../setup/report/describe-change.ts';
import { homePath, homePlace } from '../../text/home-path.ts';
import { isPolicySuffix, modelIdOf, parseModelId } from '../../text/model-ref.ts';
import { formatAboutUsd } from '../../text/numbers.ts';
import { sanitise } from '../../text/sanitise.ts';
import { shownToken } from '../../token/token-expiry.ts';
import { placeIn, type Words } from '../../words/words.ts';
import type { Answers } from '../answers.ts';
import type { Pair } from '../report/pairs.ts';
import type { Interview } from './draft.ts';

/** `stores`: the token would go into `.env`. `lines`: the changes, in words. */
export type Summary = { planned: Planned; answers: Answers; stores: boolean; lines: readonly string[] };

/** USD a month, by whether the account pays for PRO (HUGGINGFACE.md). */
const FREE_CREDIT = { pro: 2, free: 0.1 };

/** The result as a person thinks of it: what is used, what it costs, where it is kept. */
export function summaryPairs(summary: Summary, interview: Interview): Pair[] {
  const { planned, answers, lines } = summary;
  const { words, env, io } = interview.system;
  const { names, none, changes, noChange } = words.summary;
  const path = homePath(planned.snapshot.path, env);
  const { fallbacks, primary, changes: edits } = planned.plan;
  const unsaid = describeUnsaid(edits, words).map((line) => io.err.style('dim', line));
  const pairs: Pair[] = [
    [names.model, modelLine(primary.ref ?? '', words)],
    [names.fallbacks, fallbacks.length === 0 ? none : sanitise(fallbacks.map(shortRef).join(', '))],
    [names.alias, ...aliasLines(planned, answers, words)],
    [names.token, tokenLine(answers, interview)],
    [names.cost, ...costLines(summary, interview)],
    [
      names.writes,
      ...(lines.length === 0 ? [noChange({ path })] : [changes({ path, changes: lines.length }), ...unsaid]),
    ],
  ];
  return pairs.filter(([, value]) => value !== undefined);
}

function modelLine(ref: string, { summary }: Words): string {
  const id = modelIdOf(ref);
  if (id === undefined) return sanitise(ref);
  const { base, suffix } = parseModelId(id);
  const { order, fastest, cheapest, pinned } = summary.route;
  if (suffix === 'fastest') return fastest({ id: base });
  if (suffix === 'cheapest') return cheapest({ id: base });
  if (suffix === null || isPolicySuffix(suffix)) return order({ id: sanitise(base) });
  return sanitise(pinned({ id: base, provider: suffix }));
}

/** That of the default model, then those of the others that were chosen. */
function aliasLines({ plan }: Planned, { choices }: Answers, { summary }: Words): string[] {
  const refs = [...new Set([...chosenRefs(choices), ...choices.aliases.map(({ ref }) => ref)])];
  return refs.flatMap((ref) => {
    const label = plan.aliases.get(ref);
    if (label === undefined) return [];
    return [sanitise(ref === plan.primary.ref ? label : summary.aliasFor({ label, id: shortRef(ref) }))];
  });
}

function tokenLine({ token, unreadable }: Answers, { context, system }: Interview): string {
  const { summary, tokens } = system.words;
  const { kept, from, notKept, noToken } = summary;
  if (token === null) return unreadable === null ? noToken : sanitise(tokens.unreadable(unreadable));
  const masked = tokens.shown(shownToken(token.token));
  const path = homePath(context.locations.envFile, system.env);
  if (token.store || token.source.startsWith('dotenv:')) return kept({ token: masked, path });
  return token.isGiven
    ? notKept({ token: masked })
    : sanitise(from({ token: masked, place: placeIn(system.words, homePlace(token.place, system.env)) }));
}

/** None for the model of another provider. */
function costLines({ planned, answers }: Summary, { context, system }: Interview): string[] {
  const { turn, idle, credit, costUnknown } = system.words.summary;
  const id = modelIdOf(planned.plan.primary.ref ?? '');
  if (id === undefined) return [];
  const { price } = describeModel(answers.catalog, id, context.configured);
  const estimate = estimateCost(price, planned.snapshot.value);
  if (estimate === null) return [costUnknown];
  const [input, output] = [TURN.input, TURN.output].map((tokens) => tokens.toLocaleString('en'));
  const account = answers.check?.kind === 'accepted' ? answers.check.account : null;
  const { perTurn, perMonthIdle, every } = estimate;
  return [
    turn({ usd: formatAboutUsd(perTurn), input: input ?? '', output: output ?? '' }),
    ...(perMonthIdle > 0 ? [idle({ every, usd: formatAboutUsd(perMonthIdle) })] : []),
    ...(account === null ? [] : [credit({ usd: (account.isPro ? FREE_CREDIT.pro : FREE_CREDIT.free).toFixed(2) })]),
  ];
}

function shortRef(ref: string): string {
  return modelIdOf(ref) ?? ref;
}
