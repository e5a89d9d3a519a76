/** Characters. A comparison takes time by the product of both lengths, and a file of answers may have 1 MB. */
const LONGEST_NAME = 1000;

/**
 * The candidates nearest to a text by edit distance without case, best first; by default only those that could be
 * meant, at most 4 of 10 letters away. None of a text that is longer than any name.
 */
export function nearest(text: string, candidates: readonly string[], count: number, farthest?: number): string[] {
  if (text.length > LONGEST_NAME) return [];
  const wanted = text.toLowerCase();
  const limit = farthest ?? Math.max(2, Math.ceil(wanted.length * 0.4));
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(wanted, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate, 'en'))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, at(row, j) + 1, at(next, j - 1) + 1));
    }
    row = next;
  }
  return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
