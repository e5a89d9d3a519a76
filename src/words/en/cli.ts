/** What is wrong with a command line. */
export const cliProblems = {};
