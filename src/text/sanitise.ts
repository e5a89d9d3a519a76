/**
 * Text from outside (the service, the config, the cache, argv) without what could move a cursor, recolour a
 * screen or reverse the reading order: C0 and C1 controls, escape sequences, bidirectional marks, zero-width marks.
 * Line breaks and tabs become one blank, so that the result stays on its line.
 */
export function sanitise(text: string): string {
  return text.replace(ESCAPE_SEQUENCE, '').replace(LINE_BREAK, ' ').replace(UNSAFE, '');
}

/** CSI and OSC sequences, whole, so that no remnant like `[31m` stays behind. */
const ESCAPE_SEQUENCE =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?/g;
const LINE_BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
