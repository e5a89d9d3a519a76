const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { basename, dirname } = require('node:path');
const { Script } = require('node:vm');
const { crc32 } = require('node:zlib');

/**
 * Loads a CommonJS file with the compiled form that the build stored beside it (`<file>.compiled`), which spares a
 * third of the start-up. None stored, a damaged one, or another version of Node: compiled as usual.
 */
function loadCompiled(file) {
  const source = readFileSync(file);
  // esbuild writes ASCII only, which needs no decoding.
  const text = source.latin1Slice();
  const script = new Script(`(function (exports, require, module, __filename, __dirname) { ${text}\n})`, {
    // Stands in the compiled form, and in stacks: not the path on the machine that built it.
    filename: `openclaw-onboard/dist/${basename(file)}`,
    cachedData: readCompiled(`${file}.compiled`, source),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return { exports: module.exports, script };
}

/**
 * V8 looks only at lengths and its own version: with a wrong byte within, or on another processor, it may crash, and
 * with another source that is as long it runs the old one.
 */
function readCompiled(file, source) {
  try {
    const stored = readFileSync(file);
    const compiled = stored.subarray(0, -4);
    return stored.readUInt32LE(compiled.length) === checksum(source, compiled) ? compiled : undefined;
  } catch {
    return undefined;
  }
}

/** What is stored beside a source: the compiled form, then a checksum of both and of the Node that they are for. */
function sealCompiled(file, compiled) {
  const seal = Buffer.alloc(4);
  seal.writeUInt32LE(checksum(readFileSync(file), compiled));
  return Buffer.concat([compiled, seal]);
}

function checksum(source, compiled) {
  const { version, platform, arch } = process;
  return crc32(`${version} ${platform} ${arch}`, crc32(source, crc32(compiled)));
}

module.exports = { loadCompiled, sealCompiled };
