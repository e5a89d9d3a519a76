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
