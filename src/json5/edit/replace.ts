import type { JsonValue } from '../../text/json.ts';
import { commentsBetween, isLineComment, joinComments } from '../comments.ts';
import type { ContainerNode, Item, Range } from '../scan.ts';
import type { TextEdit } from '../splice.ts';
import { layoutWithin, type Original, surroundingsWithin } from '../style/original.ts';
import { formatValue } from '../style/print.ts';
import { quoteAt } from '../style/style.ts';
import { extentOf } from './attached-comments.ts';
import { formatNewItems, indentWithin, type NewItem } from './new-item.ts';
import { deletion } from './remove-item.ts';

/** Another value in the place of an item's value. A string keeps its quotes. */
export function replaceValue(original: Original, container: ContainerNode, item: Item, value: JsonValue): TextEdit {
  const span = item.value;
  const local = surroundingsWithin(original, container).style;
  const quote = quoteAt(original.text, span.start);
  const style = quote === undefined ? local : { ...local, quote };
  const layout = layoutWithin(original, container, value);
  const indent = indentWithin(original, container, span.start);
  return replaceSpan(original, span, indent + style.indent, (inner) =>
    formatValue(value, style, { indent: inner ?? indent, layout, column: indent.length + span.start - item.start }),
  );
}

/** Another entry in the place of an item, whose comments go with it. */
export function replaceItem(original: Original, container: ContainerNode, item: Item, entry: NewItem): TextEdit[] {
  const indent = indentWithin(original, container, item.start);
  const extent = extentOf(original, container, item, false);
  const content = formatNewItems(original, container, [entry], indent).join('');
  const valueEnd = item.value.end;
  const behind = item.comma === undefined ? valueEnd : item.comma + 1;
  const hasCommentBeforeComma = commentsBetween(original.comments, valueEnd, behind).length > 0;
  return [
    { offset: extent.start, length: valueEnd - extent.start, content },
    ...(hasCommentBeforeComma ? [deletion(valueEnd, behind - 1)] : []),
    deletion(behind, extent.end),
  ];
}

/** The comments of what goes stay before what comes, which begins on a line of its own behind a line comment. */
function replaceSpan(
  original: Original,
  span: Range,
  lineStart: string,
  print: (indent: string | undefined) => string,
): TextEdit {
  const { text, comments, style } = original;
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
