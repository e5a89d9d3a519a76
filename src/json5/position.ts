import type { JsonPath } from '../text/json.ts';
import { type Position, positionAt } from './lines.ts';
import type { Document } from './parse.ts';
import type { ValueNode } from './scan.ts';

/**
 * Line and column (from 1) of the value at a path, whose steps may be indexes of lists; undefined where the document
 * does not state it, as what an included file states. Of duplicate keys the last one counts.
 */
export function positionOf({ root, text }: Document, path: JsonPath): Position | undefined {
  let node: ValueNode | undefined = root ?? undefined;
  for (const step of path) node = node === undefined ? undefined : childOf(node, step);
  return node && positionAt(text, node.start);
}

function childOf(node: ValueNode, step: string): ValueNode | undefined {
  if (node.kind === 'object') return node.items.findLast(({ key }) => key === step)?.value;
  return node.kind === 'array' && /^\d+$/.test(step) ? node.items[Number(step)]?.value : undefined;
}
