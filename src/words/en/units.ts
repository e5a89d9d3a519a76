/** `1 model`, `3 models`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** `A, B or C`. */
export function anyOf(items: readonly string[]): string {
  return joined(items, 'or');
}

/** `A, B and C`. */
export function allOf(items: readonly string[]): string {
  return joined(items, 'and');
}

function joined(items: readonly string[], word: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
