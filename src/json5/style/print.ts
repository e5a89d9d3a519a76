import type { JsonObject, JsonValue } from '../../text/json.ts';
import { canBeBare } from '../lexemes.ts';
import type { Quote, Style } from './style.ts';

/**
 * How a value's outermost object or array is laid out: on one line in any case, on one line if it fits, with one item
 * per line, or as the style has it (`auto`: on one line what has only scalars inside and fits).
 */
export type Layout = 'one-line' | 'fit' | 'lines' | 'auto';

/** Where printed text goes: the indentation of the line it starts on, and how much of that line is taken. */
export type Place = { indent: string; layout: Layout; column?: number };

/** Where what fits is printed on one line, it fits up to here. */
export const LINE_WIDTH = 100;

/** `key: value` as JSON5 in the file's style. */
export function formatMember(key: string, value: JsonValue, style: Style, place: Place): string {
  const name = style.bareKeys && canBeBare(key) ? key : formatString(key, style.keyQuote);
  const label = `${name}:${style.gap}`;
  const column = (place.column ?? place.indent.length) + label.length;
  return label + formatValue(value, style, { ...place, column });
}

/** A value as JSON5 in the file's style. What is printed over several lines ends at `place.indent`. */
export function formatValue(value: JsonValue, style: Style, place: Place): string {
  if (typeof value === 'string') return formatString(value, style.quote);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  const count = Array.isArray(value) ? value.length : Object.keys(value).length;
  if (count === 0) return Array.isArray(value) ? '[]' : '{}';
  if (place.layout === 'one-line') return formatOneLine(value, style);
  if (place.layout === 'fit' || (place.layout === 'auto' && isCompact(value, style))) {
    const oneLine = formatOneLine(value, style);
    if ((place.column ?? 0) + oneLine.length <= LINE_WIDTH) return oneLine;
  }
  return formatLines(value, style, place.indent);
}

/** A string with JSON's escapes, which JSON5 shares; the line separators too, which json5 warns about. */
function formatString(text: string, quote: Quote): string {
  const escaped = JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  if (quote === '"') return escaped;
  return `'${escaped.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

export function hasOnlyScalars(value: JsonValue[] | JsonObject): boolean {
  return Object.values(value).every((item) => typeof item !== 'object' || item === null);
}

function isCompact(value: JsonValue[] | JsonObject, style: Style): boolean {
  const wanted = Array.isArray(value) ? style.compactArrays : style.compactObjects;
  return wanted && hasOnlyScalars(value);
}

function formatOneLine(value: JsonValue[] | JsonObject, style: Style): string {
  const parts = formatItems(value, style, { indent: '', layout: 'one-line' }).join(`,${style.gap}`);
  return Array.isArray(value) ? `[${parts}]` : `{${style.padding}${parts}${style.padding}}`;
}

function formatLines(value: JsonValue[] | JsonObject, style: Style, indent: string): string {
  const inner = indent + style.indent;
  const lines = formatItems(value, style, { indent: inner, layout: 'auto' }).map((item) => style.eol + inner + item);
  const body = lines.join(',') + (style.trailingComma ? ',' : '') + style.eol + indent;
  return Array.isArray(value) ? `[${body}]` : `{${body}}`;
}

function formatItems(value: JsonValue[] | JsonObject, style: Style, place: Place): string[] {
  const at = { ...place, column: place.indent.length };
  if (Array.isArray(value)) return value.map((item) => formatValue(item, style, at));
  return Object.entries(value).map(([key, member]) => formatMember(key, member, style, at));
}
