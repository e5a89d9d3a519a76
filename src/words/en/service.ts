/** What the network and the service answer. */
export const serviceProblems = {};
