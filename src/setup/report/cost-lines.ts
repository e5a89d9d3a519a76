import { type Estimate, FREE_CREDIT, TURN } from '../../catalog/cost.ts';
import { billedTo } from '../../huggingface/request/request-headers.ts';
import type { Account } from '../../huggingface/whoami/account.ts';
import { findOrg } from '../../huggingface/whoami/billing.ts';
import type { JsonValue } from '../../text/json.ts';
import { formatAboutUsd, formatWhole } from '../../text/numbers.ts';
import type { Words } from '../../words/words.ts';

/** Whose credits a model uses: an organisation's, or the account's own. */
export type Payer =
  /** null: one that only the config names, whose headers are never shown. `needed`: see `neededOrg`. */
  | { kind: 'org'; org: string | null; needed: boolean }
  /** null: the service was not asked. */
  | { kind: 'account'; isPro: boolean | null };

/** Who pays for a model by this config; `chosen`: an organisation that was named in this run. */
export function payerOf(config: JsonValue, id: string, account: Account | null, chosen: string | null = null): Payer {
  const billed = billedTo(config, id);
  if (billed === null) return { kind: 'account', isPro: account?.isPro ?? null };
  const known = [...(account?.orgs ?? []), ...(chosen === null ? [] : [chosen])];
  return { kind: 'org', org: findOrg(known, billed) ?? null, needed: account?.permission === 'org' };
}

/** What the default model costs, what that assumes, and who pays. */
export function costLines(
  estimate: Estimate | null,
  payer: Payer,
  { summary, billing }: Pick<Words, 'summary' | 'billing'>,
): string[] {
  const payment = payer.kind === 'org' ? billing.billed(payer) : credit(payer.isPro, { summary, billing });
  if (estimate === null) return [summary.costUnknown, ...(payer.kind === 'org' ? [payment] : [])];
  const { perTurn, perMonthIdle, every } = estimate;
  const [input, output] = [TURN.input, TURN.output].map(formatWhole);
  return [
    summary.turn({ usd: formatAboutUsd(perTurn), input: input ?? '', output: output ?? '' }),
    ...(perMonthIdle > 0 ? [summary.idle({ every, usd: formatAboutUsd(perMonthIdle) })] : []),
    payment,
  ];
}

function credit(isPro: boolean | null, { summary, billing }: Pick<Words, 'summary' | 'billing'>): string {
  const [free, pro] = [FREE_CREDIT.free.toFixed(2), FREE_CREDIT.pro.toFixed(2)];
  return isPro === null ? billing.eitherCredit({ free, pro }) : summary.credit({ usd: isPro ? pro : free });
}
