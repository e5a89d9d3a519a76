// Bundles the program with everything it needs, one file per lazy part, and stores the two texts that the door
// answers by itself. Run by `npm run build` and, through `prepare`, by `npm ci` and `npm pack`.
import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
const root = new URL('..', import.meta.url);

process.chdir(root.pathname);
await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  define: { OPENCLAW_ONBOARD_VERSION: JSON.stringify(version) },
  // commander, json5 and diff are CommonJS: what is left of their require() needs one.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
await writeFile('dist/version.js', `export const VERSION = ${JSON.stringify(version)};\n`);
await writeFile('dist/root-help.js', `export const ROOT_HELP = ${JSON.stringify(helpOfProgram())};\n`);

/** What the program itself says: two arguments, so that the text does not come from a door built earlier. */
function helpOfProgram() {
  const script = "const { main } = await import('./dist/main.js'); process.exitCode = await main(['--help']);";
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
}
