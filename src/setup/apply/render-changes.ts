import { explainEdit } from '../../config/read/invalid-text.ts';
import type { ConfigSnapshot } from '../../config/read/read.ts';
import { OpenclawError } from '../../errors.ts';
import { applyChanges, type Change } from '../../json5/change.ts';
import { edit } from '../../json5/edit.ts';
import { parse } from '../../json5/parse.ts';
import type { JsonObject, JsonValue } from '../../text/json.ts';
import { equalJson, formatPath, valueAt } from '../../text/json.ts';

/**
 * The root file's text after the changes. They are edits beside any `$include`; they are right when the effective
 * value is the intended one. Rejects with `config_conflict` where only an included file could make it so.
 */
export function renderChanges(snapshot: ConfigSnapshot, changes: readonly Change[]): string {
  if (changes.length === 0) return snapshot.text;
  try {
    return rendered(snapshot, changes);
  } catch (error) {
    throw explainEdit(error, snapshot.path);
  }
}

function rendered(snapshot: ConfigSnapshot, changes: readonly Change[]): string {
  const own = applyChanges(
    snapshot.own,
    changes.flatMap((change) => [change, ...removalsByVariable(change, snapshot)]),
  );
  const intended = applyChanges(
    snapshot.value,
    changes.map((change) => withResolvedValue(change, snapshot)),
  );
  const effective = snapshot.resolve(own);
  if (!equalJson(effective, intended)) throw outOfReach(changes, effective, intended, snapshot);
  return edit(snapshot.bytes === null ? NEW_DOCUMENT : snapshot.document, own);
}

/** A list's item may be written as a variable: `"${FB}"` goes where what it stands for is to go. */
function removalsByVariable(change: Change, snapshot: ConfigSnapshot): Change[] {
  if (change.op !== 'remove-item') return [];
  const stated = valueAt(snapshot.own, change.path);
  if (!Array.isArray(stated)) return [];
  const meant = resolvedValue(change.value, snapshot);
  // Most items are plain: `change` removes those, and in thousands there is nothing to resolve.
  return stated
    .filter((value) => typeof value !== 'string' || value.includes('$'))
    .filter((value) => equalJson(resolvedValue(value, snapshot), meant))
    .map((value) => ({ ...change, value }));
}

/** What a new file begins with. */
const NEW_DOCUMENT = parse(
  '// OpenClaw config, made by openclaw-onboard. Comments and order are yours: nothing here is rewritten.\n',
);

/** Values are as they are to be written: `$${X}` stands for the text `${X}`, and `${X}` for a variable. */
function withResolvedValue(change: Change, snapshot: ConfigSnapshot): Change {
  // Figures are numbers, and the `id` is the effective one already.
  if (!('value' in change) || change.op === 'update-item') return change;
  return { ...change, value: resolvedValue(change.value, snapshot) };
}

function resolvedValue(value: JsonValue, snapshot: ConfigSnapshot): JsonValue {
  return valueAt(snapshot.resolve({ value }), ['value']) ?? value;
}

function outOfReach(
  changes: readonly Change[],
  effective: JsonObject,
  intended: JsonObject,
  snapshot: ConfigSnapshot,
): OpenclawError {
  const missed = changes.find(({ path }) => !equalJson(valueAt(effective, path), valueAt(intended, path)));
  const path = missed?.path ?? [];
  const file = snapshot.ownerOf(path) ?? snapshot.includedFiles[0];
  const key = formatPath(path);
  return new OpenclawError(
    'config_conflict',
    file === undefined ? { kind: 'set-by-variable', key, path: snapshot.path } : { kind: 'set-in-include', key, file },
    { unchanged: true },
  );
}
