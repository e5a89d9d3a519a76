import type { en } from './en/en.ts';
import { type MessageOf, say } from './message.ts';

/** All that a person reads, in one language: `en` is the source, the other languages satisfy its type. */
export type Words = typeof en;
export type PromptWords = Words['prompts'];

/** What failed; its words are a message and, where there is a next step, a hint: the exact command. */
export type Problem = MessageOf<Words['problems']>;
/** What was found, kept or is to be known: a sentence for a person. */
export type Note = MessageOf<Words['notes']>;

/** The words of a failure. */
export function explain(words: Words, problem: Problem): { message: string; hint?: string } {
  return say(words.problems, problem);
}

/** The words of a note; a text is one already. */
export function noteIn(words: Words, note: Note | string): string {
  return typeof note === 'string' ? note : say(words.notes, note);
}
