/** A unified diff of two texts with three lines of context; the empty text stands for a file that does not exist. */
export async function unifiedDiff(path: string, before: string, after: string): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  const from = before === '' ? '/dev/null' : path;
  const headerOptions = FILE_HEADERS_ONLY;
  return createTwoFilesPatch(from, path, before, after, undefined, undefined, { context: 3, headerOptions });
}
