import type { JsonType } from '../../text/json.ts';
import { formatPrice, formatTokens } from '../../text/numbers.ts';

/** `모델 3개`. */
export function count(amount: number, what: string): string {
  return `${what} ${amount}개`;
}

/** `경로(설명)`: a line may break before the parenthesis, as a path or an id is long and has no blank. */
export function aside(what: string, note: string): string {
  return `${what}\u200b(${note})`;
}

/** `A, B 또는 C`. */
export function anyOf(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} 또는 ${items.at(-1)}`;
}

const TYPES: Readonly<Record<JsonType, string>> = {
  absent: '없음',
  null: 'null',
  array: '배열',
  object: '객체',
  string: '문자열',
  number: '숫자',
  boolean: '불리언',
};

/** `배열`, `null`: as an item of a list, never before a particle. */
export function typeName(type: JsonType): string {
  return TYPES[type];
}

/** Permission bits as `chmod` takes them: `0600`. */
export function octal(mode: number): string {
  return `0${mode.toString(8)}`;
}

/** `방금`, `5분 전`, `3시간 전`, `2일 전`: how long ago, rounded down. */
export function ageOf(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return '방금';
  if (minutes < 60) return `${minutes}분 전`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours}시간 전` : `${Math.floor(hours / 24)}일 전`;
}

/** `131k`, or `알 수 없음`. */
export function contextOf(tokens: number | null): string {
  return tokens === null ? '알 수 없음' : formatTokens(tokens);
}

/** `0.70/2.50` (input/output, USD per million tokens), `무료`, or `알 수 없음`. */
export function priceOf(price: { input: number; output: number } | null): string {
  if (price === null) return '알 수 없음';
  return price.input === 0 && price.output === 0 ? '무료' : formatPrice(price);
}
