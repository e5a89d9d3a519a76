import { BUILT_IN_AS_OF } from '../../../catalog/built-in/built-in.ts';
import type { Catalog } from '../../../catalog/catalog.ts';
import { type Chain, readAliases, readChain, refsInUse } from '../../../setup/refs.ts';
import type { Listing, Row } from '../../../system/prompt.ts';
import {
  DEFAULT_MODEL_ID,
  formatModelRef,
  isHuggingFaceRef,
  modelIdOf,
  parseModelId,
  shortRef,
} from '../../../text/model-ref.ts';
import { marks, sanitise } from '../../../text/sanitise.ts';
import { say } from '../../../words/message.ts';
import type { Reason, Words } from '../../../words/words.ts';
import { resolveFlagModels } from '../../flag-models.ts';
import { modelColumns } from '../../picker/model-columns.ts';
import { createModelRows } from '../../picker/model-rows.ts';
import { answered, type Draft, type Interview, notAsked, type Question } from '../draft.ts';

/** The searchable list; `--model` answers it. */
export const askDefaultModel: Question = async (draft, interview) => {
  const { options, context, prompt, system, canGoBack } = interview;
  const { catalog } = draft;
  if (catalog === null) return notAsked(draft);
  const words = system.words.onboarding.model;
  const config = context.snapshot.value;
  // All of them, so that a wrong --fallback or --alias ends the run before anything else is asked.
  const { model } = resolveFlagModels(options, config, catalog);
  if (model !== null) return notAsked({ ...draft, model });
  const { primary } = readChain(config);
  const isOurs = primary !== null && isHuggingFaceRef(primary);
  const rows = modelRows(draft, interview, catalog);
  const keep = primary === null || isOurs ? [] : [keepRow(primary, system.words)];
  const answer = await prompt.choose({
    message: words.title,
    columns: modelColumns(words),
    find: withFirst(rows, () => keep),
    initial: draft.model ?? (isOurs ? primary : formatModelRef(DEFAULT_MODEL_ID)),
    canGoBack,
  });
  if (answer.kind === 'back') return answer;
  prompt.answered(words.title, sanitise(shortRef(answer.value)));
  sayLocked(answer.value, interview);
  return answered({ ...draft, model: answer.value, ...(answer.value !== draft.model && { route: null }) });
};

/** What finds the rows, here and for the fallbacks. */
export function modelRows(
  { model }: Draft,
  { context, system }: Interview,
  catalog: Catalog,
): (typed: string) => Listing<string> {
  const config = context.snapshot.value;
  const configured = context.configured.map(({ id }) => formatModelRef(id));
  return createModelRows({
    catalog,
    config,
    configured: context.configured,
    configuredRefs: [...refsInUse(config), ...configured, ...(model === null ? [] : [model])],
    marks: marksOf(readChain(config), system.words),
    aliases: readAliases(config),
    origin: originOf(catalog, system.clock.now(), system.words),
    words: system.words,
    dash: marks(system.io.unicode).unknown,
  });
}

/** Where nothing is typed, these rows come before the others. */
export function withFirst(
  rows: (typed: string) => Listing<string>,
  first: () => readonly Row<string>[],
): (typed: string) => Listing<string> {
  return (typed) => {
    const listing = rows(typed);
    if (typed.trim() !== '') return listing;
    const own = first();
    return { ...listing, rows: [...own, ...listing.rows], total: listing.total + own.length };
  };
}

function marksOf({ primary, fallbacks }: Chain, { onboarding }: Words): Map<string, string> {
  const marks = new Map(fallbacks.map((ref, index) => [ref, onboarding.model.fallback({ number: index + 1 })]));
  return primary === null ? marks : marks.set(primary, onboarding.current);
}

function keepRow(ref: string, { onboarding }: Words): Row<string> {
  return { value: ref, cells: [sanitise(ref)], mark: onboarding.current, detail: onboarding.model.keep };
}

/** `137 models, live`; `10 built-in models of 2026-08-01: huggingface.co could not be reached`. */
function originOf({ models, source, fetchedAt, reason: whole }: Catalog, now: Date, words: Words): string {
  const reason = inHeading(whole);
  const { live, builtIn, cached } = words.onboarding.model;
  if (models.size === 0 && reason !== null) return say(words.reasons, reason);
  if (source === 'live') return live({ models: models.size });
  if (source === 'builtin') return builtIn({ models: models.size, asOf: BUILT_IN_AS_OF, reason });
  return cached({ models: models.size, age: now.getTime() - Date.parse(fetchedAt ?? ''), reason });
}

/** Without what the network said in detail: the check of the token has said it. */
function inHeading(reason: Reason | null): Reason | null {
  if (reason?.kind !== 'not-fetched' || reason.why.kind !== 'unreachable') return reason;
  return { kind: 'unreached', host: reason.why.host };
}

function sayLocked(ref: string, { system }: Interview): void {
  const { suffix } = parseModelId(modelIdOf(ref) ?? '');
  const { lockedBySpeed, lockedByCost } = system.words.onboarding.model;
  if (suffix === 'fastest') system.io.note(lockedBySpeed);
  if (suffix === 'cheapest') system.io.note(lockedByCost);
}
