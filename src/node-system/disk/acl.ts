/**
 * POSIX access lists, by the tools of the package `acl`: Node has no call for them. The mode of a file that has one
 * shows the list's mask in place of the group's rights, so that a mode copied without the list would widen them.
 */

/** Whether one of these files has more than a mode. Where `getfacl` is missing, `ls` shows it by a `+`. */
export function hasAcl(paths: readonly string[]): boolean {
  const listed = run('getfacl', ['--skip-base', '--absolute-names', ...paths]);
  if (listed !== undefined) return listed !== '';
  return /^.{10}\+/m.test(run('ls', ['-ld', ...paths]) ?? '');
}

/**
 * Gives an open file the list of another, also one that has none, but nobody beside the owner any right yet: that is up
 * to the mode, to be set next. By descriptor, because a link may have come into the place of the path meanwhile. False
 * where it can't be done.
 */
export function copyAcl(from: string, descriptor: number): boolean {
  const list = run('getfacl', ['--omit-header', '--numeric', '--absolute-names', from]);
  if (!list) return false;
  const closed = list.includes('\nmask::') ? /^(mask|other)::.*/gm : /^(group|other)::.*/gm;
  const input = list.replace(closed, '$1::---');
  return run('setfacl', ['--set-file=-', '/proc/self/fd/3'], { input, descriptor }) !== undefined;
}

type Given = { input?: string; descriptor?: number };

/** Standard output; undefined where the program is missing or fails. It gets nothing of our environment but PATH. */
function run(program: string, args: string[], { input, descriptor }: Given = {}): string | undefined {
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { status, stdout } = spawnSync(program, args, {
    input,
    stdio: ['pipe', 'pipe', 'ignore', ...(descriptor === undefined ? [] : [descriptor])],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    encoding: 'utf8',
    timeout: 5000,
  });
  return status === 0 ? stdout : undefined;
}
