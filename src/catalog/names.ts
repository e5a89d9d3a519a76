/** Words whose case no rule gives: as their makers and the documentation write them. */
const AS_WRITTEN = new Map(
  [
    'GPT',
    'OSS',
    'GLM',
    'VL',
    'AWQ',
    'GGUF',
    'NVFP4',
    'BF16',
    'FP8',
    'W4A4',
    'IT',
    'PT',
    'SEA',
    'LION',
    'C4AI',
    'R7B',
  ].map((word) => [word.toLowerCase(), word]),
);

/** `20b`, `a3b`, `8x22b`, `1.5t`: a number of parameters, written with a capital letter. */
const SIZE = /^(?:[ae]?\d+(?:\.\d+)?|\d+x\d+)[bmt]$/i;

/**
 * The display name of an id, as the documentation derives its own: the part after the `/`, hyphens as blanks, words
 * capitalised, sizes and well-known abbreviations in capitals: `deepseek-ai/DeepSeek-R1` -> `DeepSeek R1`,
 * `openai/gpt-oss-20b` -> `GPT-OSS 20B`.
 */
export function nameFromId(base: string): string {
  const words = base
    .slice(base.lastIndexOf('/') + 1)
    .split(/-+/)
    .filter((word) => word !== '')
    .map(formatWord);
  return words.join(' ').replace(/GPT OSS|SEA LION/, (pair) => pair.replace(' ', '-'));
}

function formatWord(word: string): string {
  const known = AS_WRITTEN.get(word.toLowerCase());
  if (known !== undefined) return known;
  if (SIZE.test(word)) return word.replace(/[aebmt]/g, (letter) => letter.toUpperCase());
  return word.replace(/^./u, (letter) => letter.toUpperCase());
}

/** `DeepSeek R1 (fastest)`: the display name of an id with a suffix; the name itself where there is none. */
export function nameWithSuffix(name: string, suffix: string | null): string {
  return suffix === null ? name : `${name} (${suffix})`;
}

/**
 * Whether a model reasons before it answers, told by its name alone: the router does not state it. `r1`, `qwq`,
 * `reason…` and `thinking` count at the start of a word, so `DeepSeek-R1T-Chimera` and `Phi-4-reasoning` do and
 * `command-r10`, `unreasonable` and `Foo-non-thinking` do not.
 */
export function isReasoningName(base: string): boolean {
  const name = base.slice(base.lastIndexOf('/') + 1);
  return REASONING.test(name) && !NOT_REASONING.test(name);
}

const REASONING = /(?:^|[^a-z0-9])(?:r1(?!\d)|qwq|reason|thinking)/i;
const NOT_REASONING = /(?:^|[^a-z0-9])(?:non|no)[-_]?(?:reason|thinking)/i;
