const PAGE =
  /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/(?!(?:datasets|spaces|docs|settings)\/)([^/?#\s]+\/[^/?#\s]+)/i;

/** What is typed as an id: that of the model whose page was pasted, or of a ref; everything else as it is. */
export function typedId(typed: string): { text: string; isPage: boolean } {
  const text = typed.trim();
  const page = PAGE.exec(text)?.[1];
  return page === undefined
    ? { text: text.replace(/^huggingface\//, ''), isPage: false }
    : { text: page, isPage: true };
}
