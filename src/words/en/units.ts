import type { JsonType } from '../../text/json.ts';
import * as numbers from '../../text/numbers.ts';

/** `1 model`, `3 models`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** `A, B or C`. */
export function anyOf(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}

const TYPES: Readonly<Record<JsonType, string>> = {
  absent: 'absent',
  null: 'null',
  array: 'an array',
  object: 'an object',
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
};

/** `an array`, `null`. */
export function typeName(type: JsonType): string {
  return TYPES[type];
}

/** Permission bits as `chmod` takes them: `0600`. */
export function octal(mode: number): string {
  return `0${mode.toString(8)}`;
}

/** `131k`, or `unknown`. */
export function formatTokens(count: number | null): string {
  return count === null ? 'unknown' : numbers.formatTokens(count);
}

/** `0.70/2.50` (input/output, USD per million tokens), `free`, or `unknown`. */
export function formatPrice(price: { input: number; output: number } | null): string {
  if (price === null) return 'unknown';
  return price.input === 0 && price.output === 0 ? 'free' : numbers.formatPrice(price);
}

/** `just now`, `5 min ago`, `3 h ago`, `2 days ago`: rounded down. */
export function formatAge(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}
