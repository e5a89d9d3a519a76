import type { JsonValue } from '../text/json.ts';
import { extentOf } from './attached-comments.ts';
import { commentsBetween, isLineComment, joinComments } from './comments.ts';
import { type Entry, formatEntries, indentWithin } from './entry.ts';
import { formatValue } from './print.ts';
import type { ContainerNode, Item, Range } from './scan.ts';
import { quoteAt } from './style.ts';
import { layoutWithin, type Source, surroundingsWithin } from './surroundings.ts';
import type { TextEdit } from './text-edit.ts';

/** Another value in the place of an item's value. A string keeps its quotes. */
export function replaceValue(source: Source, container: ContainerNode, item: Item, value: JsonValue): TextEdit {
  const span = item.value;
  const local = surroundingsWithin(source, container).style;
  const quote = quoteAt(source.text, span.start);
  const style = quote === undefined ? local : { ...local, quote };
  const layout = layoutWithin(source, container, value);
  const indent = indentWithin(source, container, span.start);
  return replaceSpan(source, span, indent + style.indent, (inner) =>
    formatValue(value, style, { indent: inner ?? indent, layout, column: indent.length + span.start - item.start }),
  );
}

/** Another entry in the place of an item, whose comments go with it. */
export function replaceEntry(source: Source, container: ContainerNode, item: Item, entry: Entry): TextEdit {
  const indent = indentWithin(source, container, item.start);
  const { start, end } = extentOf(source, container, item, false);
  const content = formatEntries(source, container, [entry], indent).join('') + (item.comma === undefined ? '' : ',');
  return { offset: start, length: end - start, content };
}

/** The comments of what goes stay before what comes, which begins on a line of its own behind a line comment. */
function replaceSpan(
  source: Source,
  span: Range,
  lineStart: string,
  print: (indent: string | undefined) => string,
): TextEdit {
  const { text, comments, style } = source;
  const edit = { offset: span.start, length: span.end - span.start };
  const kept = commentsBetween(comments, span.start, span.end);
  const last = kept.at(-1);
  if (last === undefined) return { ...edit, content: print(undefined) };
  const lineBreak = style.eol + lineStart;
  const lead = joinComments(text, kept, lineBreak);
  return isLineComment(text, last)
    ? { ...edit, content: lead + lineBreak + print(lineStart) }
    : { ...edit, content: `${lead} ${print(undefined)}` };
}
