import type { Catalog } from '../catalog/catalog.ts';
import type { TokenCheck } from '../huggingface/whoami/check-token.ts';
import type { Choices } from '../setup/plan/choices.ts';
import type { UnreadableToken } from '../token/unreadable-token.ts';
import type { Note } from '../words/words.ts';
import type { AuthChoice } from './options.ts';
import type { TokenAnswer } from './token/given-token.ts';

/** What onboarding goes on with, whoever answered. */
export type Answers = {
  authChoice: AuthChoice;
  /** null: OpenClaw has one that is `unreadable`, or none is needed (`--secret-input-mode ref` without a check). */
  token: TokenAnswer | null;
  /** What OpenClaw goes on with where no other token was given. */
  unreadable: UnreadableToken | null;
  /** null: not tried. */
  check: TokenCheck | null;
  catalog: Catalog;
  choices: Choices;
  warnings: Note[];
};
