import stringWidth from 'fast-string-width';

/**
 * A sentence broken between words to lines of at most `columns` cells, the further ones indented. A word that is
 * wider than a line (a path, a URL, a model id) is left whole: the terminal breaks it, and copying keeps it.
 */
export function wrapWords(text: string, columns: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line.trim() !== '' && stringWidth(longer) > columns) {
      lines.push(line);
      line = indent + word;
    } else line = longer;
  }
  return [...lines, line].join('\n');
}
