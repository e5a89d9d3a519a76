import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tempDirectory } from './temp-directory.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A project that has installed the package from its tarball, without a network and without running anything. */
export function installPacked(): string {
  const project = tempDirectory();
  const npm = (args: string[]) => execFileSync('npm', args, { cwd: project, encoding: 'utf8', stdio: 'pipe' });
  // `--ignore-scripts`: the tests' own build stands there already, and others may be running from it.
  const [{ filename }] = JSON.parse(npm(['pack', ROOT, '--ignore-scripts', '--json', '--pack-destination', project]));
  writeFileSync(join(project, 'package.json'), '{ "name": "host", "type": "module", "private": true }\n');
  npm(['install', join(project, filename), '--offline', '--ignore-scripts', '--no-audit', '--no-fund']);
  return project;
}
