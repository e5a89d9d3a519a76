import type { en } from './en/en.ts';
import type { ServiceProblem } from './en/service.ts';
import { type MessageOf, say } from './message.ts';

/** All that a person reads, in one language: `en` is the source, the other languages satisfy its type. */
export type Words = typeof en;
export type PromptWords = Words['prompts'];

/** What failed; its words are a message and, where there is a next step, a hint: the exact command. */
export type Problem = MessageOf<Words['problems']>;
/** What was found, kept or is to be known: a sentence for a person. */
export type Note = MessageOf<Words['notes']>;
export type { ServiceProblem };
/** Where a token was found. */
export type Place = MessageOf<Words['places']>;
/** Why a text can't be a token. */
export type TokenFault = MessageOf<Words['tokenFaults']>;
/** Why a list of models is not live. */
export type Reason = MessageOf<Words['reasons']>;

/** The words of a failure. */
export function explain(words: Words, problem: Problem): { message: string; hint?: string } {
  return say(words.problems, problem);
}

/** The words of a note. */
export function noteIn(words: Words, note: Note): string {
  return say(words.notes, note);
}

/** The words of a reason; null where a list needs none. */
export function reasonIn(words: Words, reason: Reason | null): string | null {
  return reason === null ? null : say(words.reasons, reason);
}

export function placeIn(words: Words, place: Place): string {
  return say(words.places, place);
}
