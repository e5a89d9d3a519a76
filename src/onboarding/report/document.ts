import type { Probe } from '../../huggingface/probe/probe-model.ts';
import type { Planned, Result } from '../../setup/apply/apply.ts';
import type { Context } from '../../setup/context.ts';
import type { Plan } from '../../setup/plan/plan.ts';
import { formatPath } from '../../text/json.ts';
import { lastCharacters } from '../../text/redact.ts';
import { sanitise } from '../../text/sanitise.ts';
import { tokenSource } from '../../token/token-sources.ts';
import { en } from '../../words/en/en.ts';
import { type Note, noteIn, reasonIn } from '../../words/words.ts';
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
export function onboardDocument({ context, answers, planned, result, stored, probe, warnings }: Reported): object {
  const { plan } = planned;
  const { catalog } = answers;
  return {
    ok: true,
    changed: result?.changed ?? false,
    mode: 'local',
    authChoice: 'huggingface-api-key',
    config: { path: context.locations.configPath, backup: result?.saved?.backup ?? null },
    token: tokenDocument(answers, stored),
    model: {
      primary: plan.primary.ref,
      previous: plan.primary.previous,
      action: plan.primary.action,
      fallbacks: plan.fallbacks,
      aliases: Object.fromEntries(plan.aliases),
    },
    catalog: {
      source: catalog.source,
      count: catalog.models.size,
      fetchedAt: catalog.fetchedAt,
      reason: reasonIn(en, catalog.reason),
    },
    probe: probe && {
      ok: probe.kind === 'answered',
      latencyMs: probe.latencyMs,
      inferenceProvider: probe.inferenceProvider,
      tools: probe.tools,
    },
    edits: plan.changes.map(({ path, op }) => ({ path: formatPath(path), op })),
    notes: plan.notes.map(inEnglish),
    warnings: warnings.map(inEnglish),
  };
}

function inEnglish(note: Note): string {
  return sanitise(noteIn(en, note));
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
