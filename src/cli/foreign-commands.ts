/** Commands of OpenClaw itself: no typos, but another program's. */
const OPENCLAW_COMMANDS = `
  acp agent agents approvals backup browser channels clawbot configure crestodian cron daemon
  dashboard devices directory dns docs doctor flows gateway health hooks infer logs mcp memory message
  migrate node nodes pairing plugins qr reset sandbox secrets security sessions setup skills status
  system tasks tui uninstall update voicecall webhooks
`
  .trim()
  .split(/\s+/);

/** Within groups that this program has too. */
const OPENCLAW_SUBCOMMANDS = [
  'config set',
  'config unset',
  'config schema',
  'config file',
  'models scan',
  'models auth',
  'models set-image',
  'models image-fallbacks',
];

/** The command of OpenClaw itself that these words name. */
export function foreignName(words: readonly string[]): string | undefined {
  return [...OPENCLAW_COMMANDS, ...OPENCLAW_SUBCOMMANDS].find((name) => name === words.join(' '));
}
