import { builtInModel } from '../../../catalog/built-in.ts';
import { describeModel } from '../../../catalog/describe-model.ts';
import { freeLabel, readAliases, refWithLabel } from '../../../setup/refs.ts';
import { modelIdOf, parseModelId } from '../../../text/model-ref.ts';
import { sanitise } from '../../../text/sanitise.ts';
import { wrapWords } from '../../../text/wrap.ts';
import { resolveFlagModels } from '../../resolve-flag-models.ts';
import { answered, type Draft, explain, type Interview, notAsked, primaryRef, type Question } from '../draft.ts';

const WORDS = {
  title: (id: string) => `Alias for ${id}`,
  purpose: 'An alias is the name that OpenClaw shows. In a chat, /model takes it where it is one word.',
  oneWord: (label: string) => `One word that would do: ${label}`,
  empty: 'An alias needs at least one character.',
  taken: (owner: string) => `${owner} has this alias already.`,
};

/** A label for each chosen Hugging Face model that has none; `--alias` answers it for its model. */
export const askAliases: Question = async (draft, interview) => {
  const taken = takenLabels(draft, interview);
  const refs = [primaryRef(draft), ...draft.fallbacks].filter((ref) => ref !== null);
  const unnamed = [...new Set(refs)].filter((ref) => modelIdOf(ref) !== undefined && !taken.has(ref));
  if (unnamed.length === 0) return notAsked({ ...draft, labels: new Map() });
  explain(wrapWords(`  ${WORDS.purpose}`, interview.system.io.err.columns, '  '), interview);
  let labels = new Map<string, string>();
  for (let index = 0; index < unnamed.length; ) {
    const ref = unnamed[index] ?? '';
    const answer = await askOne(
      ref,
      new Map([...taken, ...[...labels].filter(([other]) => other !== ref)]),
      draft,
      interview,
    );
    if (answer.kind === 'back' && index === 0) return answer;
    if (answer.kind === 'back') index--;
    else {
      labels = new Map([...labels, [ref, answer.value.trim()]]);
      index++;
    }
  }
  return answered({ ...draft, labels });
};

/** The labels of the config and of `--alias`, by ref. */
function takenLabels({ catalog }: Draft, { options, context }: Interview): ReadonlyMap<string, string> {
  const config = context.snapshot.value;
  if (catalog === null) return readAliases(config);
  const { aliases } = resolveFlagModels(options, config, catalog);
  return new Map([...aliases.map(({ ref, label }) => [ref, label] as const), ...readAliases(config)]);
}

function askOne(ref: string, taken: ReadonlyMap<string, string>, draft: Draft, interview: Interview) {
  const { context, prompt } = interview;
  const id = modelIdOf(ref) ?? ref;
  const name = draft.catalog === null ? id : describeModel(draft.catalog, id, context.configured).name;
  // The labels of the documentation's own models are the documentation's.
  if (builtInModel(parseModelId(id).base) === undefined) explain(`  ${WORDS.oneWord(oneWordOf(id))}`, interview);
  return prompt.input({
    message: WORDS.title(id),
    initial: draft.labels.get(ref) ?? freeLabel(name, taken),
    validate: (text) => {
      if (text.trim() === '') return WORDS.empty;
      const owner = refWithLabel(taken, text.trim());
      return owner === undefined || owner === ref ? true : WORDS.taken(owner);
    },
  });
}

/** `openai/gpt-oss-20b:cheapest` -> `gpt-oss-20b:cheapest`. */
function oneWordOf(id: string): string {
  return sanitise(id.slice(id.lastIndexOf('/') + 1)).toLowerCase();
}
