/** What of the flags, the variables and the input of a run can't be used. */
export const environmentProblems = {
  'invalid-profile': ({ profile }: { profile: string }) => ({
    message: `Invalid profile name ${JSON.stringify(profile)}: letters, digits, "_" and "-", 64 at most.`,
    hint: 'For example: --profile work',
  }),
  'no-home': {
    message: 'No home directory: neither OPENCLAW_HOME nor HOME nor USERPROFILE is set.',
    hint: 'Set HOME, or OPENCLAW_STATE_DIR to the directory that holds openclaw.json.',
  },
  'input-too-large': { message: 'Standard input holds more than 1 MB; expected only a token.' },
};
