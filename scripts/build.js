// Bundles the program with everything it needs, one file per lazy part, and stores the two texts that the door
// answers by itself. Run by `npm run build` and, through `prepare`, by `npm ci` and `npm pack`.
import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { version } = JSON.parse(await readFile('package.json', 'utf8'));

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minifySyntax: true,
  minifyWhitespace: true,
  define: { OPENCLAW_ONBOARD_VERSION: JSON.stringify(version) },
  plugins: [lazyBuiltinModules()],
  logLevel: 'warning',
});
await Promise.all((await readdir('dist')).map((file) => makeCommonJs(`dist/${file}`)));
await writeFile('dist/package.json', '{ "type": "commonjs" }\n');
await writeFile('dist/version.txt', `${version}\n`);
await writeFile('dist/help.txt', execFileSync(process.execPath, ['-e', "require('./dist/main.js').main(['--help'])"]));

/** esbuild splits only ESM, but Node starts CommonJS 3 ms sooner and loads each further file in half the time. */
async function makeCommonJs(file) {
  const { code } = await transform(await readFile(file, 'utf8'), {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    supported: { 'dynamic-import': false },
  });
  await writeFile(file, code);
}

/**
 * Node's own modules by `process.getBuiltinModule`, which works in both steps. commander needs child_process (1 ms)
 * only for commands in files of their own, which we have none of.
 */
function lazyBuiltinModules() {
  const isBuiltin = new RegExp(`^(node:.+|${builtinModules.join('|')})$`);
  return {
    name: 'lazy-builtin-modules',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: isBuiltin }, ({ path, importer }) => {
        const isUnused = path === 'node:child_process' && importer.includes('/commander/');
        return { path: path.replace(/^(node:)?/, 'node:'), namespace: isUnused ? 'unused-builtin' : 'builtin' };
      });
      onLoad({ filter: /./, namespace: 'unused-builtin' }, () => ({ contents: 'module.exports = {};' }));
      onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
        contents: `const found = process.getBuiltinModule('${path}');
          if (!found) throw new Error('This version of Node has no ${path}');
          module.exports = found;`,
      }));
    },
  };
}
