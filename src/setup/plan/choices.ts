/** What was chosen in this run, by flags or answers. All refs are resolved (`huggingface/org/name[:suffix]`). */
export type Choices = {
  /** The ref to set as the primary; null keeps the one there is. */
  primary: string | null;
  /** Refs to append to the fallbacks, in order. */
  fallbacks: readonly string[];
  /** Labels given by hand; a chosen Hugging Face model without one gets its display name. */
  aliases: readonly AliasChoice[];
  /** Onboarding also sets up the provider and `gateway.mode` where no model is chosen. */
  onboarding: boolean;
  /** Who pays; what the config says stays where it is undefined. */
  billTo?: BillTo | undefined;
};

export type BillTo = {
  /** As the account spells it; null bills no organisation. */
  org: string | null;
  /** Whether it takes the place of another value; such a one is kept otherwise. */
  replaces?: boolean;
};

export type AliasChoice = {
  ref: string;
  label: string;
  /** Whether it takes the place of another label that the model has; such a one is kept otherwise. */
  replaces?: boolean;
};

/** The models that were chosen as primary or fallback, without duplicates, primary first. */
export function chosenRefs(choices: Choices): string[] {
  return [...new Set([...(choices.primary === null ? [] : [choices.primary]), ...choices.fallbacks])];
}

/** The chosen models and those that only get an alias: each gets its map entry and its provider entry. */
export function touchedRefs(choices: Choices): string[] {
  return [...new Set([...chosenRefs(choices), ...choices.aliases.map((alias) => alias.ref)])];
}
