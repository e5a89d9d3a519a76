/** What a plan changes, keeps and refuses. */
export const planProblems = {};

export const planNotes = {};

export const changes = {};
