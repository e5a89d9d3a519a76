import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OTHER_TOKEN, type Program, TOKEN, useProgram } from '../support/program.ts';
import { filesWithToken, installProgram, readRecipe, runRecipe, tokensIn } from './recipe.ts';

const program = useProgram();
const MOUNT = /--mount=type=secret,id=hf_token,uid=1000,required=true\s+/;
const DOCKERFILE = readRecipe('Dockerfile');

/** Its instructions, each on one line, without comments. */
const instructions = DOCKERFILE.split('\n')
  .filter((line) => !line.trimStart().startsWith('#'))
  .join('\n')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line.trim() !== '');

const onboarding = instructions.find((line) => line.includes('openclaw-onboard onboard')) ?? '';

/** What the shell is given there, with the secret elsewhere. */
function shellText(at: Program, token = TOKEN): string {
  const secret = join(at.home, 'secret');
  writeFileSync(secret, token);
  return onboarding
    .replace(/^RUN\s+/, '')
    .replace(MOUNT, '')
    .replace('/run/secrets/hf_token', secret);
}

test('no instruction puts a token into a layer', () => {
  expect(tokensIn(DOCKERFILE)).toEqual([]);
  expect(instructions.filter((line) => /^(ARG|ENV)\b/i.test(line))).toEqual([]);
  expect(onboarding).toMatch(MOUNT);
  expect(onboarding).toMatch(/ HF_TOKEN="\$\(cat \/run\/secrets\/hf_token\)" +openclaw-onboard onboard /);
  expect(onboarding).toContain(' --secret-input-mode ref ');
  const others = instructions.filter((line) => line !== onboarding);
  expect(others.filter((line) => /token|secret/i.test(line))).toEqual([]);
});

test('what it runs writes the config, with a checked token that is stored nowhere', async () => {
  const at = program();
  const run = await runRecipe(at, ['sh', '-c', shellText(at)], { path: [installProgram()] });
  expect(run).toMatchObject({ code: 0 });
  expect(at.read('openclaw.json')).toContain('fallbacks: ["huggingface/Qwen/Qwen3-8B"]');
  expect(at.read('.env')).toBeUndefined();
  expect(filesWithToken(at.home)).toEqual(['secret']);
});

test('a wrong token ends the build', async () => {
  const at = program();
  const command = ['sh', '-c', shellText(at, OTHER_TOKEN)];
  expect(await runRecipe(at, command, { path: [installProgram()] })).toMatchObject({ code: 4 });
});

test('a container that starts without the token says so', async () => {
  const at = program();
  const path = [installProgram()];
  await runRecipe(at, ['sh', '-c', shellText(at)], { path });
  const command = JSON.parse(instructions.find((line) => line.startsWith('CMD '))?.slice('CMD '.length) ?? '');
  expect(await runRecipe(at, command, { path })).toMatchObject({ code: 4 });
  expect(await runRecipe(at, command, { path, env: { HF_TOKEN: TOKEN } })).toMatchObject({ code: 0 });
});
