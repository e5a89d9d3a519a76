/** A name made from an id: `deepseek-ai/DeepSeek-R1` -> `DeepSeek R1`, `openai/gpt-oss-20b` -> `Gpt Oss 20b`. */
export function nameFromId(base: string): string {
  return base
    .slice(base.lastIndexOf('/') + 1)
    .split('-')
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

/** `DeepSeek R1 (fastest)`: the display name of an id with a suffix; the name itself where there is none. */
export function nameWithSuffix(name: string, suffix: string | null): string {
  return suffix === null ? name : `${name} (${suffix})`;
}
