import { OpenclawError } from '../errors.ts';
import { equalJson, type JsonObject } from '../text/json.ts';
import { breakWideLine } from './break-line.ts';
import { compareObjects } from './compare.ts';
import type { Document } from './document.ts';
import { parseJson5 } from './json5.ts';

import { lineStart } from './layout.ts';
import { formatValue, LINE_WIDTH } from './print.ts';
import type { ObjectNode } from './scan.ts';
import { HOUSE_STYLE, styleOfFile } from './style.ts';
import { isOnOneLine, type Source } from './surroundings.ts';
import { splice, type TextEdit } from './text-edit.ts';

/**
 * The document's text with the fewest changes that make it mean `intended`; the very same string where it does
 * already. Throws `unexpected` where the edited text would mean anything else: better no edit than a wrong one.
 */
export function editDocument(document: Document, intended: JsonObject): string {
  const edits = planEdits(document, intended);
  if (edits.length === 0) return document.text;
  const { text } = splice(document.text, edits);
  if (!means(text, intended)) {
    throw new OpenclawError('unexpected', 'refusing to write: the edited config would not say what was intended', {
      hint: 'Nothing was written. This is a fault of this program; please report it.',
    });
  }
  return text;
}

/** The edits as data, unchecked. Empty where the document's value is the intended one. */
export function planEdits(document: Document, intended: JsonObject): TextEdit[] {
  const { text, value, root, comments } = document;
  if (equalJson(value, intended)) return [];
  if (root === null) return [appendRoot(text, comments.length > 0, intended)];
  const style = styleOfFile(text, root, isJson(text));
  const source: Source = { text, comments, style, surroundings: new WeakMap() };
  if (root.items.length > 0 || comments.some(({ start, end }) => start > root.start && end < root.end)) {
    const edits = compareObjects(source, root, value, intended);
    return isOnOneLine(source, root) && !isMinified(source, root) ? breakWideLine(source, root, edits) : edits;
  }
  const content = formatValue(intended, style, { indent: '', layout: 'lines' });
  return [{ offset: root.start, length: root.end - root.start, content }];
}

function isMinified({ text, style }: Source, root: ObjectNode): boolean {
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

function means(text: string, intended: JsonObject): boolean {
  try {
    return equalJson(parseJson5(text), intended);
  } catch {
    return false;
  }
}
