import type { Document } from '../json5/parse.ts';
import type { Range, ValueNode } from '../json5/scan.ts';
import { isSecretKey, MASK, redactTokens } from '../text/redact.ts';

/**
 * A config's text for people's eyes: every string under a key that names a secret, at any depth, is masked, and so is
 * what a comment says behind such a key, and every token's shape. Line ends stay, so that a diff of two such texts
 * shows the lines that differ. By the places where the values stand, because no pattern finds all of them in JSON5.
 */
export function maskSecrets({ text, root, comments }: Document): string {
  const { strings, values } = findSecrets(root, text);
  const masks = [...strings, ...maskComments(comments, values, text)];
  masks.sort((a, b) => a.start - b.start);
  let masked = '';
  let at = 0;
  for (const { start, end, mask } of masks) {
    masked += text.slice(at, start) + mask;
    at = end;
  }
  return redactTokens(masked + text.slice(at));
}

type Mask = Range & { mask: string };

/** The strings to mask, and the whole ranges (from the key on) that comments are masked in. */
function findSecrets(root: ValueNode | null, text: string): { strings: Mask[]; values: Range[] } {
  const strings: Mask[] = [];
  const values: Range[] = [];
  const walk = (node: ValueNode, isSecret: boolean): void => {
    if (node.kind === 'scalar') {
      const quote = text.charAt(node.start);
      const isString = quote === '"' || quote === "'";
      if (isSecret && isString && node.end - node.start > 2)
        strings.push({ start: node.start, end: node.end, mask: quote + MASK + quote });
      return;
    }
    for (const item of node.items) {
      const isNewSecret = !isSecret && 'key' in item && isSecretKey(item.key);
      if (isNewSecret) values.push({ start: item.start, end: item.value.end });
      walk(item.value, isSecret || isNewSecret);
    }
  };
  if (root) walk(root, false);
  return { strings, values };
}

const SECRET_WORD = /[\w$.-]*(?:key|token|secret|password)[\w$.-]*["'`]?\s*[:=]\s*/i;

/** Comments may hold members that were commented out, one of several lines too: comments in a row count as one. */
function maskComments(comments: readonly Range[], values: readonly Range[], text: string): Mask[] {
  const masks: Mask[] = [];
  let isOpen = false;
  let previousEnd = 0;
  for (const { start, end } of comments) {
    const words = text.slice(start, end);
    const goesOn: boolean = isOpen && text.slice(previousEnd, start).trim() === '';
    const isWithin: boolean = goesOn || isInside(values, start);
    const from: number | undefined = isWithin ? 2 : endOf(SECRET_WORD.exec(words));
    isOpen = false;
    previousEnd = end;
    if (from === undefined) continue;
    const isBlock = words.startsWith('/*');
    const to = isBlock ? words.length - 2 : words.length;
    const mask: string = words.slice(from, to).replace(/[^\s{}[\](),:"'`]+/g, MASK);
    masks.push({ start: start + from, end: start + to, mask });
    isOpen = !isBlock && (goesOn ? !/[\]}]/.test(mask) : lacksEnd(mask));
  }
  return masks;
}

function endOf(match: RegExpExecArray | null): number | undefined {
  return match === null ? undefined : match.index + match[0].length;
}

/** `ranges` is in the order of the text, and none lies in another. */
function isInside(ranges: readonly Range[], offset: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.start ?? Number.POSITIVE_INFINITY) <= offset;
}

/** Whether the value of a commented-out member is still to come, or a bracket of it is not closed. */
function lacksEnd(value: string): boolean {
  return value.trim() === '' || count(value, /[[{]/g) > count(value, /[\]}]/g);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
