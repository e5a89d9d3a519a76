import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { TOKEN, useProgram } from './support/program.ts';

const README = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');

/** Every command of the README that is whole: in blocks, with continued lines joined, and in the text. */
function commands(): string[] {
  const blocks = [...README.matchAll(/```bash\n(.*?)```/gs)].flatMap(([, text = '']) =>
    text.replaceAll('\\\n', ' ').split('\n'),
  );
  const inline = [...README.matchAll(/`(openclaw [^`]+)`/g)].map(([, text = '']) => text);
  const whole = [...blocks, ...inline].filter((line) => /^openclaw [^…<|\\]+$/.test(line));
  return [...new Set(whole.map((line) => line.replace(/\s+/g, ' ').trim()))];
}

const program = useProgram();

test('every command of the README does what it is there for', async () => {
  const { run } = program();
  const env = { HF_TOKEN: TOKEN };
  const [first = '', ...others] = commands();
  expect(commands().length).toBeGreaterThan(6);
  // The one that asks questions needs a terminal, and says so here.
  expect((await run(wordsOf(first), { env })).code).toBe(2);
  const onboard = others.find((command) => command.includes('--non-interactive')) ?? '';
  for (const command of [onboard, ...others]) {
    const { code, stderr } = await run(wordsOf(command), { env });
    const asks = command === 'openclaw onboard';
    expect(`${command}: ${code}`, stderr).toBe(`${command}: ${asks ? 2 : 0}`);
  }
});

function wordsOf(command: string): string[] {
  return command
    .split(' ')
    .slice(1)
    .map((word) => (word === '"$HF_TOKEN"' ? TOKEN : word));
}
