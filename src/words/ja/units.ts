import type { JsonType } from '../../text/json.ts';
import { formatPrice, formatTokens } from '../../text/numbers.ts';

/** `3件`. */
export function count(amount: number): string {
  return `${amount}件`;
}

/** `A、B または C`. */
export function anyOf(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join('、')} または ${items.at(-1)}`;
}

/** `たった今`, `5分前`, `3時間前`, `2日前`: how long ago, rounded down, from milliseconds. */
export function ago(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return 'たった今';
  if (minutes < 60) return `${minutes}分前`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours}時間前` : `${Math.floor(hours / 24)}日前`;
}

/** `131k`, `不明`. */
export function contextOf(tokens: number | null): string {
  return tokens === null ? '不明' : formatTokens(tokens);
}

/** `0.70/2.50` (input/output, USD per million tokens), `無料`, `不明`. */
export function priceOf(price: { input: number; output: number } | null): string {
  if (price === null) return '不明';
  return price.input === 0 && price.output === 0 ? '無料' : formatPrice(price);
}

/** A text before a Japanese particle: a space behind it where it ends in a Latin letter, a digit or a sign. */
export function spaced(text: string): string {
  return /[!-~…]$/.test(text) ? `${text} ` : text;
}

const TYPES: Readonly<Record<JsonType, string>> = {
  absent: '未設定',
  null: ' null ',
  array: '配列',
  object: 'オブジェクト',
  string: '文字列',
  number: '数値',
  boolean: '真偽値',
};

/** `配列`, ` null `. */
export function typeName(type: JsonType): string {
  return TYPES[type];
}
