/** Where a token was found, what is wrong with it, what is to be known of it. */
export const tokenProblems = {};

export const tokenNotes = {};

export const places = {};
