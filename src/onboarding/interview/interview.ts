import { builtInCatalog } from '../../catalog/catalog.ts';
import { knownRefs, readChain } from '../../setup/refs.ts';
import type { JsonObject } from '../../text/json.ts';
import { isHuggingFaceRef } from '../../text/model-ref.ts';
import type { Answers } from '../answers.ts';
import { resolvePicked } from '../picker/resolve-picked.ts';
import { resolveFlagModels } from '../resolve-flag-models.ts';
import { type Draft, EMPTY_DRAFT, type Interview, primaryRef, type Question } from './draft.ts';
import { askAliases } from './questions/aliases.ts';
import { askDefaultModel } from './questions/default-model.ts';
import { askFallbacks } from './questions/fallbacks.ts';
import { askProvider } from './questions/provider.ts';
import { askRoute } from './questions/route.ts';
import { askToken } from './questions/token.ts';
import { askTokenStorage } from './questions/token-storage.ts';

/** All questions, in order; the summary, which needs a plan, comes after them. */
const QUESTIONS: readonly Question[] = [
  askProvider,
  askToken,
  askDefaultModel,
  askRoute,
  askFallbacks,
  askAliases,
  askTokenStorage,
];

/** How far the questions got: the answers, and which questions were really asked. */
export type Progress = { draft: Draft; asked: readonly number[] };

/**
 * Asks every question that is needed, from the start or, `from` an earlier progress, from its last question again.
 * Going back from the first one asks it again: only Ctrl-C leaves. Ends early where the provider is skipped.
 */
export async function interviewUser(interview: Interview, from?: Progress): Promise<Progress> {
  let draft = from?.draft ?? EMPTY_DRAFT;
  const asked = [...(from?.asked ?? [])];
  let index = asked.pop() ?? 0;
  for (let question = QUESTIONS[index]; question !== undefined; question = QUESTIONS[index]) {
    const answer = await question(draft, interview);
    if (answer.kind === 'back') {
      index = asked.pop() ?? index;
      continue;
    }
    draft = answer.value;
    if (draft.skip) break;
    if (answer.asked !== false) asked.push(index);
    index++;
  }
  return { draft, asked };
}

/** The draft as what planning and applying take. */
export function answersOf(draft: Draft, { options, context }: Interview): Answers {
  const config = context.snapshot.value;
  const catalog = draft.catalog ?? builtInCatalog(null);
  const { aliases, warnings } = resolveFlagModels(options, config, catalog);
  const known = knownRefs(config, catalog);
  const picked = pickedRefs(draft, options).flatMap((ref) => resolvePicked(ref, known).warnings);
  const labels = [...draft.labels].map(([ref, label]) => ({ ref, label }));
  return {
    token: draft.token,
    unreadable: draft.unreadable,
    check: draft.check,
    catalog,
    choices: {
      primary: chosenPrimary(draft, config),
      fallbacks: draft.fallbacks,
      aliases: [...aliases, ...labels],
      onboarding: true,
    },
    warnings: [...new Set([...draft.warnings, ...warnings, ...picked])],
  };
}

/** The models that were chosen from a list, not by a flag. */
function pickedRefs(draft: Draft, { model, fallbacks }: Interview['options']): string[] {
  const refs = [model === undefined ? primaryRef(draft) : null, ...(fallbacks.length === 0 ? draft.fallbacks : [])];
  return refs.filter((ref) => ref !== null);
}

/** Keeping another provider's model is no choice: it gets neither an entry nor an alias. */
function chosenPrimary(draft: Draft, config: JsonObject): string | null {
  const primary = primaryRef(draft);
  const isKept = primary !== null && !isHuggingFaceRef(primary) && primary === readChain(config).primary;
  return isKept ? null : primary;
}
