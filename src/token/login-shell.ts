import { isAbsolute } from 'node:path';
import { interruption } from '../errors.ts';
import type { System } from '../system.ts';
import { type JsonValue, valueAt } from '../text/json.ts';

/** The default, and the most that a config may ask for: OpenClaw's own limit. */
const LIMIT_MS = 15_000;
/** What the shell's own start-up files print comes before it. */
const MARKER = '__OPENCLAW_LOGIN_SHELL_ENV__';

/** Whether the config (`env.shellEnv.enabled`) or OPENCLAW_LOAD_SHELL_ENV asks for the login shell's variables. */
export function wantsLoginShell(config: JsonValue | undefined, env: System['env']): boolean {
  const variable = env.OPENCLAW_LOAD_SHELL_ENV?.trim().toLowerCase() ?? '';
  return ['1', 'true', 'yes', 'on'].includes(variable) || valueAt(config, ['env', 'shellEnv', 'enabled']) === true;
}

/** Milliseconds the login shell may take: `env.shellEnv.timeoutMs`, at most 15000. */
export function loginShellLimitMs(config: JsonValue | undefined): number {
  const limit = valueAt(config, ['env', 'shellEnv', 'timeoutMs']);
  return typeof limit === 'number' && limit > 0 ? Math.min(limit, LIMIT_MS) : LIMIT_MS;
}

/**
 * Some of the variables that a login shell of this user exports; the others are never looked at. Empty where the shell
 * fails or takes too long, and on Windows. Rejects with what ended the run. The shell is `$SHELL` where it is absolute
 * and in /etc/shells, else /bin/sh.
 */
export async function readLoginShell(
  names: readonly string[],
  timeoutMs: number,
  system: Pick<System, 'shell' | 'files' | 'env' | 'platform' | 'signal'>,
): Promise<Record<string, string>> {
  if (system.platform === 'win32') return {};
  const command = `printf '%s\\0' ${MARKER}; env -0`;
  const options = { timeoutMs, signal: system.signal };
  const output = await system.shell.run(await chooseShell(system), ['-l', '-c', command], options);
  if (system.signal.aborted) throw interruption(system.signal);
  const variables = output?.split(`${MARKER}\0`).at(-1)?.split('\0') ?? [];
  if (output?.includes(`${MARKER}\0`) !== true) return {};
  const wanted = variables.map(parseVariable).filter(([name]) => names.includes(name));
  return Object.fromEntries(wanted);
}

async function chooseShell({ env, files }: Pick<System, 'files' | 'env'>): Promise<string> {
  const shell = env.SHELL ?? '';
  if (!isAbsolute(shell)) return '/bin/sh';
  const bytes = await files.read('/etc/shells', 1024 * 1024).catch(() => undefined);
  const listed = new TextDecoder().decode(bytes).split('\n');
  return listed.some((line) => line.trim() === shell) ? shell : '/bin/sh';
}

function parseVariable(text: string): [string, string] {
  const equals = text.indexOf('=');
  return [text.slice(0, equals), text.slice(equals + 1)];
}
