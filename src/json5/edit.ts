import { equalJson, isJsonObject, type JsonObject } from '../text/json.ts';
import { applyChanges, type Change } from './change.ts';
import { planEdits } from './edit/plan-edits.ts';
import { WrongEditError } from './errors.ts';
import { type Document, parse } from './parse.ts';
import { parseThoroughly } from './parse-json5.ts';
import { splice } from './splice.ts';

/**
 * The text with the fewest changes that make it mean what is intended: a value, or changes to the one it has. The very
 * same string where it does already. Throws what `parse` and `applyChanges` throw, and `WrongEditError`.
 */
export function edit(original: string | Document, target: JsonObject | readonly Change[]): string {
  const document = typeof original === 'string' ? parse(original) : original;
  const intended = isJsonObject(target) ? target : applyChanges(document.value, target);
  const edits = planEdits(document, intended);
  if (edits.length === 0) return document.text;
  const { text } = splice(document.text, edits);
  if (!means(text, intended)) throw new WrongEditError();
  return text;
}

function means(text: string, intended: JsonObject): boolean {
  try {
    return equalJson(parseThoroughly(text), intended);
  } catch {
    return false;
  }
}
