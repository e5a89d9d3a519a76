/** The URL itself, as an OSC 8 link where the terminal understands those. */
export function hyperlink(url: string, { hyperlinks }: { hyperlinks: boolean }): string {
  return hyperlinks ? `\u001b]8;;${url}\u001b\\${url}\u001b]8;;\u001b\\` : url;
}
