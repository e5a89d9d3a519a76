import { BUILT_IN_AS_OF } from '../../../catalog/built-in.ts';
import type { Catalog } from '../../../catalog/catalog.ts';
import { type Chain, readAliases, readChain, refsInUse } from '../../../setup/refs.ts';
import type { Choice } from '../../../system.ts';
import {
  DEFAULT_MODEL_ID,
  formatModelRef,
  isHuggingFaceRef,
  modelIdOf,
  parseModelId,
} from '../../../text/model-ref.ts';
import { formatAge, formatCount } from '../../../text/numbers.ts';
import { sanitise } from '../../../text/sanitise.ts';
import { wrapWords } from '../../../text/wrap.ts';

import { en } from '../../../words/en/en.ts';
import { reasonIn } from '../../../words/words.ts';
import { markCurrent } from '../../current.ts';
import { resolveFlagModels } from '../../resolve-flag-models.ts';
import { answered, type Draft, type Interview, notAsked, type Question } from '../draft.ts';

const WORDS = {
  title: 'Default Hugging Face model',
  fastest: 'The router chooses by speed: the route is locked.',
  cheapest: 'The router chooses by cost: the route is locked.',
};

/** The searchable dropdown; `--model` answers it. */
export const askDefaultModel: Question = async (draft, interview) => {
  const { options, context, prompt, system } = interview;
  const { catalog } = draft;
  if (catalog === null) return notAsked(draft);
  const config = context.snapshot.value;
  // All of them, so that a wrong --fallback or --alias ends the run before anything else is asked.
  const { model } = resolveFlagModels(options, config, catalog);
  if (model !== null) return notAsked({ ...draft, model });
  const { primary } = readChain(config);
  const rows = await modelSource(draft, interview, catalog);
  const keep = primary === null || isHuggingFaceRef(primary) ? [] : [keepChoice(primary)];
  const source = (term: string) => (term === '' ? rows(term).toSpliced(1, 0, ...keep) : rows(term));
  const answer = await prompt.search({
    message: WORDS.title,
    note: `(${sourceWords(catalog, system.clock.now())})`,
    source,
    initial:
      draft.model ?? (primary !== null && isHuggingFaceRef(primary) ? primary : formatModelRef(DEFAULT_MODEL_ID)),
  });
  if (answer.kind === 'back') return answer;
  sayLocked(answer.value, interview);
  return answered({ ...draft, model: answer.value, ...(answer.value !== draft.model && { route: null }) });
};

/** The rows of the dropdown, here and for the fallbacks. What finds them is loaded when it is needed first. */
export async function modelSource(
  { model }: Draft,
  { context, system }: Interview,
  catalog: Catalog,
): Promise<(term: string) => Choice<string>[]> {
  const { createModelChoices } = await import('../../picker/model-choices.ts');
  const config = context.snapshot.value;
  const configured = context.configured.map(({ id }) => formatModelRef(id));
  return createModelChoices({
    catalog,
    configured: context.configured,
    configuredRefs: [...refsInUse(config), ...configured, ...(model === null ? [] : [model])],
    marks: marksOf(readChain(config)),
    aliases: readAliases(config),
    columns: () => system.io.err.columns,
  });
}

function marksOf({ primary, fallbacks }: Chain): Map<string, string> {
  const marks = new Map(fallbacks.map((ref, index) => [ref, `fallback ${index + 1}`]));
  return primary === null ? marks : marks.set(primary, 'current');
}

function keepChoice(ref: string): Choice<string> {
  return {
    value: ref,
    label: markCurrent(sanitise(ref), true),
    short: sanitise(ref),
    description: 'Keep the default model of another provider',
  };
}

/** `137 models, live`; `10 built-in models: huggingface.co could not be reached`. */
function sourceWords({ models, source, fetchedAt, reason }: Catalog, now: Date): string {
  const why = reason === null ? '' : `. ${reasonIn(en, reason)}`;
  if (models.size === 0 && reason !== null) return reasonIn(en, reason) ?? '';
  if (source === 'live') return `${formatCount(models.size, 'model')}, live`;
  if (source === 'builtin') return `${models.size} built-in models of ${BUILT_IN_AS_OF}${why}`;
  return `${formatCount(models.size, 'model')}, fetched ${formatAge(now.getTime() - Date.parse(fetchedAt ?? ''))}${why}`;
}

function sayLocked(ref: string, { system }: Interview): void {
  const { suffix } = parseModelId(modelIdOf(ref) ?? '');
  if (suffix === 'fastest' || suffix === 'cheapest')
    system.io.err.write(`${wrapWords(`  ${WORDS[suffix]}`, system.io.err.columns, '  ')}\n`);
}
