import { delimiter, join, resolve } from 'node:path';
import { OpenclawError } from '../errors.ts';
import type { Env, System } from '../system.ts';

/** Where OpenClaw's files are, as absolute paths, whether they exist or not. */
export type Locations = {
  stateDir: string;
  configPath: string;
  /** `<state dir>/.env` */
  envFile: string;
  cacheFile: string;
  /** What `config undo` remembers. */
  lastWriteFile: string;
  /** Where OpenClaw 2026.4 keeps discovered models. */
  modelsJson: string;
  authProfiles: string;
  /** Directories outside the config's own that `$include` may reach into. */
  includeRoots: string[];
};

/** OpenClaw's own rule: what is safe in a path and in a shell. */
const PROFILE_NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/i;

/**
 * Finds the files as OpenClaw does (2026.4 to 2026.9): each place has a variable, which wins over the profile.
 * Blank values do not count, `~` is the home directory, relative values count from the working directory.
 * Rejects with `usage`: an invalid profile name, or no home directory where one is needed.
 */
export function locateConfig({ env }: Pick<System, 'env'>, profile?: string): Locations {
  if (profile !== undefined && !PROFILE_NAME.test(profile))
    throw new OpenclawError('usage', { kind: 'invalid-profile', profile });
  const home = findHome(env);
  const absolute = (text: string) => resolve(expandHome(text, home));
  const fromState = nonBlank(env.OPENCLAW_STATE_DIR);
  const stateDir = fromState ? absolute(fromState) : join(home ?? failNoHome(), stateDirName(profile));
  const fromConfig = nonBlank(env.OPENCLAW_CONFIG_PATH);
  const agentDir = join(stateDir, 'agents', 'main', 'agent');
  return {
    stateDir,
    configPath: fromConfig ? absolute(fromConfig) : join(stateDir, 'openclaw.json'),
    envFile: join(stateDir, '.env'),
    cacheFile: join(stateDir, 'cache', 'huggingface-models.json'),
    lastWriteFile: join(stateDir, 'cache', 'last-write.json'),
    modelsJson: join(agentDir, 'models.json'),
    authProfiles: join(agentDir, 'auth-profiles.json'),
    includeRoots: listedPaths(env.OPENCLAW_INCLUDE_ROOTS).map(absolute),
  };
}

/** The profile that a command line names, whatever its name is; undefined for none. */
export function profileIn(words: readonly string[]): string | undefined {
  if (words.includes('--dev')) return 'dev';
  const at = words.findLastIndex((word) => word === '--profile' || word.startsWith('--profile='));
  return words[at] === '--profile' ? words[at + 1] : words[at]?.slice('--profile='.length);
}

/** `OPENCLAW_HOME` may itself begin with `~`, which is then the user's home. */
function findHome(env: Env): string | undefined {
  const userHome = nonBlank(env.HOME) ?? nonBlank(env.USERPROFILE);
  const ours = nonBlank(env.OPENCLAW_HOME);
  const home = ours === undefined ? userHome : expandHome(ours, userHome);
  return home === undefined ? undefined : resolve(home);
}

/** Replaces a leading `~`; `~name`, another user's home, is left as it is, as OpenClaw does. */
function expandHome(text: string, home: string | undefined): string {
  if (!/^~(?=$|[\\/])/.test(text)) return text;
  return (home ?? failNoHome()) + text.slice(1);
}

/** The profile `default` is the one without a name. */
function stateDirName(profile: string | undefined): string {
  return profile === undefined || profile.toLowerCase() === 'default' ? '.openclaw' : `.openclaw-${profile}`;
}

function listedPaths(list: string | undefined): string[] {
  return (list ?? '').split(delimiter).flatMap((entry) => nonBlank(entry) ?? []);
}

function nonBlank(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}

function failNoHome(): never {
  throw new OpenclawError('usage', { kind: 'no-home' });
}
