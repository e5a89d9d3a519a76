import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { runRecipe } from '../examples/recipe.ts';
import type { Program } from '../support/program.ts';
import type { Run } from '../support/run-openclaw.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TOOLS = ['sh', 'env', 'cat', 'ln', 'rm'];

/** Whether images can be built here: by root, with buildah, on a disk that it can put layers on. */
export function canBuild(): boolean {
  return process.getuid?.() === 0 && spawnSync('buildah', ['--storage-driver', 'overlay', 'info']).status === 0;
}

/** buildah, with a storage of its own in the home. */
export function buildah(at: Program, ...args: string[]): Promise<Run> {
  const storage = ['--storage-driver', 'overlay', '--root', join(at.home, 'images'), '--runroot', join(at.home, 'run')];
  return runRecipe(at, ['buildah', ...storage, ...args], { path: [] });
}

/** The directory to build in, with the packed program. */
export function packInto(at: Program): string {
  const directory = join(at.home, 'context');
  mkdirSync(directory);
  execFileSync('npm', ['pack', ROOT, '--ignore-scripts', '--pack-destination', directory], {
    cwd: at.home,
    stdio: 'pipe',
  });
  return directory;
}

/** In place of `node:24-slim`: this machine's Node, npm and a shell, and the stand-in as the service. Downloads nothing. */
export async function buildBase(at: Program): Promise<Run> {
  // Where the layers are, buildah leaves a mount.
  onTestFinished(() => void spawnSync('umount', ['-l', join(at.home, 'images', 'overlay')]));
  const root = join(at.home, 'base');
  for (const name of ['bin', 'etc', 'home/node', 'lib', 'tmp', 'usr/local/bin'])
    mkdirSync(join(root, name), { recursive: true });
  for (const tool of [process.execPath, ...TOOLS.map(pathOf)]) copyProgram(tool, root);
  const npm = resolve(dirname(realpathSync(pathOf('npm'))), '..');
  cpSync(npm, join(root, 'lib/npm'), { recursive: true });
  writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0::/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n');
  writeFileSync(
    join(at.home, 'Base'),
    `FROM scratch
    COPY . /
    ENV PATH=/usr/local/bin:/bin HF_ENDPOINT=${at.service.url} OPENCLAW_HUGGINGFACE_BASE_URL=${at.service.baseUrl}
    RUN ln -s /bin /usr/bin && ln -s /lib/npm/bin/npm-cli.js /bin/npm && node -e "fs.chownSync('/home/node', 1000, 1000)"`,
  );
  const name = 'docker.io/library/node:24-slim';
  return buildah(at, 'bud', '--isolation', 'chroot', '--file', join(at.home, 'Base'), '--tag', name, root);
}

function pathOf(tool: string): string {
  return execFileSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim();
}

/** A program to `/bin`, and the libraries that it is linked to, to where it looks for them. */
function copyProgram(path: string, root: string): void {
  cpSync(path, join(root, 'bin', path.slice(path.lastIndexOf('/') + 1)), { dereference: true });
  const { stdout } = spawnSync('ldd', [path], { encoding: 'utf8' });
  for (const library of stdout.match(/\/\S+/g) ?? []) {
    if (library.endsWith(':')) continue;
    cpSync(library, join(root, library), { dereference: true });
  }
}
