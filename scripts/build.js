// Bundles the program with everything it needs, stores the two texts that the door answers by itself, and says what it
// bundled: the licence texts, and an SBOM. Run by `npm run build` and by `npm pack` (as `prepack`: a `prepare` would stay
// in the package, where npm warns of it at each install).
import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundledPackages, readManifest } from './bundled.js';
import { formatNotices } from './notices.js';
import { formatSbom } from './sbom.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
// The same bytes for everybody: npm packs the modes of what is made here, too.
process.umask(0o022);
const product = readManifest('.');
const { version } = product;

/** The tables of words besides English: file name -> folder and file, as `words/load-words.ts` imports them. */
const entries = await readdir('src/words', { withFileTypes: true });
const languages = entries.filter((entry) => entry.isDirectory() && entry.name !== 'en').map(({ name }) => name);
const WORDS = Object.fromEntries(languages.map((name) => [`words-${name}`, `./${name}/${name}.ts`]));

/** What few runs need, each in a file of its own beside the program: file name -> what is imported. */
const LAZY = {
  diff: 'diff',
  fuzzysort: 'fuzzysort',
  prompt: './terminal-prompt.ts',
  openai: 'openai',
  'proxy-agent': './proxy-agent.ts',
  ...WORDS,
};

/** CommonJS: Node starts it 3 ms sooner than ESM. */
const options = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  supported: { 'dynamic-import': false },
  minify: true,
  logLevel: 'warning',
  metafile: true,
};

const program = await build({
  ...options,
  entryPoints: ['src/main.ts'],
  define: { OPENCLAW_ONBOARD_VERSION: JSON.stringify(version) },
  plugins: [lazyLibraries()],
});
const own = {
  prompt: 'src/node-system/prompt/terminal-prompt.ts',
  'proxy-agent': 'src/node-system/network/proxy-agent.ts',
  ...Object.fromEntries(languages.map((name) => [`words-${name}`, `src/words/${name}/${name}.ts`])),
};
const libraries = await build({
  ...options,
  entryPoints: { ...LAZY, ...own },
  // Else a Thai character takes six bytes.
  charset: 'utf8',
  // Without these the openai client makes Node load its own fetch.
  inject: ['src/huggingface/router/openai-globals.ts'],
  define: { 'globalThis.Blob': 'undefined', 'globalThis.ReadableStream': 'undefined' },
  plugins: [withoutDebugLog()],
});
const packages = bundledPackages([program.metafile, libraries.metafile]);
const lock = JSON.parse(await readFile('package-lock.json', 'utf8'));
await writeFile('THIRD_PARTY_NOTICES', formatNotices(packages));
await writeFile('sbom.cdx.json', formatSbom(packages, product, lock));
await writeFile('dist/package.json', '{ "type": "commonjs" }\n');
await writeFile('dist/version.txt', `${version}\n`);
await writeFile('dist/help.txt', execFileSync(process.execPath, ['-e', "require('./dist/main.js').main(['--help'])"]));

// What an earlier build left would be packed too.
const built = [program, libraries].flatMap(({ metafile }) =>
  Object.keys(metafile.outputs).map((path) => basename(path)),
);
const kept = new Set([...built, 'package.json', 'version.txt', 'help.txt']);
for (const file of await readdir('dist')) if (!kept.has(file)) await rm(join('dist', file));

/** Leaves them out of the program: `require('./openai.js')` instead, when it is needed. */
function lazyLibraries() {
  const files = new Map(Object.entries(LAZY).map(([file, imported]) => [imported, file]));
  return {
    name: 'lazy-libraries',
    setup({ onResolve }) {
      onResolve({ filter: /./ }, ({ path }) => {
        const file = files.get(path);
        return file === undefined ? undefined : { path: `./${file}.js`, external: true };
      });
    },
  };
}

/** The proxy agents log to stderr where DEBUG says so, and can ask Kerberos: neither is wanted. */
function withoutDebugLog() {
  const contents = {
    debug: 'module.exports = () => () => undefined;',
    'proxy-agent-negotiate': 'module.exports = {};',
  };
  return {
    name: 'without-debug-log',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^(?:debug|proxy-agent-negotiate)$/ }, ({ path }) => ({ path, namespace: 'unwanted' }));
      onLoad({ filter: /./, namespace: 'unwanted' }, ({ path }) => ({ contents: contents[path] }));
    },
  };
}
