#!/usr/bin/env node
// The door. It hides the arguments (a token may be one of them) from `ps` before anything else, answers --version and
// the root --help without loading the program, and sets the exit code.
process.title = 'openclaw';

const args = process.argv.slice(2);
const only = args.length === 1 ? args[0] : undefined;

if (only === '--version') {
  const { VERSION } = await import('../dist/version.js');
  process.stdout.write(`${VERSION}\n`);
} else if (only === '--help' || only === '-h' || args.length === 0) {
  const { ROOT_HELP } = await import('../dist/root-help.js');
  process.stdout.write(ROOT_HELP);
} else {
  const { main } = await import('../dist/main.js');
  process.exitCode = await main(args);
}
