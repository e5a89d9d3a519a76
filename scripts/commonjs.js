// esbuild splits only ESM, and Node starts CommonJS 3 ms sooner, and another 3 sooner as this writes it.
import { basename } from 'node:path';
import { transform } from 'esbuild';

/**
 * The files of a split build as CommonJS: name -> text. What the entry point shares with the files of its `import()`s, which
 * is all of it, is in a chunk that the entry point would only hand on: that chunk takes the entry point's name.
 * `hasOtherLetters` tells the files of languages, by name.
 */
export async function toCommonJs(outputFiles, entry, hasOtherLetters) {
  const files = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const [, exported, chunk] = /^import\{(\w+)(?: as \w+)?\}from"\.\/([^"]+)";/.exec(files.get(entry));
  files.delete(entry);
  const written = new Map();
  for (const [name, text] of files) {
    const { code } = await transform(exportObject(text.replaceAll(chunk, entry)), {
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      minify: true,
      // A Thai character would take six bytes; the rest is ASCII, which V8 reads faster.
      charset: hasOtherLetters(name) ? 'utf8' : 'ascii',
      // V8 reads the body of a function when it is called, that of an arrow function at once. esbuild can't convert one
      // that calls a method of `super`.
      supported: { 'dynamic-import': false, arrow: text.includes('super.') },
    });
    if (name === chunk) written.set(entry, `${code}module.exports.main=module.exports.${exported};\n`);
    else written.set(name, code);
  }
  return written;
}

/** Exports as one object, as none of them changes: esbuild makes two getters of each, and there are 300. */
function exportObject(text) {
  return text.replace(/export\{([^}]*)\};\s*$/, (_, names) => {
    const members = names.split(',').map((name) => {
      const [local, exported = local] = name.split(' as ');
      return `${exported}:${local}`;
    });
    return `module.exports={${members}};`;
  });
}
