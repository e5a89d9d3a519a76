import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Program } from '../support/program.ts';
import type { Run } from '../support/run-openclaw.ts';
import { tempDirectory } from '../support/temp-directory.ts';
import { runRecipe } from './recipe.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A directory of this machine, and the place where the container has it. */
export type Mount = { from: string; to: string; readOnly?: boolean };

type Options = {
  mounts: Mount[];
  env: Record<string, string>;
  user: { uid: number; groups: number[] };
};

/**
 * Runs a command as a runtime does under the "restricted" standard: on a root that is read-only, as the first process,
 * as a user of whom no passwd knows, without a home, without any right, and with what is mounted alone.
 */
export function runContained(at: Program, command: readonly string[], { mounts, env, user }: Options): Promise<Run> {
  const script = `set -e
    mount --make-rprivate /
    mount -t tmpfs root ${tempDirectory()} && cd "$_"
    mkdir -p app dev etc node proc programs
    for name in usr bin sbin lib lib64; do
      if [ -L /$name ]; then cp -P /$name .; elif [ -d /$name ]; then bind /$name $name ro; fi
    done
    bind ${ROOT} app ro
    bind ${dirname(process.execPath)} node ro
    printf '#!/bin/sh\\nexec node /app/bin/openclaw.js "$@"\\n' > programs/openclaw-onboard
    chmod 755 programs/openclaw-onboard
    ${mounts.map(({ from, to, readOnly }) => `bind ${from} ${to.slice(1)} ${readOnly ? 'ro' : 'rw'}`).join('\n')}
    mount --rbind /dev dev
    mount -t proc proc proc
    mount -o remount,bind,ro .
    exec chroot . setpriv ${flagsFor(user).join(' ')} -- "$@"`;
  const bind = 'bind() { mkdir -p "$2"; mount --bind "$1" "$2"; mount -o "remount,bind,$3" "$2"; }';
  const unshare = ['unshare', '--mount', '--pid', '--fork', '--kill-child', 'bash', '-c', `${bind}\n${script}`, 'bash'];
  const own = { HOME: '/', PATH: '/programs:/node:/usr/sbin:/usr/bin:/sbin:/bin' };
  return runRecipe(at, [...unshare, ...command], { path: [], env: { ...own, ...env } });
}

function flagsFor({ uid, groups }: Options['user']): string[] {
  const rights = ['--no-new-privs', '--bounding-set=-all', '--inh-caps=-all'];
  return [`--reuid=${uid}`, '--regid=0', `--groups=${groups.join(',')}`, ...rights];
}

/** Whether this user may make such a container here. */
export function canContain(): boolean {
  const tried = spawnSync('unshare', [
    '--mount',
    '--pid',
    '--fork',
    'sh',
    '-c',
    'mount -t tmpfs none /mnt && setpriv true',
  ]);
  return tried.status === 0;
}
