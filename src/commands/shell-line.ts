import type { Line } from './complete.ts';

/** A command line as bash reads it, up to the cursor: its words without quotes and escapes, the first one left out. */
export function splitLine(line: string, breaks: string): Line {
  const words: string[] = [];
  let word = '';
  let quote = '';
  let isInWord = false;
  let startsQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (quote === '' && /\s/.test(character)) {
      if (isInWord) words.push(word);
      [word, isInWord, startsQuoted] = ['', false, false];
    } else if (quote === '' && (character === '"' || character === "'")) {
      startsQuoted ||= !isInWord;
      [quote, isInWord] = [character, true];
    } else if (character === quote) quote = '';
    else {
      const isEscape = character === '\\' && quote !== "'";
      word += isEscape ? line.charAt(++at) : character;
      isInWord = true;
    }
  }
  const isQuoted = startsQuoted && quote !== '';
  return { words: [...words.slice(1), word], kept: isQuoted ? 0 : keptOf(word, breaks), isQuoted };
}

/** bash replaces only what stands behind the last word break; of these, `:` and `=` occur in our words. */
function keptOf(word: string, breaks: string): number {
  const positions = [':', '='].filter((mark) => breaks.includes(mark)).map((mark) => word.lastIndexOf(mark));
  return Math.max(-1, ...positions) + 1;
}

/** A word, or the end of one, with a backslash before whatever means something to a shell. */
export function escapeWord(word: string): string {
  return word.replace(/[^\w@%+=:,./\u0080-\u{10ffff}-]/gu, '\\$&');
}
