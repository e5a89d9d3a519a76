/**
 * A value as one line of JSON, exact, in which what a terminal would obey or a reader not see is escaped. JSON itself
 * escapes only the controls below U+0020 and halves of characters.
 */
export function formatJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (character) =>
    [...Array(character.length).keys()].map((index) => escaped(character.charCodeAt(index))).join(''),
  );
}

const UNSAFE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

function escaped(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
