#!/usr/bin/env node
// biome-ignore-all lint/style/useNodejsImportProtocol: Node 12 does not know it.
// The door, in CommonJS because Node starts that 3 ms sooner. It hides the arguments (a token may be one of them)
// from `ps` before anything else, refuses a Node that the program can't run on, answers --version and the root --help
// without loading the program, and is the one exit. Node 12 can read it: who has an old Node must be told so.
process.title = 'openclaw';
// A run that ends early, because nothing is left to wait for, did not succeed.
process.exitCode = 1;

const fs = require('fs');
const path = require('path');

const ROOT = path.join(__dirname, '..');
const STORED = { '--version': 'version', '-v': 'version', '--help': 'help', '-h': 'help' };

const args = process.argv.slice(2);
const stored = args.length === 0 ? 'help' : args.length === 1 && STORED[args[0]];
const reason = refusal(process.versions.node);

if (reason !== undefined) {
  leave(2, reason);
} else if (!stored || !print(`${stored}.txt`)) {
  keepCompiled();
  const main = load();
  const name = path.basename(process.argv[1]) === 'openclaw-onboard' ? 'openclaw-onboard' : 'openclaw';
  if (main !== undefined) main(args, name).then((code) => process.exit(code));
}

/** `engines` of package.json: 21 and the first of 22 lack `process.getBuiltinModule`. */
function refusal(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0];
  const least = { 20: 19, 22: 3 }[major] || 0;
  if (major > 22 || (major >= 20 && major !== 21 && parts[1] >= least)) return undefined;
  return `openclaw-onboard needs Node 20.19, 22.3 or newer, and this is Node ${version}: nothing was changed.`;
}

/** False where the text can't be written, or the reader has left: the program knows what to do then. */
function print(file) {
  try {
    const text = fs.readFileSync(path.join(ROOT, 'dist', file));
    if (fs.writeSync(1, text) < text.length) return false;
    process.exitCode = 0;
    return true;
  } catch {
    return false;
  }
}

/**
 * Lets Node (22 and later) keep the compiled form of the program, in a directory of this package: whoever can write
 * there can change the program itself, and a home or a temporary directory may be another user's. So only the owner
 * of the package keeps one, also because a `sudo` run would leave files that the owner can't remove.
 */
function keepCompiled() {
  if (process.versions.node.startsWith('20.')) return;
  const { enableCompileCache } = require('module');
  if (process.geteuid !== undefined && fs.statSync(ROOT).uid !== process.geteuid()) return;
  enableCompileCache(path.join(ROOT, '.cache'));
}

function load() {
  const file = path.join(ROOT, 'dist', 'main.js');
  if (fs.existsSync(file)) return require(file).main;
  leave(1, `${file} is missing: this copy of openclaw-onboard was never built ("npm run build") or is incomplete.`);
}

/** One sentence; who has closed stderr does not want it. */
function leave(code, sentence) {
  process.exitCode = code;
  try {
    fs.writeSync(2, `x ${sentence}\n`);
  } catch {
    // Nobody reads it.
  }
}
