/** What failed, and what to do next. */
export const problems = {
  interrupted: { message: 'Interrupted.' },
  terminated: { message: 'Terminated.' },
  quit: { message: 'Quit.' },
};
