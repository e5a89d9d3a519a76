import { readChain } from '../../../setup/refs.ts';
import type { Answer, Row } from '../../../system/prompt.ts';
import { shortRef } from '../../../text/model-ref.ts';
import { sanitise } from '../../../text/sanitise.ts';
import { resolveFlagModels } from '../../flag-models.ts';
import { modelColumns } from '../../picker/model-columns.ts';
import { answered, type Interview, notAsked, primaryRef, type Question } from '../draft.ts';
import { modelRows, withFirst } from './default-model.ts';

/** What the rows before the models stand for: no ref begins so. */
const DONE = 'done';
const REMOVE = 'remove ';

/** Adds models, or takes those added off again, until done. Esc leaves the list as it was. */
export const askFallbacks: Question = async (draft, interview) => {
  const { options, context, prompt, system } = interview;
  const { catalog } = draft;
  if (catalog === null) return notAsked(draft);
  const config = context.snapshot.value;
  const byFlag = resolveFlagModels(options, config, catalog).fallbacks;
  const existing = [...readChain(config).fallbacks, ...byFlag];
  const rows = modelRows(draft, interview, catalog);
  let { fallbacks } = draft;
  for (;;) {
    const takeBack = prompt.checkpoint();
    system.io.err.write('\n');
    system.io.note(system.words.onboarding.fallbacks.explained);
    sayOrder(existing, fallbacks, interview);
    const taken = new Set([...existing, ...fallbacks, primaryRef(draft)]);
    const answer = await askOne(rows, taken, fallbacks, interview);
    takeBack();
    if (answer.kind === 'back') return answer;
    if (answer.value === DONE) return answered({ ...draft, fallbacks });
    fallbacks = answer.value.startsWith(REMOVE)
      ? fallbacks.filter((ref) => REMOVE + ref !== answer.value)
      : [...fallbacks, answer.value];
  }
};

function askOne(
  rows: ReturnType<typeof modelRows>,
  taken: ReadonlySet<string | null>,
  added: readonly string[],
  { prompt, system }: Interview,
): Promise<Answer<string>> {
  const { fallbacks, model } = system.words.onboarding;
  const first: Row<string>[] = [
    { value: DONE, cells: [fallbacks.done] },
    ...added.map((ref) => ({ value: REMOVE + ref, cells: [fallbacks.remove({ id: nameOf(ref) })] })),
  ];
  const others = (typed: string) => {
    const listing = rows(typed);
    const left = listing.rows.filter(({ value }) => !taken.has(value));
    return { ...listing, rows: left, total: listing.total - (listing.rows.length - left.length) };
  };
  return prompt.choose({
    message: fallbacks.title,
    columns: modelColumns(model),
    find: withFirst(others, () => first),
    initial: DONE,
  });
}

/** The fallbacks so far, a line each. */
function sayOrder(existing: readonly string[], added: readonly string[], { system }: Interview): void {
  const { current } = system.words.onboarding;
  const lines = [...existing.map((ref) => `${nameOf(ref)} ${current}`), ...added.map(nameOf)];
  for (const [index, line] of lines.entries()) system.io.tell(`  ${index + 1}. ${line}`);
}

function nameOf(ref: string): string {
  return sanitise(shortRef(ref));
}
