import { execFileSync } from 'node:child_process';

/** Tests that start the program start the built one: the same files that a user gets. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' });
}
