import { builtInCatalog } from '../../catalog/catalog.ts';
import { knownRefs, readChain } from '../../setup/refs.ts';
import type { JsonObject } from '../../text/json.ts';
import { isHuggingFaceRef } from '../../text/model-ref.ts';
import type { Answers } from '../answers.ts';
import { chosenBilling, uncheckedOrg } from '../bill-to.ts';
import { resolveFlagModels } from '../flag-models.ts';
import { resolvePicked } from '../picker/resolve-picked.ts';
import { chosenFallbacks, type Draft, EMPTY_DRAFT, type Interview, primaryRef, type Question } from './draft.ts';
import { askDefaultModel } from './questions/default-model.ts';
import { askProvider } from './questions/provider.ts';
import { askRoute } from './questions/route.ts';
import { askToken } from './questions/token.ts';

/** All questions, in order; the summary, which needs a plan and changes the defaults, comes after them. */
const QUESTIONS: readonly Question[] = [askProvider, askToken, askDefaultModel, askRoute];

/** A question that was really asked; `takeBack` takes it and what it said off the screen. */
type Step = { index: number; takeBack: () => void };

/** How far the questions got. */
export type Progress = { draft: Draft; asked: readonly Step[] };

export const NOTHING_ASKED: Progress = { draft: EMPTY_DRAFT, asked: [] };

/**
 * Asks every question that is needed, from the start or, after some, from the last one again. Going back from the first
 * one asks it again: only Ctrl-C leaves. Ends early where the provider is skipped.
 */
export async function interviewUser(interview: Omit<Interview, 'canGoBack'>, from: Progress): Promise<Progress> {
  let { draft } = from;
  const asked = [...from.asked];
  const goBack = () => {
    const step = asked.pop();
    step?.takeBack();
    return step?.index;
  };
  let index = goBack() ?? 0;
  for (let question = QUESTIONS[index]; question !== undefined; question = QUESTIONS[index]) {
    const takeBack = interview.prompt.checkpoint();
    const answer = await question(draft, { ...interview, canGoBack: asked.length > 0 });
    if (answer.kind === 'back') {
      takeBack();
      index = goBack() ?? index;
      continue;
    }
    draft = answer.value;
    if (draft.authChoice === 'skip') break;
    if (answer.asked !== false) asked.push({ index, takeBack });
    index++;
  }
  return { draft, asked };
}

/** The draft as what planning and applying take. */
export function answersOf(draft: Draft, { options, context }: Pick<Interview, 'options' | 'context'>): Answers {
  const config = context.snapshot.value;
  const catalog = draft.catalog ?? builtInCatalog(null);
  const flags = resolveFlagModels(options, config, catalog);
  const known = knownRefs(config, catalog);
  const primary = chosenPrimary(draft, config);
  const fallbacks = chosenFallbacks(draft, flags.fallbacks);
  const picked = [options.model === undefined ? primaryRef(draft) : null, ...draft.fallbacks]
    .filter((ref) => ref !== null)
    .flatMap((ref) => resolvePicked(ref, known).warnings);
  const chosen = [primary, ...fallbacks];
  const billTo = chosenBilling(draft, options, config);
  // A label of a model that is chosen no more says nothing.
  const labels = [...draft.labels].filter(([ref]) => chosen.includes(ref)).map(([ref, label]) => ({ ref, label }));
  return {
    authChoice: draft.authChoice,
    token: draft.token,
    unreadable: draft.unreadable,
    check: draft.check,
    catalog,
    choices: { primary, fallbacks, aliases: [...flags.aliases, ...labels], onboarding: true, billTo },
    warnings: [...draft.warnings, ...new Set([...flags.warnings, ...picked]), ...uncheckedOrg(options, draft.check)],
  };
}

/** Another provider's model is kept, not chosen: it gets neither an entry nor an alias. */
function chosenPrimary(draft: Draft, config: JsonObject): string | null {
  const primary = primaryRef(draft);
  const isKept = primary !== null && !isHuggingFaceRef(primary) && primary === readChain(config).primary;
  return isKept ? null : primary;
}
