import type { JsonPath } from '../text/json.ts';
import type { Document } from './document.ts';
import { Json5SyntaxError } from './json5.ts';
import type { ValueNode } from './scan.ts';

/**
 * Line and column (from 1) of the value at a path, whose steps may be indexes of lists; undefined where the document
 * does not state it, as what an included file states. Of duplicate keys the last one counts.
 */
export function positionOf({ root, text }: Document, path: JsonPath): { line: number; column: number } | undefined {
  let node: ValueNode | undefined = root ?? undefined;
  for (const step of path) node = node === undefined ? undefined : childOf(node, step);
  if (node === undefined) return undefined;
  const { line, column } = new Json5SyntaxError('', text, node.start);
  return { line, column };
}

function childOf(node: ValueNode, step: string): ValueNode | undefined {
  if (node.kind === 'object') return node.items.findLast(({ key }) => key === step)?.value;
  return node.kind === 'array' && /^\d+$/.test(step) ? node.items[Number(step)]?.value : undefined;
}
