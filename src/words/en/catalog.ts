/** Why a list is not live, and what is to be known of a model. */
export const catalogProblems = {};

export const catalogNotes = {};

export const reasons = {};
