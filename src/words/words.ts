import type { en } from './en/en.ts';

/** All that a person reads, in one language: `en` is the source, the other languages satisfy its type. */
export type Words = typeof en;
export type PromptWords = Words['prompts'];
