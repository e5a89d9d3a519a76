import { estimateCost } from '../../catalog/cost.ts';
import { describeModel } from '../../catalog/describe-model.ts';
import { applyChanges } from '../../json5/change.ts';
import type { Planned } from '../../setup/apply/apply.ts';
import { touchedRefs } from '../../setup/plan/choices.ts';
import { costLines, payerOf } from '../../setup/report/cost-lines.ts';
import { describeUnsaid } from '../../setup/report/describe-change.ts';
import { homePath, homePaths } from '../../text/home-path.ts';
import { isPolicySuffix, modelIdOf, parseModelId, shortRef } from '../../text/model-ref.ts';
import { sanitise } from '../../text/sanitise.ts';
import { shownToken } from '../../token/token-expiry.ts';
import { placeIn, type Words } from '../../words/words.ts';
import type { Answers } from '../answers.ts';
import type { Pair } from '../report/pairs.ts';
import { isKeptInEnv } from '../token/given-token.ts';
import type { Interview } from './draft.ts';

/** `stores`: the token would go into `.env`. `lines`: the changes, in words. */
export type Summary = { planned: Planned; answers: Answers; stores: boolean; lines: readonly string[] };

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
    [names.fallbacks, fallbacks.length === 0 ? none : sanitise(fallbacks.map(shortRef).join(words.separators.items))],
    [names.alias, ...aliasLines(planned, answers, words)],
    [names.token, tokenLine(answers, interview)],
    [names.cost, ...costOf(summary, interview)],
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
  return touchedRefs(choices).flatMap((ref) => {
    const label = plan.aliases.get(ref);
    if (label === undefined) return [];
    return [sanitise(ref === plan.primary.ref ? label : summary.aliasFor({ label, id: shortRef(ref) }))];
  });
}

function tokenLine({ token, unreadable }: Answers, { context, system }: Interview): string {
  const { summary, tokens } = system.words;
  const { kept, from, notKept, noToken } = summary;
  if (token === null)
    return unreadable === null ? noToken : sanitise(tokens.unreadable(homePaths(unreadable, system.env)));
  const masked = tokens.shown(shownToken(token.token));
  const path = homePath(context.locations.envFile, system.env);
  if (isKeptInEnv(token)) return kept({ token: masked, path });
  return token.isGiven
    ? notKept({ token: masked })
    : sanitise(from({ token: masked, place: placeIn(system.words, homePaths(token.place, system.env)) }));
}

/** None for the model of another provider. */
function costOf({ planned, answers }: Summary, { context, system }: Interview): string[] {
  const { plan, snapshot } = planned;
  const { ref } = plan.primary;
  const id = modelIdOf(ref ?? '');
  if (ref === null || id === undefined) return [];
  const { price } = describeModel(answers.catalog, id, context.configured);
  const account = answers.check?.kind === 'accepted' ? answers.check.account : null;
  const payer = payerOf(applyChanges(snapshot.value, plan.changes), id, account, answers.choices.billTo?.org);
  return costLines(estimateCost(ref, price, snapshot.value), payer, system.words);
}
