import type { JsonType } from '../../text/json.ts';
import * as numbers from '../../text/numbers.ts';

const UNKNOWN = '未知';

/** `A、B 或 C`. */
export function anyOf(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return close(`${items.slice(0, -1).join('、')} 或 ${items.at(-1)}`);
}

/** Without the blanks that have Chinese on both sides: what was put into a sentence may be of either script. */
export function close(text: string): string {
  return text.replace(/([\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])/g, '$1');
}

/** What is inside a sentence: with a blank where it begins or ends in Latin. */
export function beside(text: string): string {
  return `${/^[!-~]/.test(text) ? ' ' : ''}${text}${/[!-~]$/.test(text) ? ' ' : ''}`;
}

/** `3 個模型`. */
export function models(amount: number): string {
  return `${amount} 個模型`;
}

const TYPES: Readonly<Record<JsonType, string>> = {
  absent: '不存在',
  null: ' null',
  array: '陣列',
  object: '物件',
  string: '字串',
  number: '數字',
  boolean: '布林值',
};

/** `陣列`, ` null`: as it follows a word of Chinese. */
export function typeName(type: JsonType): string {
  return TYPES[type];
}

/** What a value is: `是陣列`, `不存在`. */
export function isOfType(type: JsonType): string {
  return type === 'absent' ? TYPES.absent : `是${TYPES[type]}`;
}

/** Permission bits as `chmod` takes them: `0600`. */
export function octal(mode: number): string {
  return `0${mode.toString(8)}`;
}

/** `131k`, `未知`. */
export function formatTokens(count: number | null): string {
  return count === null ? UNKNOWN : numbers.formatTokens(count);
}

/** `0.70/2.50` (input/output, USD per million tokens), `免費`, `未知`. */
export function formatPrice(price: { input: number; output: number } | null): string {
  if (price === null) return UNKNOWN;
  return price.input === 0 && price.output === 0 ? '免費' : numbers.formatPrice(price);
}

/** `剛剛`, `5 分鐘前`, `3 小時前`, `2 天前`: rounded down. */
export function formatAge(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return '剛剛';
  if (minutes < 60) return `${minutes} 分鐘前`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} 小時前` : `${Math.floor(hours / 24)} 天前`;
}
