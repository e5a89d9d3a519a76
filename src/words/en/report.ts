/** What a command that writes says of it. */
export const report = {};
