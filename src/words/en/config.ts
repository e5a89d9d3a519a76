/** What can go wrong with the config, `.env` and their locks, and what is to be known of them. */
export const configProblems = {};

export const configNotes = {};
