import type { JsonType } from '../../text/json.ts';

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
