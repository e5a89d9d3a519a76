// Bundles the program with everything it needs, stores the two texts that the door answers by itself, and collects the
// licence texts of what it bundled. Run by `npm run build` and, through `prepare`, by `npm ci` and `npm pack`.
import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { formatNotices } from './notices.js';

/** What few runs need, each in a file of its own beside the program: file name -> what is imported. */
const LAZY = {
  diff: 'diff',
  fuzzysort: 'fuzzysort',
  inquirer: './inquirer.ts',
  openai: 'openai',
  'proxy-agent': './proxy-agent.ts',
  spinner: './spinner.ts',
};

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { version } = JSON.parse(await readFile('package.json', 'utf8'));

/** CommonJS: Node starts it 3 ms sooner than ESM, and its compiled form can be kept. */
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

// First: V8 tells a compiled form that does not belong to its source only by the length of the source.
await rm('dist/main.js.compiled', { force: true });
const program = await build({
  ...options,
  entryPoints: ['src/main.ts', 'src/api.ts'],
  define: { OPENCLAW_ONBOARD_VERSION: JSON.stringify(version) },
  plugins: [lazyLibraries(), withoutChildProcess()],
});
const own = {
  inquirer: 'src/node-system/inquirer.ts',
  'proxy-agent': 'src/node-system/network/proxy-agent.ts',
  spinner: 'src/node-system/spinner.ts',
};
const libraries = await build({
  ...options,
  entryPoints: { ...LAZY, ...own },
  // Without these the openai client makes Node load its own fetch.
  inject: ['src/huggingface/openai-globals.ts'],
  define: { 'globalThis.Blob': 'undefined', 'globalThis.ReadableStream': 'undefined' },
  plugins: [withoutDebugLog()],
});
await writeFile('THIRD_PARTY_NOTICES', formatNotices([program.metafile, libraries.metafile]));
await writeFile('dist/package.json', '{ "type": "commonjs" }\n');
await writeFile('dist/version.txt', `${version}\n`);
await writeFile('dist/help.txt', execFileSync(process.execPath, ['-e', "require('./dist/main.js').main(['--help'])"]));
execFileSync(process.execPath, ['scripts/compile.js'], { stdio: 'ignore' });

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

/** commander needs child_process (1 ms) only for commands in files of their own, which we have none of. */
function withoutChildProcess() {
  return {
    name: 'without-child-process',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
        importer.includes('/commander/') ? { path: 'unused', namespace: 'unused' } : undefined,
      );
      onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
    },
  };
}
