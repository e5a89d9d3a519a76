import { isAccountName } from '../../text/model-ref.ts';
import { parseAlias, parseValue } from '../flags.ts';
import { InvalidValue, usageError } from '../usage.ts';

export function parseFrom(value: string): string {
  return value === '-' ? value : parseValue(value);
}

/** An unset shell variable leaves an empty value, or the next flag in its place. The value itself is never repeated. */
export function parseKey(value: string): string {
  if (value.trim() === '') throw usageError({ kind: 'empty-key' });
  if (value.startsWith('-') && value !== '-') throw usageError({ kind: 'key-is-a-flag' });
  return value;
}

/** A label may have a `=` of its own. */
export function splitAlias(value: string): { ref: string; label: string } {
  const at = value.indexOf('=');
  const [ref, label] = [value.slice(0, at), value.slice(at + 1)];
  if (at < 0 || ref.trim() === '' || label.trim() === '') throw new InvalidValue('not-an-alias');
  return parseAlias(ref, label);
}

/** It goes into a header: what no organisation is named like is not written. */
export function parseOrg(value: string): string {
  const org = parseValue(value).trim();
  if (!isAccountName(org)) throw new InvalidValue('not-an-organisation');
  return org;
}

export function collect<T>(parse: (value: string) => T): (value: string, previous: T[] | undefined) => T[] {
  return (value, previous = []) => [...previous, parse(value)];
}
