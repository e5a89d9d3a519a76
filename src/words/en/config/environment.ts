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
  'proxy-not-a-url': ({ name }: { name: string }) => proxy(name, 'it is not a URL'),
  'proxy-scheme': ({ name, scheme }: { name: string; scheme: string }) =>
    proxy(name, `${scheme} proxies are not supported, only http:// and https:// ones`),
  'proxy-escape': ({ name }: { name: string }) =>
    proxy(name, 'its user name or password has a % that is not followed by two hexadecimal digits'),
  'input-too-large': { message: 'Standard input holds more than 1 MB; expected only a token.' },
};

/** The value is never shown: it may hold a password. */
function proxy(name: string, why: string) {
  return {
    message: `The proxy in ${name} can't be used: ${why}.`,
    hint: `Set ${name}=http://host:port, or unset it: unset ${name}`,
  };
}
