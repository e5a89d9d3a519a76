import { describeModel } from '../../../catalog/describe-model.ts';
import { freeLabel, readAliases, refWithLabel } from '../../../setup/refs.ts';
import type { Answer } from '../../../system/prompt.ts';
import { modelIdOf, shortRef } from '../../../text/model-ref.ts';
import { sanitise } from '../../../text/sanitise.ts';
import { resolveFlagModels } from '../../flag-models.ts';
import { answered, chosenFallbacks, type Draft, type Interview, primaryRef, type Question } from '../draft.ts';

/** A label for each chosen model that has none by the config or by `--alias`. */
export const askAliases: Question = async (draft, interview) => {
  const { prompt, system } = interview;
  const taken = takenLabels(draft, interview);
  const unnamed = unnamedRefs(draft, interview);
  let labels = new Map(draft.labels);
  const takeBack = prompt.checkpoint();
  system.io.err.write('\n');
  system.io.note(system.words.onboarding.alias.explained);
  for (let index = 0; index < unnamed.length; ) {
    const ref = unnamed[index] ?? '';
    const others = [...taken, ...unnamed.flatMap((other) => pairOf(other, labels, draft, interview))];
    const answer = await askOne(
      ref,
      new Map(others.filter(([other]) => other !== ref)),
      { ...draft, labels },
      interview,
    );
    if (answer.kind === 'answer') {
      labels = new Map([...labels, [ref, answer.value.trim()]]);
      index++;
    } else if (index === 0) {
      takeBack();
      return answer;
    } else index--;
  }
  takeBack();
  return answered({ ...draft, labels });
};

/** The chosen Hugging Face models that the config and the flags have no label for. */
export function unnamedRefs(draft: Draft, interview: Interview): string[] {
  const taken = takenLabels(draft, interview);
  const byFlag = draft.catalog === null ? [] : flagModels(draft, interview).fallbacks;
  const refs = [primaryRef(draft), ...chosenFallbacks(draft, byFlag)].filter((ref) => ref !== null);
  return [...new Set(refs)].filter((ref) => modelIdOf(ref) !== undefined && !taken.has(ref));
}

/** The labels of the config and of `--alias`, by ref. */
function takenLabels(draft: Draft, interview: Interview): ReadonlyMap<string, string> {
  const { aliases } = flagModels(draft, interview);
  const config = interview.context.snapshot.value;
  return new Map([...aliases.map(({ ref, label }) => [ref, label] as const), ...readAliases(config)]);
}

function flagModels({ catalog }: Draft, { options, context }: Interview) {
  if (catalog === null) return { aliases: [], fallbacks: [] };
  return resolveFlagModels(options, context.snapshot.value, catalog);
}

function pairOf(
  ref: string,
  labels: ReadonlyMap<string, string>,
  draft: Draft,
  interview: Interview,
): (readonly [string, string])[] {
  return [[ref, labels.get(ref) ?? displayName(ref, draft, interview)]];
}

function displayName(ref: string, { catalog }: Draft, { context }: Interview): string {
  const id = shortRef(ref);
  return catalog === null ? id : describeModel(catalog, id, context.configured).name;
}

function askOne(
  ref: string,
  taken: ReadonlyMap<string, string>,
  draft: Draft,
  interview: Interview,
): Promise<Answer<string>> {
  const words = interview.system.words.onboarding.alias;
  const id = shortRef(ref);
  return interview.prompt.text({
    message: words.title({ id: sanitise(id) }),
    initial: draft.labels.get(ref) ?? freeLabel(displayName(ref, draft, interview), taken),
    validate: (text) => {
      if (text.trim() === '') return words.empty;
      const owner = refWithLabel(taken, text.trim());
      return owner === undefined ? undefined : words.taken({ owner });
    },
  });
}
