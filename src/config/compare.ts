import { equalJson, isJsonObject, type JsonObject, type JsonValue } from '../text/json.ts';
import { alignLists, type Step } from './align.ts';
import { breakWideLine } from './break-line.ts';
import { editItems, holdsNoComment, type Slot } from './edit-items.ts';
import type { Entry } from './entry.ts';
import { replaceEntry, replaceValue } from './replace.ts';
import type { ArrayNode, ContainerNode, Item, Member, ObjectNode } from './scan.ts';
import { isOnOneLine, type Source } from './surroundings.ts';
import type { TextEdit } from './text-edit.ts';

/** The edits that turn the object at `node`, whose value is `before`, into `after`. */
export function compareObjects(source: Source, node: ObjectNode, before: JsonObject, after: JsonObject): TextEdit[] {
  if (before === after) return [];
  // Of duplicate keys the last one counts.
  const effective = new Map<string, Member>(node.items.map((member) => [member.key, member]));
  const added = Object.entries(after).filter(([key]) => !effective.has(key));
  const entries = added.map(([key, value]): Entry => ({ key, value }));
  const slots = node.items.map((item): Slot => {
    const value = Object.hasOwn(after, item.key) ? after[item.key] : undefined;
    if (value === undefined) return { kind: 'remove' };
    if (effective.get(item.key) !== item) return { kind: 'keep', edits: [] };
    return { kind: 'keep', edits: compareValues(source, node, item, before[item.key], value) };
  });
  return editItems(source, node, appendEntries(source, node, slots, entries));
}

/** Where the last member goes and another comes, the new one takes its place, with its comma and its line. */
function appendEntries(source: Source, node: ObjectNode, slots: Slot[], entries: Entry[]): Slot[] {
  const [first, ...others] = entries;
  const last = node.items.at(-1);
  if (first === undefined) return slots;
  if (last === undefined || slots.at(-1)?.kind !== 'remove') return [...slots, { kind: 'insert', entries }];
  const reused: Slot = { kind: 'keep', edits: [replaceEntry(source, node, last, first)] };
  const kept = [...slots.slice(0, -1), reused];
  return others.length === 0 ? kept : [...kept, { kind: 'insert', entries: others }];
}

function compareArrays(
  source: Source,
  node: ArrayNode,
  before: readonly JsonValue[],
  after: readonly JsonValue[],
): TextEdit[] {
  const slotOf = (step: Step): Slot => {
    if (step.kind === 'remove') return { kind: 'remove' };
    if (step.kind === 'insert') {
      const entries = after.slice(step.to, step.toEnd).map((value) => ({ key: undefined, value }));
      return { kind: 'insert', entries };
    }
    const item = node.items[step.from];
    const value = step.kind === 'replace' ? after[step.to] : undefined;
    if (item === undefined || value === undefined) return { kind: 'keep', edits: [] };
    return { kind: 'keep', edits: compareValues(source, node, item, before[step.from], value) };
  };
  return editItems(source, node, alignLists(before, after).map(slotOf));
}

function compareValues(
  source: Source,
  container: ContainerNode,
  item: Item,
  before: JsonValue | undefined,
  after: JsonValue,
): TextEdit[] {
  if (Object.is(before, after)) return [];
  const node = item.value;
  const isFilled = node.kind !== 'scalar' && (node.items.length > 0 || !holdsNoComment(source, node));
  if (isFilled && node.kind === 'object' && isJsonObject(before) && isJsonObject(after)) {
    return fitLine(source, container, node, compareObjects(source, node, before, after));
  }
  if (isFilled && node.kind === 'array' && Array.isArray(before) && Array.isArray(after)) {
    return fitLine(source, container, node, compareArrays(source, node, before, after));
  }
  return equalJson(before, after) ? [] : [replaceValue(source, container, item, after)];
}

/** The outermost of what stands on one line decides whether that line breaks. */
function fitLine(source: Source, container: ContainerNode, node: ContainerNode, edits: TextEdit[]): TextEdit[] {
  const isOutermost = isOnOneLine(source, node) && !isOnOneLine(source, container);
  return isOutermost ? breakWideLine(source, node, edits) : edits;
}
