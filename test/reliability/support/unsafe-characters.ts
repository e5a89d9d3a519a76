/** C0 and C1 controls but line feed, carriage return before it and tab; bidirectional and zero-width marks; lone surrogates. */
const UNSAFE =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\r(?!\n)/gu;

/** What a terminal would obey, or a reader not see, as `U+001B`. */
export function unsafeCharactersIn(text: string): string[] {
  const found = text.match(UNSAFE) ?? [];
  return [...new Set(found.map((character) => `U+${character.charCodeAt(0).toString(16).padStart(4, '0')}`))];
}
