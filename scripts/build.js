// Bundles the program with everything it needs, stores the two texts that the door answers by itself, and says what it
// bundled: the licence texts, and an SBOM. Run by `npm run build` and by `npm pack` (as `prepack`: a `prepare` would stay
// in the package, where npm warns of it at each install).
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundledPackages, readManifest } from './bundled.js';
import { toCommonJs } from './commonjs.js';
import { formatNotices } from './notices.js';
import { formatSbom } from './sbom.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
// The same bytes for everybody: npm packs the modes of what is made here, too.
process.umask(0o022);
const product = readManifest('.');
const { version } = product;
const words = await readdir('src/words', { withFileTypes: true });
const languages = words.filter((entry) => entry.isDirectory() && entry.name !== 'en').map(({ name }) => name);

const options = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  // Names of files come from the paths of what is in them: the same where node_modules is a link.
  preserveSymlinks: true,
  target: 'node20',
  minify: true,
  logLevel: 'warning',
  metafile: true,
};

/** Each `import()` of the sources leads to a file of its own, loaded where it is needed. esbuild splits only ESM. */
const program = await build({
  ...options,
  entryPoints: ['src/main.ts'],
  format: 'esm',
  splitting: true,
  chunkNames: '[name]-[hash]',
  charset: 'utf8',
  write: false,
  define: { OPENCLAW_ONBOARD_VERSION: JSON.stringify(version) },
  plugins: [lazyFiles(), unwanted()],
});
const isLanguage = (file) => languages.some((name) => file.startsWith(`${name}-`));
const files = await toCommonJs(program.outputFiles, 'main.js', isLanguage);
await mkdir('dist', { recursive: true });
for (const [name, text] of files) await writeFile(join('dist', name), text);

/** A build of its own: without these globals the openai client makes Node load its own fetch. */
const client = await build({
  ...options,
  format: 'cjs',
  supported: { 'dynamic-import': false },
  entryPoints: ['openai'],
  inject: ['src/huggingface/router/openai-globals.ts'],
  define: { 'globalThis.Blob': 'undefined', 'globalThis.ReadableStream': 'undefined' },
});
const packages = bundledPackages([program.metafile, client.metafile]);
const lock = JSON.parse(await readFile('package-lock.json', 'utf8'));
await writeFile('THIRD_PARTY_NOTICES', formatNotices(packages));
await writeFile('sbom.cdx.json', formatSbom(packages, product, lock));
await writeFile('dist/package.json', '{ "type": "commonjs" }\n');
await writeFile('dist/version.txt', `${version}\n`);
await writeFile('dist/help.txt', execFileSync(process.execPath, ['-e', "require('./dist/main.js').main(['--help'])"]));

// What an earlier build left would be packed too.
const kept = new Set([...files.keys(), 'openai.js', 'package.json', 'version.txt', 'help.txt']);
for (const file of await readdir('dist')) if (!kept.has(file)) await rm(join('dist', file));

/**
 * Makes each `import()` an entry point that has the program in it as well: so what both need stays in the program's one
 * file, which is loaded by then, instead of in many small ones that each start would have to read.
 */
function lazyFiles() {
  return {
    name: 'lazy-files',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^openai$/ }, () => ({ path: './openai.js', external: true }));
      onResolve({ filter: /./ }, ({ path, kind, resolveDir }) => {
        if (kind !== 'dynamic-import' || path.startsWith('node:')) return undefined;
        return {
          path: path.startsWith('.') ? `./${relative('.', resolve(resolveDir, path))}` : path,
          namespace: 'lazy',
        };
      });
      onLoad({ filter: /./, namespace: 'lazy' }, ({ path }) => ({
        contents: `export * from '${path}'; export { main as program } from './src/main.ts';`,
        resolveDir: process.cwd(),
      }));
    },
  };
}

/** The proxy agents log to stderr where DEBUG says so, and can ask Kerberos; commander can start programs, 3 ms to load. */
function unwanted() {
  const contents = {
    debug: 'module.exports = () => () => undefined;',
    'proxy-agent-negotiate': 'module.exports = {};',
    'node:child_process': 'module.exports = {};',
    os: 'module.exports = {};',
  };
  return {
    name: 'unwanted',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^(?:debug|proxy-agent-negotiate|node:child_process|os)$/ }, ({ path, importer }) =>
        importer.includes('node_modules') ? { path, namespace: 'unwanted' } : undefined,
      );
      onLoad({ filter: /./, namespace: 'unwanted' }, ({ path }) => ({ contents: contents[path] }));
    },
  };
}
