import type { ConfigSnapshot } from '../config/read.ts';
import { OpenclawError } from '../errors.ts';
import { applyChanges, type Change } from '../json5/change.ts';
import { edit } from '../json5/edit.ts';
import { parse } from '../json5/parse.ts';
import type { JsonObject, JsonValue } from '../text/json.ts';
import { equalJson, formatPath, valueAt } from '../text/json.ts';

/**
 * The root file's text after the changes. They are edits beside any `$include`; they are right when the effective
 * value is the intended one. Rejects with `config_conflict` where only an included file could make it so.
 */
export function renderChanges(snapshot: ConfigSnapshot, changes: readonly Change[]): string {
  if (changes.length === 0) return snapshot.text;
  const own = applyChanges(snapshot.own, changes);
  const intended = applyChanges(
    snapshot.value,
    changes.map((change) => withResolvedValue(change, snapshot)),
  );
  const effective = snapshot.resolve(own);
  if (!equalJson(effective, intended)) throw outOfReach(changes, effective, intended, snapshot);
  return edit(snapshot.bytes === null ? NEW_DOCUMENT : snapshot.document, own);
}

/** What a new file begins with. */
const NEW_DOCUMENT = parse(
  '// OpenClaw config, made by openclaw-onboard. Comments and order are yours: nothing here is rewritten.\n',
);

/** Values are as they are to be written: `$${X}` stands for the text `${X}`, and `${X}` for a variable. */
function withResolvedValue(change: Change, snapshot: ConfigSnapshot): Change {
  if (!('value' in change)) return change;
  const value: JsonValue = valueAt(snapshot.resolve({ value: change.value }), ['value']) ?? change.value;
  return { ...change, value };
}

function outOfReach(
  changes: readonly Change[],
  effective: JsonObject,
  intended: JsonObject,
  snapshot: ConfigSnapshot,
): OpenclawError {
  const missed = changes.find(({ path }) => !equalJson(valueAt(effective, path), valueAt(intended, path)));
  const path = missed?.path ?? [];
  const file = snapshot.ownerOf(path) ?? snapshot.includedFiles[0] ?? snapshot.path;
  return new OpenclawError(
    'config_conflict',
    `${formatPath(path)} stands in the included file ${file}, which this program never changes. Nothing was changed.`,
    {
      hint: `Change it there by hand, then run the same command again.`,
    },
  );
}
