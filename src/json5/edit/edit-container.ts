import { commentsBetween } from '../comments.ts';
import type { ContainerNode, Range } from '../scan.ts';
import type { TextEdit } from '../splice.ts';
import type { Original } from '../style/original.ts';
import { extentOf } from './attached-comments.ts';
import { insertAfter, insertBehindComments, insertFirst } from './insert-items.ts';
import type { NewItem } from './new-item.ts';
import { deletion, removeComma, removeItem } from './remove-item.ts';

/**
 * What becomes of each item of an object or array, in their order, with what is new between them. New entries never
 * follow a removed item.
 */
export type Slot =
  | { kind: 'keep'; edits: readonly TextEdit[] }
  | { kind: 'remove' }
  | { kind: 'insert'; entries: readonly NewItem[] };

/** The edits for all slots of one object or array that has items or comments inside. */
export function editContainer(original: Original, node: ContainerNode, slots: readonly Slot[]): TextEdit[] {
  if (slots.length > 0 && slots.every((slot) => slot.kind === 'remove')) return removeAll(original, node);
  const comma = leftOverComma(node, slots);
  const commaEdit = comma === undefined ? [] : [removeComma(original, comma)];
  let passed = 0;
  let previousStays = true;
  const edits = slots.flatMap((slot) => {
    if (slot.kind === 'insert') return insertItems(original, node, passed, slot.entries);
    const item = node.items[passed];
    const previous = node.items[passed - 1];
    passed++;
    const isAlone = previousStays;
    previousStays = slot.kind === 'keep';
    if (slot.kind === 'keep') return slot.edits;
    if (item === undefined) return [];
    const leadingComma = previous?.comma === comma ? comma : undefined;
    return [
      removeItem(original, node, {
        extent: extentOf(original, node, item, false),
        leadingComma,
        previousStays: isAlone,
      }),
    ];
  });
  return [...edits, ...commaEdit];
}

/** Nothing is left between the brackets where no comment stays. */
function removeAll(original: Original, node: ContainerNode): TextEdit[] {
  const countIn = ({ start, end }: Range) => commentsBetween(original.comments, start, end).length;
  const extents = node.items.map((item) => extentOf(original, node, item, true));
  const leaving = extents.reduce((sum, extent) => sum + countIn(extent), 0);
  if (leaving === countIn(node)) return [deletion(node.start + 1, node.end - 1)];
  return extents.map((extent) => removeItem(original, node, { extent }));
}

export function holdsNoComment(original: Original, node: ContainerNode): boolean {
  return commentsBetween(original.comments, node.start, node.end).length === 0;
}

function insertItems(original: Original, node: ContainerNode, passed: number, entries: readonly NewItem[]): TextEdit[] {
  if (node.items.length === 0) return insertBehindComments(original, node, entries);
  return passed === 0 ? insertFirst(original, node, entries) : insertAfter(original, node, passed - 1, entries);
}

/** The comma that would become a trailing one, where the last items go and the very last had none. */
function leftOverComma(node: ContainerNode, slots: readonly Slot[]): number | undefined {
  if (slots.at(-1)?.kind !== 'remove' || node.items.at(-1)?.comma !== undefined) return undefined;
  const fates = slots.filter((slot) => slot.kind !== 'insert');
  return node.items[fates.findLastIndex((slot) => slot.kind === 'keep')]?.comma;
}
