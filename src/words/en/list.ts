/** `models list`, `models refresh`. */
export const list = {};
