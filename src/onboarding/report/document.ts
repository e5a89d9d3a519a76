import type { Probe } from '../../huggingface/probe/probe-model.ts';
import type { Planned, Result } from '../../setup/apply/apply.ts';
import type { Context } from '../../setup/context.ts';
import type { Plan } from '../../setup/plan/plan.ts';
import { catalogDocument, modelDocument, outcomeDocument } from '../../setup/report/documents.ts';
import type { System } from '../../system.ts';
import { lastCharacters } from '../../text/redact.ts';
import { tokenSource } from '../../token/token-sources.ts';
import type { Note } from '../../words/words.ts';
import type { Answers } from '../answers.ts';

/** What it says. */
export type Reported = {
  context: Context;
  answers: Answers;
  planned: Planned;
  /** null for a dry run. */
  result: Result<Plan> | null;
  /** The `.env` that keeps the token, or in a dry run would; null where none does. */
  stored: string | null;
  probe: Probe | null;
  warnings: readonly Note[];
};

/** The one document of `onboard --json`. */
export function onboardDocument(
  { context, answers, planned, result, stored, probe, warnings }: Reported,
  io: Pick<System['io'], 'nameCommands'>,
): object {
  const { plan } = planned;
  return {
    ok: true,
    changed: result?.changed ?? false,
    mode: 'local',
    authChoice: answers.authChoice,
    config: { path: context.locations.configPath, backup: result?.saved?.backup ?? null },
    token: tokenDocument(answers, stored),
    model: modelDocument(plan),
    catalog: catalogDocument(answers.catalog),
    probe: probe && {
      ok: probe.kind === 'answered',
      latencyMs: probe.latencyMs,
      inferenceProvider: probe.inferenceProvider,
      tools: probe.tools,
    },
    ...outcomeDocument(plan, warnings, io),
  };
}

function tokenDocument({ token, unreadable, check }: Answers, stored: string | null): object {
  const account = check?.kind === 'accepted' ? check.account : null;
  const known = token ?? unreadable;
  return {
    source: known && tokenSource(known),
    stored,
    last4: token === null ? null : lastCharacters(token.token),
    verified: check === null ? null : check.kind === 'accepted',
    account: account?.name ?? null,
    role: account?.role ?? null,
  };
}
