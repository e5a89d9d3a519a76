/** What was found, kept or is to be known. */
export const notes = {
  placeholder: 'placeholder',
};
