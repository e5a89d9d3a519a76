import type { ShellName } from './script.ts';

/** The quote that is open at the cursor. */
type Quote = '' | '"' | "'";

/** What stands on the line behind the program's name, the word to complete being the last. */
export type Line = {
  words: string[];
  /** How many characters of the last word the shell keeps: what it does not keep is to be answered in full. */
  kept: number;
  /** How the answer is to be escaped; null where the shell itself does that. */
  quote: Quote | null;
};

/** bash gives the line as it was typed and its word breaks; the others give the words. */
export function lineOf(shell: ShellName, given: readonly string[]): Line {
  if (shell !== 'bash') return { words: given.length === 0 ? [''] : [...given], kept: 0, quote: null };
  const [line = '', breaks = ''] = given;
  return splitLine(line, breaks);
}

/** A command line as bash reads it, up to the cursor: its words without quotes and escapes, the first one left out. */
function splitLine(line: string, breaks: string): Line {
  const words: string[] = [];
  let word = '';
  let quote: Quote = '';
  let isInWord = false;
  let quotedFrom = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (quote === '' && /\s/.test(character)) {
      if (isInWord) words.push(word);
      [word, isInWord] = ['', false];
    } else if (quote === '' && (character === '"' || character === "'")) {
      [quote, isInWord, quotedFrom] = [character, true, word.length];
    } else if (character === quote) quote = '';
    else {
      const isEscape = character === '\\' && quote !== "'";
      word += isEscape ? line.charAt(++at) : character;
      isInWord = true;
    }
  }
  return { words: [...words.slice(1), word], kept: quote === '' ? keptOf(word, breaks) : quotedFrom, quote };
}

/** bash replaces only what stands behind the last word break; of these, `:` and `=` occur in our words. */
function keptOf(word: string, breaks: string): number {
  const positions = [':', '='].filter((mark) => breaks.includes(mark)).map((mark) => word.lastIndexOf(mark));
  return Math.max(-1, ...positions) + 1;
}

/** A word, or the end of one, as it is typed within these quotes, or without: the shell must read just this text. */
export function escapeWord(word: string, quote: Quote): string {
  if (quote === "'") return word.replaceAll("'", "'\\''");
  return word.replace(quote === '"' ? /[$`"\\]/g : /[^\w@%+=:,./\u0080-\u{10ffff}-]/gu, '\\$&');
}
