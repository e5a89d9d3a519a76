/** A name made from an id: `deepseek-ai/DeepSeek-R1` -> `DeepSeek R1`, `openai/gpt-oss-20b` -> `Gpt Oss 20b`. */
export function nameFromId(base: string): string {
  const words = base
    .slice(base.lastIndexOf('/') + 1)
    .replace(/-+/g, ' ')
    .trim();
  return words.replace(/(?<=^| )./gu, (letter) => letter.toUpperCase());
}

/** `DeepSeek R1 (fastest)`: the display name of an id with a suffix; the name itself where there is none. */
export function nameWithSuffix(name: string, suffix: string | null): string {
  return suffix === null ? name : `${name} (${suffix})`;
}
