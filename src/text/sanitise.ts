/**
 * Text from outside (the service, the config, the cache, argv) without what could move a cursor, recolour a
 * screen or reverse the reading order: C0 and C1 controls, escape sequences, bidirectional marks, zero-width marks.
 * Line breaks and tabs become one blank, so that the result stays on its line.
 */
export function sanitise(text: string): string {
  return PRINTABLE_ASCII.test(text) ? text : sanitiseUnicode(text);
}

const PRINTABLE_ASCII = /^[ -~]*$/;

/** The same, but a sentence of ours keeps its break marks (U+200B): only for what is wrapped next, which removes them. */
export function sanitiseToWrap(text: string): string {
  return PRINTABLE_ASCII.test(text) ? text : text.split('\u200b').map(sanitiseUnicode).join('\u200b');
}

/** Apart, because regular expressions with `\p{…}` take half a millisecond to build, and ids never need them. */
function sanitiseUnicode(text: string): string {
  /** CSI and OSC sequences, whole, so that no remnant like `[31m` stays behind. */
  const escapeSequence =
    /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?/g;
  const lineBreak = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
  const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
  return text.replace(escapeSequence, '').replace(lineBreak, ' ').replace(unsafe, '');
}

/** Our own marks and dots in ASCII, for a terminal whose locale is not UTF-8; letters from elsewhere stay as they are. */
export function asciiOf(text: string): string {
  return text
    .replaceAll('…', '...')
    .replaceAll('↑↓', 'up/down')
    .replaceAll('↑', '^')
    .replaceAll('↓', 'v')
    .replaceAll(' ·', ',')
    .replaceAll('–', '-');
}

const MARKS = { done: '✔', failed: '✗', active: '❯', hidden: '•', unknown: '–' };
const ASCII_MARKS: typeof MARKS = { done: '*', failed: 'x', active: '>', hidden: '*', unknown: '-' };

/** What the locale can show: before what was done and what failed, at the active row, for a hidden letter, for no value. */
export function marks(unicode: boolean): typeof MARKS {
  return unicode ? MARKS : ASCII_MARKS;
}

/** The URL itself, as an OSC 8 link where the terminal understands those. */
export function hyperlink(url: string, { hyperlinks }: { hyperlinks: boolean }): string {
  return hyperlinks ? `\u001b]8;;${url}\u001b\\${url}\u001b]8;;\u001b\\` : url;
}
