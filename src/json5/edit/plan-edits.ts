import { equalJson, isJsonObject, type JsonObject, type JsonValue } from '../../text/json.ts';
import { lineStart } from '../lines.ts';
import type { Document } from '../parse.ts';
import type { ArrayNode, ContainerNode, Item, Member, ObjectNode } from '../scan.ts';
import type { TextEdit } from '../splice.ts';
import { isOnOneLine, type Original } from '../style/original.ts';
import { formatValue, LINE_WIDTH } from '../style/print.ts';
import { HOUSE_STYLE, styleOfFile } from '../style/style.ts';
import { alignLists, type Step } from './align.ts';
import { breakWideLine } from './break-line.ts';
import { editContainer, holdsNoComment, type Slot } from './edit-container.ts';
import type { NewItem } from './new-item.ts';
import { replaceItem, replaceValue } from './replace.ts';

/** The edits as data, unchecked. Empty where the document's value is the intended one. */
export function planEdits(document: Document, intended: JsonObject): TextEdit[] {
  const { text, value, root, comments } = document;
  if (equalJson(value, intended)) return [];
  if (root === null) return [appendRoot(text, comments.length > 0, intended)];
  const style = styleOfFile(text, root, isJson(text));
  const original: Original = { text, comments, style, surroundings: new WeakMap() };
  if (root.items.length > 0 || comments.some(({ start, end }) => start > root.start && end < root.end)) {
    const edits = compareObjects(original, root, value, intended);
    return isOnOneLine(original, root) && !isMinified(original, root) ? breakWideLine(original, root, edits) : edits;
  }
  const content = formatValue(intended, style, { indent: '', layout: 'lines' });
  return [{ offset: root.start, length: root.end - root.start, content }];
}

function isMinified({ text, style }: Original, root: ObjectNode): boolean {
  return style.gap === '' || root.end - lineStart(text, root.start) > LINE_WIDTH;
}

/** A first object for a text of only white space (which goes, but for a BOM) or comments (which stay). */
function appendRoot(text: string, hasComments: boolean, intended: JsonObject): TextEdit {
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? HOUSE_STYLE.eol;
  const bom = text.startsWith('\ufeff') ? 1 : 0;
  const offset = hasComments ? text.length : bom;
  const lead = hasComments && !/[\r\n]$/.test(text) ? eol : '';
  const object = formatValue(intended, { ...HOUSE_STYLE, eol }, { indent: '', layout: 'lines' });
  return { offset, length: text.length - offset, content: lead + object + eol };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}

/** The edits that turn the object at `node`, whose value is `before`, into `after`. */
function compareObjects(original: Original, node: ObjectNode, before: JsonObject, after: JsonObject): TextEdit[] {
  if (before === after) return [];
  // Of duplicate keys the last one counts.
  const effective = new Map<string, Member>(node.items.map((member) => [member.key, member]));
  const added = Object.entries(after).filter(([key]) => !effective.has(key));
  const entries = added.map(([key, value]): NewItem => ({ key, value }));
  const slots = node.items.map((item): Slot => {
    const value = Object.hasOwn(after, item.key) ? after[item.key] : undefined;
    if (value === undefined) return { kind: 'remove' };
    if (effective.get(item.key) !== item) return { kind: 'keep', edits: [] };
    return { kind: 'keep', edits: compareValues(original, node, item, { before: before[item.key], after: value }) };
  });
  return editContainer(original, node, appendMembers(original, node, slots, entries));
}

/** Where the last member goes and another comes, the new one takes its place, with its comma and its line. */
function appendMembers(original: Original, node: ObjectNode, slots: Slot[], entries: NewItem[]): Slot[] {
  const [first, ...others] = entries;
  const last = node.items.at(-1);
  if (first === undefined) return slots;
  if (last === undefined || slots.at(-1)?.kind !== 'remove') return [...slots, { kind: 'insert', entries }];
  const reused: Slot = { kind: 'keep', edits: replaceItem(original, node, last, first) };
  const kept = [...slots.slice(0, -1), reused];
  return others.length === 0 ? kept : [...kept, { kind: 'insert', entries: others }];
}

function compareArrays(
  original: Original,
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
    return { kind: 'keep', edits: compareValues(original, node, item, { before: before[step.from], after: value }) };
  };
  return editContainer(original, node, alignLists(before, after).map(slotOf));
}

function compareValues(
  original: Original,
  container: ContainerNode,
  item: Item,
  { before, after }: { before: JsonValue | undefined; after: JsonValue },
): TextEdit[] {
  if (Object.is(before, after)) return [];
  const node = item.value;
  const isFilled = node.kind !== 'scalar' && (node.items.length > 0 || !holdsNoComment(original, node));
  if (isFilled && node.kind === 'object' && isJsonObject(before) && isJsonObject(after)) {
    return fitLine(original, container, node, compareObjects(original, node, before, after));
  }
  if (isFilled && node.kind === 'array' && Array.isArray(before) && Array.isArray(after)) {
    return fitLine(original, container, node, compareArrays(original, node, before, after));
  }
  return equalJson(before, after) ? [] : [replaceValue(original, container, item, after)];
}

/** The outermost of what stands on one line, or comes to, decides whether that line breaks. */
function fitLine(original: Original, container: ContainerNode, node: ContainerNode, edits: TextEdit[]): TextEdit[] {
  return isOnOneLine(original, container) ? edits : breakWideLine(original, node, edits);
}
