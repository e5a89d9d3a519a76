import { prompts } from './prompts.ts';

/** English, the source: its type is what every other language satisfies. */
export const en = { prompts };
