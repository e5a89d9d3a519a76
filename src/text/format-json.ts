/**
 * A value as one line of JSON, exact, in which what a terminal would obey or a reader not see is escaped. JSON itself
 * escapes only the controls below U+0020 and halves of characters.
 */
export function formatJson(value: unknown): string {
  const json = JSON.stringify(value);
  // Most documents are ASCII: of megabytes, looking for more than that would be a tenth of the whole run.
  return /^[ -~]*$/.test(json) ? json : json.replace(UNSAFE, escapedCharacter);
}

const UNSAFE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

function escapedCharacter(character: string): string {
  const codes = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return codes.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('');
}
