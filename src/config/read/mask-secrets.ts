import type { Document } from '../../json5/parse.ts';
import type { Range, ValueNode } from '../../json5/scan.ts';
import { MASK, maskQuoted, redactTokens, type Secrecy, secrecyUnder } from '../../text/redact.ts';
import { isSecretWord, WORD } from './behind-secret.ts';

/**
 * A config's text for people's eyes: every string under a key that names a secret, every value within `headers` and
 * `env`, what a comment says behind such a key, and every token's shape is masked. Line ends stay, so that a diff of two such texts
 * shows the lines that differ. By the places where the values stand, because no pattern finds all of them in JSON5.
 */
export function maskSecrets({ text, root, comments }: Document): string {
  const { values, members } = findSecrets(root, text);
  const masks = [...values, ...maskComments(comments, members, text)];
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

/** The values to mask, and the whole ranges (from the key on) that comments are masked in. */
function findSecrets(root: ValueNode | null, text: string): { values: Mask[]; members: Range[] } {
  const values: Mask[] = [];
  const members: Range[] = [];
  const walk = (node: ValueNode, secrecy: Secrecy): void => {
    if (node.kind === 'scalar') {
      const mask = maskOf(text.slice(node.start, node.end), secrecy);
      if (mask !== undefined) values.push({ start: node.start, end: node.end, mask });
      return;
    }
    for (const item of node.items) {
      const under = 'key' in item ? secrecyUnder(item.key, secrecy) : secrecy;
      if (secrecy === 'nothing' && under !== 'nothing') members.push({ start: item.start, end: item.value.end });
      walk(item.value, under);
    }
  };
  if (root) walk(root, 'nothing');
  return { values, members };
}

/** Undefined for what may be shown: in quotes only what is empty, else words like `true`, and numbers in most places. */
function maskOf(scalar: string, secrecy: Secrecy): string | undefined {
  if (secrecy === 'nothing') return undefined;
  const quote = scalar.charAt(0);
  if (quote === '"' || quote === "'") return scalar.length > 2 ? maskQuoted(scalar) : undefined;
  return secrecy === 'all' && !/^(?:true|false|null)$/.test(scalar) ? MASK : undefined;
}

/** What may part a word from its value. */
const SEPARATOR = /["'`]?\s*(?:[:=;,|>\uff1a\uff1d][:=>]*\s*|(?=["'`\u201c\u201d]))/y;

/** Where the value of the first word that names a secret begins; undefined where none does, as in prose. */
function startOfValue(comment: string): number | undefined {
  if (!isSecretWord(comment)) return undefined;
  for (const match of comment.matchAll(WORD)) {
    SEPARATOR.lastIndex = match.index + match[0].length;
    if (isSecretWord(match[0]) && SEPARATOR.test(comment)) return SEPARATOR.lastIndex;
  }
  return undefined;
}

const VALUE = /"[^"\n]*"|'[^'\n]*'|`[^`\n]*`|[^\s{}[\](),:"'`]+/g;

/** Comments may hold members that were commented out, one of several lines too: comments in a row count as one. */
function maskComments(comments: readonly Range[], members: readonly Range[], text: string): Mask[] {
  const masks: Mask[] = [];
  /** Brackets of a commented-out value that are open; 1 too where the value is still to come. */
  let open = 0;
  let previousEnd = 0;
  for (const { start, end } of comments) {
    const words = text.slice(start, end);
    const isBlock = words.startsWith('/*');
    const goesOn = open > 0 && text.slice(previousEnd, start).trim() === '';
    const from = goesOn || isInside(members, start) ? 2 : startOfValue(words);
    previousEnd = end;
    if (!goesOn) open = 0;
    if (from === undefined) continue;
    const to = isBlock ? words.length - 2 : words.length;
    const mask = words.slice(from, to).replace(VALUE, maskQuoted);
    masks.push({ start: start + from, end: start + to, mask });
    const more = count(mask, /[[{]/g) - count(mask, /[\]}]/g) + (!goesOn && lacksEnd(mask) ? 1 : 0);
    open = isBlock ? 0 : Math.max(0, open + more);
  }
  return masks;
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

/** Whether the value of a commented-out member is still to come, or its string goes on. */
function lacksEnd(mask: string): boolean {
  return mask.trim() === '' || count(mask, /["'`]/g) % 2 === 1;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
