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
