import { type KnownRefs, resolveModelRef } from '../../catalog/resolve-model.ts';
import { OpenclawError } from '../../errors.ts';
import { formatModelRef, shortRef } from '../../text/model-ref.ts';
import type { Note } from '../../words/words.ts';

export type PickedModel = {
  ref: string;
  /** Undefined for another provider's model. */
  id: string | undefined;
  warnings: Note[];
  /** What a flag would be refused with. */
  refusal: 'model_unknown' | 'model_not_served' | null;
};

/**
 * A model that a person chose from a list, or typed there: resolved as `--model` is, but what a flag is refused for is
 * a warning, since a person saw the mark on the row and chose it all the same.
 */
export function resolvePicked(text: string, known: KnownRefs): PickedModel {
  try {
    return { ...resolveModelRef(text, known), refusal: null };
  } catch (error) {
    if (!(error instanceof OpenclawError)) throw error;
    const { code, problem } = error;
    if (code !== 'model_unknown' && code !== 'model_not_served') throw error;
    if (problem.kind !== 'model-unknown' && problem.kind !== 'route-not-served') throw error;
    const id = shortRef(text);
    return { ref: formatModelRef(id), id, warnings: [problem], refusal: code };
  }
}
