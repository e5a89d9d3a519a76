import type { Catalog } from '../../catalog/catalog.ts';
import type { TokenCheck } from '../../huggingface/whoami/check-token.ts';
import type { Context } from '../../setup/context.ts';
import type { BillTo } from '../../setup/plan/choices.ts';
import type { Answer, Prompt } from '../../system/prompt.ts';
import type { System } from '../../system.ts';
import type { UnreadableToken } from '../../token/unreadable-token.ts';
import type { Note } from '../../words/words.ts';
import { AUTH_CHOICES, type AuthChoice, type OnboardOptions } from '../options.ts';
import type { TokenAnswer } from '../token/given-token.ts';

/** The answers so far. Going back keeps them: each question starts from what was answered before. */
export type Draft = {
  authChoice: AuthChoice;
  token: TokenAnswer | null;
  /** What OpenClaw goes on with, where that was chosen instead of a token. */
  unreadable: UnreadableToken | null;
  check: TokenCheck | null;
  /** null until the service was asked. */
  catalog: Catalog | null;
  /** The chosen ref, as the list gave it; null before that question. */
  model: string | null;
  /** The route chosen for a model without a suffix; null is the user's own order. */
  route: string | null;
  fallbacks: readonly string[];
  /** Labels by ref, where one was given instead of the display name. */
  labels: ReadonlyMap<string, string>;
  /** Who pays; null where that was not answered. */
  billTo: BillTo | null;
  /** Of the token and its check. */
  warnings: readonly Note[];
};

/** What every question may use. */
export type Interview = {
  options: OnboardOptions;
  context: Context;
  prompt: Prompt;
  /** False while nothing was asked before. */
  canGoBack: boolean;
  system: Pick<System, 'words' | 'io' | 'env' | 'files' | 'fetch' | 'clock' | 'signal' | 'hide' | 'shell' | 'platform'>;
};

/**
 * One question: the draft with its answer, or the wish to go back. `asked: false` means that nothing had to be asked,
 * so that going back passes over it.
 */
export type Question = (draft: Draft, interview: Interview) => Promise<Answer<Draft> & { asked?: false }>;

export const EMPTY_DRAFT: Draft = {
  authChoice: AUTH_CHOICES[0],
  token: null,
  unreadable: null,
  check: null,
  catalog: null,
  model: null,
  route: null,
  fallbacks: [],
  labels: new Map(),
  billTo: null,
  warnings: [],
};

export function answered(draft: Draft): Answer<Draft> {
  return { kind: 'answer', value: draft };
}

export function notAsked(draft: Draft): Answer<Draft> & { asked: false } {
  return { kind: 'answer', value: draft, asked: false };
}

/** The ref to write for the chosen model: with the route as its suffix where it has none. */
export function primaryRef({ model, route }: Pick<Draft, 'model' | 'route'>): string | null {
  return model === null || route === null ? model : `${model}:${route}`;
}

/** Those of `--fallback`, then those that were added. */
export function chosenFallbacks({ fallbacks }: Draft, byFlag: readonly string[]): string[] {
  return [...new Set([...byFlag, ...fallbacks])];
}
