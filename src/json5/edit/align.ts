import { equalJson, type JsonValue } from '../../text/json.ts';

/** How a list becomes another: `from` counts in the old one, `to` (up to, not including, `toEnd`) in the new one. */
export type Step =
  | { kind: 'keep'; from: number }
  | { kind: 'replace'; from: number; to: number }
  | { kind: 'remove'; from: number }
  | { kind: 'insert'; to: number; toEnd: number };

/** Above this many comparisons the elements between common ends are paired in order: right still, only less fine. */
const MAX_COMPARISONS = 1_000_000;

/**
 * Elements equal at both ends are kept, then the longest common subsequence of what lies between; each gap that is
 * left is replaced pairwise, and its rest removed or inserted. An insert therefore never follows a removed element.
 */
export function alignLists(before: readonly JsonValue[], after: readonly JsonValue[]): Step[] {
  const steps: Step[] = [];
  let start: Anchor = [0, 0];
  for (const anchor of findAnchors(before, after)) {
    bridgeGap(steps, start, anchor);
    const [from, to] = anchor;
    steps.push({ kind: 'keep', from });
    start = [from + 1, to + 1];
  }
  bridgeGap(steps, start, [before.length, after.length]);
  return steps;
}

/** Index pairs of equal elements, rising on both sides. */
type Anchor = [from: number, to: number];

function findAnchors(before: readonly JsonValue[], after: readonly JsonValue[]): Anchor[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && equalJson(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && equalJson(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const between = commonSubsequence(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return [
    ...Array.from({ length: head }, (_, i): Anchor => [i, i]),
    ...between.map(([a, b]): Anchor => [a + head, b + head]),
    ...Array.from({ length: tail }, (_, i): Anchor => [before.length - tail + i, after.length - tail + i]),
  ];
}

function bridgeGap(steps: Step[], [from, to]: Anchor, [fromEnd, toEnd]: Anchor): void {
  const pairs = Math.min(fromEnd - from, toEnd - to);
  for (let i = 0; i < pairs; i++) steps.push({ kind: 'replace', from: from + i, to: to + i });
  for (let i = from + pairs; i < fromEnd; i++) steps.push({ kind: 'remove', from: i });
  if (to + pairs < toEnd) steps.push({ kind: 'insert', to: to + pairs, toEnd });
}

/** A longest common subsequence, by the textbook table. */
function commonSubsequence(before: readonly JsonValue[], after: readonly JsonValue[]): Anchor[] {
  const width = after.length + 1;
  if (before.length * after.length === 0 || before.length * after.length > MAX_COMPARISONS) return [];
  const lengths = new Uint32Array((before.length + 1) * width);
  const lengthAt = (a: number, b: number) => lengths[a * width + b] ?? 0;
  const isEqual = new Uint8Array(lengths.length);
  for (let a = before.length - 1; a >= 0; a--) {
    for (let b = after.length - 1; b >= 0; b--) {
      const equal = equalJson(before[a], after[b]);
      isEqual[a * width + b] = equal ? 1 : 0;
      lengths[a * width + b] = equal ? lengthAt(a + 1, b + 1) + 1 : Math.max(lengthAt(a + 1, b), lengthAt(a, b + 1));
    }
  }
  const pairs: Anchor[] = [];
  for (let a = 0, b = 0; a < before.length && b < after.length; ) {
    if (isEqual[a * width + b] === 1) pairs.push([a++, b++]);
    else if (lengthAt(a + 1, b) >= lengthAt(a, b + 1)) a++;
    else b++;
  }
  return pairs;
}
