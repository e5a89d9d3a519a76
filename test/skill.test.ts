import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillSkill } from '../scripts/skill.js';
import { installProgram, runRecipe, tokensIn } from './examples/recipe.ts';
import { configText } from './support/config-text.ts';
import { useCommands } from './support/in-process.ts';
import { documentOf, TOKEN } from './support/program.ts';
import { documentFaults } from './support/schemas.ts';

const skill = readFileSync(new URL('../SKILL.md', import.meta.url), 'utf8');
const program = useCommands();

test('SKILL.md says what the command table says: node scripts/skill.js', async () => {
  expect(fillSkill(skill, documentOf(await program().run(['help', '--json'])))).toBe(skill);
});

test('it has the front matter of a skill, names no token, and is short', () => {
  const [, name = '', description = ''] = /^---\nname: ([a-z-]+)\ndescription: (.+)\n---\n/.exec(skill) ?? [];
  expect(name).toBe('openclaw-onboard');
  expect(description.length).toBeGreaterThan(100);
  expect(description.length).toBeLessThan(1024);
  expect(tokensIn(skill)).toEqual([]);
  expect(skill.trimEnd().split('\n').length).toBeLessThan(160);
});

/** Command lines that are whole: those of the blocks, and those in the text. */
const blocks = [...skill.matchAll(/```bash\n(.*?)```/gs)].flatMap(([, block = '']) => block.trimEnd().split('\n'));
const inline = [...skill.matchAll(/`(openclaw-onboard [^`]+)`/g)].map(([, command = '']) => command);
const whole = inline.filter((command) => !/[<[]/.test(command) && / --?\w|undo$/.test(command));
const lines = [...new Set([...blocks.filter((line) => !line.startsWith('#')), ...whole])];

test.each(lines)('%s', async (line) => {
  const at = program();
  at.write('openclaw.json', configText('models.json5'));
  at.write('hf_token', `${TOKEN}\n`);
  await at.run(['models', 'set', 'quick']);
  const command = line.replace('/run/secrets/hf_token', join(at.stateDir, 'hf_token'));
  const run = await runRecipe(at, ['bash', '-c', command], { path: [installProgram()], env: { HF_TOKEN: TOKEN } });
  expect([run.code, run.stderr]).toEqual([
    line.endsWith('onboard --auth-choice huggingface-api-key') ? 2 : 0,
    run.stderr,
  ]);
  expect(documentFaults(line.split(' '), run)).toEqual([]);
});
