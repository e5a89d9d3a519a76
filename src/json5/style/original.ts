import type { JsonValue } from '../../text/json.ts';
import { hasBlankLine } from '../comments.ts';
import { hasLineEnd } from '../lines.ts';
import type { ContainerNode, Range, ValueNode } from '../scan.ts';
import { hasOnlyScalars, type Layout } from './print.ts';
import { type Style, styleWithin } from './style.ts';

/** What every part of an edit needs to know of the file. */
export type Original = {
  text: string;
  comments: readonly Range[];
  style: Style;
  /** Looked at once for each container, so that many edits inside one stay linear. */
  surroundings: WeakMap<ContainerNode, Surroundings>;
};

/** What the items of one object or array suggest for a new one. */
export type Surroundings = {
  style: Style;
  /** Whether all of it stands on one line. */
  isOneLine: boolean;
  /** Whether blank lines part more of its items than not. */
  isParted: boolean;
  /** How the last item of each shape is laid out. */
  layouts: ReadonlyMap<Shape, Layout>;
};

type Shape = 'scalar' | 'flat object' | 'deep object' | 'flat array' | 'deep array';

export function surroundingsWithin(original: Original, container: ContainerNode): Surroundings {
  const known = original.surroundings.get(container);
  if (known !== undefined) return known;
  const { text } = original;
  const layouts = new Map<Shape, Layout>();
  for (const { value } of container.items) {
    if (value.kind === 'scalar' || value.items.length === 0) continue;
    layouts.set(shapeOfNode(value), hasLineEnd(text, value.start, value.end) ? 'lines' : 'fit');
  }
  const found: Surroundings = {
    style: styleWithin(original.style, text, container),
    isOneLine: !hasLineEnd(text, container.start, container.end),
    isParted: isParted(original, container),
    layouts,
  };
  original.surroundings.set(container, found);
  return found;
}

function isParted({ text, comments }: Original, { items }: ContainerNode): boolean {
  const parted = items.filter((item, index) => {
    const previous = items[index - 1];
    return previous !== undefined && hasBlankLine(text, comments, previous.value.end, item.start);
  });
  return parted.length * 2 > items.length - 1;
}

export function isOnOneLine(original: Original, container: ContainerNode): boolean {
  return surroundingsWithin(original, container).isOneLine;
}

/** A container on one line stays so; else a new value is laid out like the last one of its shape beside it. */
export function layoutWithin(original: Original, container: ContainerNode, value: JsonValue): Layout {
  const { isOneLine, layouts } = surroundingsWithin(original, container);
  return isOneLine ? 'one-line' : (layouts.get(shapeOfValue(value)) ?? 'auto');
}

function shapeOfNode(node: ValueNode): Shape {
  if (node.kind === 'scalar') return 'scalar';
  const isFlat = node.items.every((item) => item.value.kind === 'scalar');
  return `${isFlat ? 'flat' : 'deep'} ${node.kind}`;
}

function shapeOfValue(value: JsonValue): Shape {
  if (typeof value !== 'object' || value === null) return 'scalar';
  return `${hasOnlyScalars(value) ? 'flat' : 'deep'} ${Array.isArray(value) ? 'array' : 'object'}`;
}
