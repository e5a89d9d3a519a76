import { readChain } from '../../../setup/refs.ts';
import type { Answer, Choice } from '../../../system.ts';
import { isHuggingFaceRef, modelIdOf } from '../../../text/model-ref.ts';
import { sanitise } from '../../../text/sanitise.ts';
import { wrapWords } from '../../../text/wrap.ts';
import { markCurrent } from '../../current.ts';
import { resolveFlagModels } from '../../resolve-flag-models.ts';
import { answered, type Draft, type Interview, notAsked, primaryRef, type Question } from '../draft.ts';
import { modelSource } from './default-model.ts';

const WORDS = {
  title: 'Fallback models',
  none: 'None',
  done: 'Done',
  description: 'Used in this order when the default model fails. Type to find one to add',
  allOnHuggingFace: 'All of them are on Hugging Face: running out of credits (402) stops them all.',
};

/** Adds models until done; `--fallback` answers it. Esc takes the last one back before it leaves the question. */
export const askFallbacks: Question = async (draft, interview) => {
  const { options, context } = interview;
  const { catalog } = draft;
  if (catalog === null) return notAsked(draft);
  if (options.fallbacks.length > 0) {
    const { fallbacks } = resolveFlagModels(options, context.snapshot.value, catalog);
    return notAsked({ ...draft, fallbacks });
  }
  const rows = await modelSource(draft, interview, catalog);
  let fallbacks = draft.fallbacks;
  for (;;) {
    const answer = await askOne(rows, { ...draft, fallbacks }, interview);
    if (answer.kind === 'back' && fallbacks.length === 0) return answer;
    if (answer.kind === 'back') fallbacks = fallbacks.slice(0, -1);
    else if (answer.value === DONE) {
      warnAboutCredits({ ...draft, fallbacks }, interview);
      return answered({ ...draft, fallbacks });
    } else fallbacks = [...fallbacks, answer.value];
  }
};

const DONE = '';

function askOne(
  rows: (term: string) => Choice<string>[],
  draft: Draft,
  { context, prompt }: Interview,
): Promise<Answer<string>> {
  const existing = readChain(context.snapshot.value).fallbacks;
  const chain = [...existing, ...draft.fallbacks];
  const taken = new Set([...chain, primaryRef(draft)]);
  const done = { value: DONE, label: chain.length === 0 ? WORDS.none : WORDS.done, description: WORDS.description };
  const source = (term: string) => {
    const others = rows(term).filter(({ value }) => !taken.has(value));
    return term === '' ? [done, ...others] : others;
  };
  return prompt.search({ message: WORDS.title, note: orderNote(chain, existing.length), source });
}

/** The chain so far, a line each, and the number that the next one gets, where it is typed. */
function orderNote(chain: readonly string[], existing: number): string {
  if (chain.length === 0) return '';
  const lines = chain.map((ref, index) =>
    markCurrent(`${index + 1}. ${sanitise(modelIdOf(ref) ?? ref)}`, index < existing),
  );
  return ['', ...lines, `${chain.length + 1}.`].join('\n  ');
}

function warnAboutCredits(draft: Draft, { context, system }: Interview): void {
  const chain = [primaryRef(draft) ?? '', ...readChain(context.snapshot.value).fallbacks, ...draft.fallbacks];
  if (chain.length > 1 && chain.every(isHuggingFaceRef))
    system.io.err.write(`${wrapWords(`  ${WORDS.allOnHuggingFace}`, system.io.err.columns, '  ')}\n`);
}
