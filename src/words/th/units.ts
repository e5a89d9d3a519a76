import type { JsonType } from '../../text/json.ts';
import * as numbers from '../../text/numbers.ts';

/** What follows a word of Thai: with a blank where it begins in Latin. */
export function beside(text: string): string {
  return /^[\u0e00-\u0e7f]/.test(text) ? text : ` ${text}`;
}

/** `A, B หรือ C`. */
export function anyOf(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} หรือ${beside(items.at(-1) ?? '')}`;
}

const TYPES: Readonly<Record<JsonType, string>> = {
  absent: 'ไม่มีค่า',
  null: 'null',
  array: 'array',
  object: 'object',
  string: 'ข้อความ',
  number: 'ตัวเลข',
  boolean: 'boolean',
};

/** What a value is: `เป็นข้อความ`, `เป็น array`, `ไม่มีค่า`. */
export function isOfType(type: JsonType): string {
  return type === 'absent' ? TYPES.absent : `เป็น${beside(TYPES[type])}`;
}

/** Permission bits as `chmod` takes them: `0600`. */
export function octal(mode: number): string {
  return `0${mode.toString(8)}`;
}

/** How long ago, rounded down; follows เมื่อ. */
export function formatAge(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return 'สักครู่นี้';
  if (minutes < 60) return ` ${minutes} นาทีที่แล้ว`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? ` ${hours} ชั่วโมงที่แล้ว` : ` ${Math.floor(hours / 24)} วันที่แล้ว`;
}

export function formatTokens(count: number | null): string {
  return count === null ? 'ไม่ทราบ' : numbers.formatTokens(count);
}

/** Input/output, USD per million tokens. */
export function formatPrice(price: { input: number; output: number } | null): string {
  if (price === null) return 'ไม่ทราบ';
  return price.input === 0 && price.output === 0 ? 'ฟรี' : numbers.formatPrice(price);
}

/** `30m` as `30 นาที`, which no line ends in; another span as it is written. */
export function span(every: string): string {
  return every.replace(/^(\d+)m$/, '$1\u00a0นาที').replace(/^(\d+)h$/, '$1\u00a0ชั่วโมง');
}
