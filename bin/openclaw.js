#!/usr/bin/env node
// The door, in CommonJS because Node starts that 3 ms sooner. It hides the arguments (a token may be one of them)
// from `ps` before anything else, answers --version and the root --help without loading the program, and sets the
// exit code.
process.title = 'openclaw';

const { readFileSync, writeSync } = require('node:fs');
const { basename, join } = require('node:path');

const args = process.argv.slice(2);
const stored = args.length === 0 ? 'help' : { '--version': 'version', '--help': 'help', '-h': 'help' }[args[0]];

if (stored !== undefined && args.length < 2) {
  writeSync(1, readFileSync(join(__dirname, '..', 'dist', `${stored}.txt`)));
} else {
  const { loadCompiled } = require('./load-compiled.js');
  loadCompiled(join(__dirname, '..', 'dist', 'main.js'))
    .exports.main(args, basename(process.argv[1]) === 'openclaw-onboard' ? 'openclaw-onboard' : 'openclaw')
    .then((exitCode) => {
      process.exitCode = exitCode;
    });
}
