import { commentsBetween } from './comments.ts';
import type { Entry } from './entry.ts';
import { insertAfter, insertBehindComments, insertFirst } from './insert-items.ts';
import { removeComma, removeItem } from './remove-item.ts';
import type { ContainerNode } from './scan.ts';
import type { Source } from './surroundings.ts';
import type { TextEdit } from './text-edit.ts';

/**
 * What becomes of each item of an object or array, in their order, with what is new between them. New entries never
 * follow a removed item.
 */
export type Slot =
  | { kind: 'keep'; edits: readonly TextEdit[] }
  | { kind: 'remove' }
  | { kind: 'insert'; entries: readonly Entry[] };

/** The edits for all slots of one object or array that has items or comments inside. */
export function editItems(source: Source, node: ContainerNode, slots: readonly Slot[]): TextEdit[] {
  if (slots.length > 0 && slots.every((slot) => slot.kind === 'remove') && holdsNoComment(source, node)) {
    return [{ offset: node.start + 1, length: node.end - node.start - 2, content: '' }];
  }
  const comma = leftOverComma(node, slots);
  const commaEdit = comma === undefined ? [] : [removeComma(source, comma)];
  let passed = 0;
  const edits = slots.flatMap((slot) => {
    if (slot.kind === 'insert') return insertEntries(source, node, passed, slot.entries);
    const item = node.items[passed];
    const previous = node.items[passed - 1];
    passed++;
    if (slot.kind === 'keep') return slot.edits;
    if (item === undefined) return [];
    return [removeItem(source, node, item, previous?.comma === comma ? comma : undefined)];
  });
  return [...edits, ...commaEdit];
}

export function holdsNoComment(source: Source, node: ContainerNode): boolean {
  return commentsBetween(source.comments, node.start, node.end).length === 0;
}

function insertEntries(source: Source, node: ContainerNode, passed: number, entries: readonly Entry[]): TextEdit[] {
  if (node.items.length === 0) return insertBehindComments(source, node, entries);
  return passed === 0 ? insertFirst(source, node, entries) : insertAfter(source, node, passed - 1, entries);
}

/** The comma that would become a trailing one, where the last items go and the very last had none. */
function leftOverComma(node: ContainerNode, slots: readonly Slot[]): number | undefined {
  if (slots.at(-1)?.kind !== 'remove' || node.items.at(-1)?.comma !== undefined) return undefined;
  const fates = slots.filter((slot) => slot.kind !== 'insert');
  return node.items[fates.findLastIndex((slot) => slot.kind === 'keep')]?.comma;
}
