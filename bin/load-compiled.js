const { readFileSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');
const { Script } = require('node:vm');

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
  // Not createRequire, which takes a third of a millisecond: a bundled file only asks for its neighbours and for Node.
  const requireBeside = (id) => require(id.startsWith('./') ? join(dirname(file), id) : id);
  script.runInThisContext()(module.exports, requireBeside, module, file, dirname(file));
  return { exports: module.exports, script };
}

/**
 * V8 looks only at lengths and its own version: with wrong bytes within, or on another processor, it may crash, and
 * with another source that is as long it runs the old one. So the file holds the source too, to be compared, and a seal.
 */
function readCompiled(file, source) {
  try {
    const stored = readFileSync(file);
    const start = stored.length - SEAL_BYTES - source.length;
    const compiled = stored.subarray(0, start);
    const isOurs =
      source.equals(stored.subarray(start, -SEAL_BYTES)) && seal(compiled).equals(stored.subarray(-SEAL_BYTES));
    return isOurs ? compiled : undefined;
  } catch {
    return undefined;
  }
}

/** What is stored beside a source: the compiled form, the source that it is of, and the seal. */
function sealCompiled(file, compiled) {
  return Buffer.concat([compiled, readFileSync(file), seal(compiled)]);
}

const SEAL_BYTES = 64;

/**
 * The Node that the bytes are for, their length, and a sum over one byte in 61: disks damage whole blocks, and zlib's
 * checksum would take 2 ms to load.
 */
function seal(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 61) sum = (Math.imul(sum, 31) + bytes[at]) | 0;
  const { version, platform, arch } = process;
  return Buffer.alloc(SEAL_BYTES, ' ').fill(`${version} ${platform} ${arch} ${bytes.length} ${sum} `);
}

module.exports = { loadCompiled, sealCompiled };
