import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { tempDirectory } from '../support/temp-directory.ts';

test('`npm run dev --` runs the program from its sources', () => {
  const home = tempDirectory();
  const env = { PATH: process.env.PATH, HOME: home };
  const said = execFileSync('npm', ['run', '--silent', 'dev', '--', 'config', 'path'], { env, encoding: 'utf8' });
  expect(said).toBe(`${home}/.openclaw/openclaw.json\n`);
});
