import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The rooms of `src/`, from left to right: a file imports only from its own room and from rooms to its right. */
export const ROOMS = [
  'main',
  'cli',
  'commands',
  'onboarding',
  'setup',
  'catalog',
  'huggingface',
  'token',
  'config',
  'env-file',
  'json5',
  'node-system',
  'system',
  'errors',
  'words',
  'text',
] as const;

type Room = (typeof ROOMS)[number];

/** What only some rooms may import: the machine is `node-system`'s, and each library has its room. */
const KEEPERS: Readonly<Record<string, readonly Room[]>> = {
  'src/node-system': ['main'],
  commander: ['cli'],
  openai: ['huggingface'],
  fuzzysort: ['onboarding'],
  json5: ['json5'],
  dotenv: ['env-file'],
  diff: ['text'],
  'fast-string-width': ['text'],
  '@inquirer/core': ['node-system'],
  'http-proxy-agent': ['node-system'],
  'https-proxy-agent': ['node-system'],
};
/** Pure, and the same everywhere. */
const FREE = ['node:path'];

/** Source texts by path, as `src/setup/plan.ts`. */
export type Sources = Readonly<Record<string, string>>;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every file below src, whatever it holds. */
export function sourceFiles(): string[] {
  const entries = readdirSync(`${ROOT}src`, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => posix.relative(ROOT, posix.join(parentPath, name)));
}

export function readSources(): Sources {
  const files = sourceFiles().filter((path) => path.endsWith('.ts'));
  return Object.fromEntries(files.map((path) => [path, readFileSync(`${ROOT}${path}`, 'utf8')]));
}

/** Each import that a room may not have, as `src/text/a.ts imports src/cli/b.ts`; static, dynamic and type alike. */
export function wrongImports(sources: Sources): string[] {
  return Object.entries(sources).flatMap(([path, text]) =>
    importsIn(text)
      .map((specifier) => resolve(path, specifier))
      .filter((target) => !isAllowed(roomOf(path), target))
      .map((target) => `${path} imports ${target}`),
  );
}

function isAllowed(room: Room, target: string): boolean {
  if (FREE.includes(target)) return true;
  if (target.startsWith('node:')) return room === 'node-system';
  const imported = target.startsWith('src/') ? roomOf(target) : undefined;
  if (imported === room) return true;
  const keepers = KEEPERS[imported === undefined ? target : `src/${imported}`];
  if (keepers !== undefined) return keepers.includes(room);
  return imported !== undefined && ROOMS.indexOf(imported) > ROOMS.indexOf(room);
}

/** What the files below a folder import from outside of it. */
export function importsFrom(folder: string, sources: Sources): string[] {
  const own = Object.entries(sources).filter(([path]) => path.startsWith(folder));
  const targets = own.flatMap(([path, text]) => importsIn(text).map((specifier) => resolve(path, specifier)));
  return [...new Set(targets.filter((target) => !target.startsWith(folder)))].sort();
}

/** Each circle of imports, as the paths along it; types count. */
export function circles(sources: Sources): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path]);
    if (trail.includes(path) || done.has(path)) return;
    const targets = importsIn(sources[path] ?? '').map((specifier) => resolve(path, specifier));
    for (const target of targets) if (target in sources) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of Object.keys(sources)) visit(path, []);
  return found;
}

/** The specifiers of `import … from`, `export … from`, `import '…'` and `import('…')`. */
function importsIn(text: string): string[] {
  const matches = text.matchAll(
    /^\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/gm,
  );
  return [...matches].flatMap(([, from, direct]) => from ?? direct ?? []);
}

function resolve(path: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier;
}

function roomOf(path: string): Room {
  const name = path.split('/')[1]?.replace(/\.ts$/, '');
  const room = ROOMS.find((known) => known === name);
  if (room === undefined) throw new Error(`${path} is in no room of the list`);
  return room;
}
