import type { Probe } from '../../huggingface/probe/probe-model.ts';
import { billingWarnings } from '../../huggingface/whoami/billing.ts';
import type { Planned } from '../../setup/apply/apply.ts';
import { type Context, searchTokens } from '../../setup/context.ts';
import type { System } from '../../system.ts';
import { TOKEN_VARIABLES } from '../../token/token.ts';
import type { Note } from '../../words/words.ts';
import type { Answers } from '../answers.ts';
import { billedBy } from '../bill-to.ts';
import type { OnboardOptions } from '../options.ts';

export type OnboardRun = { options: OnboardOptions; context: Context; answers: Answers };

type SearchSystem = Pick<System, 'files' | 'env' | 'shell' | 'platform' | 'signal' | 'hide'>;

/** What the answers and the plan for them give to warn of; the summary has these. */
export function planWarnings({ warnings, check }: Answers, planned: Planned): Note[] {
  return [...warnings, ...billingWarnings(check, billedBy(planned)), ...planned.plan.warnings];
}

/**
 * All warnings of a run, and those to say after a summary: what it had not, and again that OpenClaw uses another key.
 * `tokenNotes`: of storing the token; null where nothing is stored yet.
 */
export async function collectWarnings(
  run: OnboardRun & { probe: Probe | null },
  planned: Planned,
  tokenNotes: readonly Note[] | null,
  system: SearchSystem,
): Promise<{ all: Note[]; afterSummary: Note[] }> {
  const { options, context, answers, probe } = run;
  const summarised = planWarnings(answers, planned);
  const others: Note[] = [
    ...(tokenNotes ?? []),
    ...(await shadowWarnings(run, tokenNotes !== null, system)),
    ...(options.probe && probe === null
      ? [{ kind: 'probe-not-sent', ref: String(planned.plan.primary.ref) } as const]
      : []),
    ...(options.installDaemon ? [{ kind: 'no-daemon' } as const] : []),
  ];
  const lasting = summarised.filter(({ kind }) => kind === 'profile-first');
  return {
    all: [...context.warnings, ...summarised, ...others],
    afterSummary: [...context.warnings, ...lasting, ...others],
  };
}

/** What a Gateway will and will not see of the token: another one that comes first, or a variable of this shell only. */
async function shadowWarnings(
  { answers, context }: OnboardRun,
  isStored: boolean,
  system: SearchSystem,
): Promise<Note[]> {
  const { token } = answers;
  if (token === null) return [];
  if (!token.store) return token.place.kind === 'environment' ? [{ kind: 'token-in-shell-only' }] : [];
  const { tokens, profile } = await searchTokens(context, system);
  if (profile !== null) return [];
  const [winner] = tokens;
  if (winner === undefined || winner.token === token.token) return [];
  const { place } = winner;
  // Before the token is stored (a dry run), only this one is sure to come first.
  const comesFirst = isStored || (place.kind === 'environment' && place.name === TOKEN_VARIABLES[0]);
  return comesFirst ? [{ kind: 'stored-token-shadowed', place }] : [];
}
