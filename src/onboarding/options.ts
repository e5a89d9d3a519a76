import type { GlobalOptions } from '../setup/options.ts';

export const VERIFY_MODES = ['required', 'try', 'off'] as const;
export const SECRET_INPUT_MODES = ['plaintext', 'ref'] as const;
/** The usual one first. */
export const AUTH_CHOICES = ['huggingface-api-key', 'skip'] as const;

export type VerifyMode = (typeof VERIFY_MODES)[number];
export type SecretInputMode = (typeof SECRET_INPUT_MODES)[number];
export type AuthChoice = (typeof AUTH_CHOICES)[number];

/** The flags of `onboard`, each already of the right form; model refs and aliases are still as typed. */
export type OnboardOptions = GlobalOptions & {
  authChoice: AuthChoice | undefined;
  nonInteractive: boolean;
  /** The token, or `-` for stdin. */
  apiKey: string | undefined;
  apiKeyFile: string | undefined;
  model: string | undefined;
  fallbacks: readonly string[];
  aliases: readonly { ref: string; label: string }[];
  verify: VerifyMode;
  secretInputMode: SecretInputMode | undefined;
  probe: boolean;
  /** An organisation, or `none`. */
  billTo: string | undefined;
  /** Take Hugging Face out of the config instead, and with `removeToken` the token out of `.env`. */
  remove: boolean;
  removeToken: boolean;
  dryRun: boolean;
  /** With `dryRun`: the exit code says whether something would change. */
  exitCode: boolean;
  json: boolean;
  /** OpenClaw's own flag: accepted, but this program installs no service. */
  installDaemon: boolean;
};
