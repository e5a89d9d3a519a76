import { lastBefore } from '../comments.ts';
import { hasLineEnd, lineIndent, lineStart, skipInlineBlanks } from '../lines.ts';
import { type ContainerNode, type Range, scan } from '../scan.ts';
import { splice, type TextEdit } from '../splice.ts';
import type { Original } from '../style/original.ts';
import { LINE_WIDTH } from '../style/print.ts';
import type { Style } from '../style/style.ts';

/**
 * The edits inside an object or array; or, where they would leave it on one line that is too wide, one edit that gives
 * each of its items a line. A line that was too wide already stays one where items only go, or
 * scalars take the places of others.
 */
export function breakWideLine({ text, style }: Original, node: ContainerNode, edits: readonly TextEdit[]): TextEdit[] {
  if (edits.length === 0) return [];
  const column = node.start - lineStart(text, node.start);
  const wasWide = column + node.end - node.start > LINE_WIDTH && !hasLineEnd(text, node.start, node.end);
  const inside = edits.map((edit) => ({ ...edit, offset: edit.offset - node.start }));
  const line = { ...splice(text.slice(node.start, node.end), inside), style };
  if (column + line.text.length <= LINE_WIDTH || hasLineEnd(line.text)) return [...edits];
  const { root } = scan(line.text);
  if (root === null || root.kind === 'scalar') return [...edits];
  const isInsertion = ({ length, content }: TextEdit) => length === 0 && content !== '';
  if (wasWide && !edits.some(isInsertion) && !holdsNewContainer(line, root)) return [...edits];
  const content = formatLines(line, root, lineIndent(text, node.start));
  return [{ offset: node.start, length: node.end - node.start, content }];
}

type Line = { text: string; changed: readonly Range[]; style: Style };

/** An item a line, each as written, with its comments; what changed inside and is too wide still is broken likewise. */
function formatLines(line: Line, node: ContainerNode, indent: string): string {
  const { text, style } = line;
  const inner = indent + style.indent;
  let at = node.start + 1;
  const lines = node.items.map(({ value, comma }) => {
    const start = skipInlineBlanks(text, at);
    at = comma === undefined ? value.end : comma + 1;
    const isTooWide = inner.length + value.end - start > LINE_WIDTH;
    const end = comma === undefined && style.trailingComma ? ',' : text.slice(value.end, at);
    if (!isTooWide || value.kind === 'scalar' || !hasChanged(line, value)) {
      return text.slice(start, value.end) + end;
    }
    return text.slice(start, value.start) + formatLines(line, value, inner) + end;
  });
  const comments = text.slice(at, node.end - 1).trim();
  const body = lines.map((item) => style.eol + inner + item).join('');
  return `${text[node.start]}${body}${comments && ` ${comments}`}${style.eol}${indent}${text[node.end - 1]}`;
}

/** Whether an object or array inside was written anew. */
function holdsNewContainer(line: Line, node: ContainerNode): boolean {
  const isNew = ({ start }: Range) => (lastBefore(line.changed, start + 1)?.end ?? 0) > start;
  return node.items.some(({ value }) => value.kind !== 'scalar' && (isNew(value) || holdsNewContainer(line, value)));
}

function hasChanged({ changed }: Line, { start, end }: Range): boolean {
  return (lastBefore(changed, end)?.end ?? 0) > start;
}
