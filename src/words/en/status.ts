/** `models status`. */
export const status = {};
