import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { useCommands } from './support/in-process.ts';
import { TOKEN } from './support/program.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const PAGES = readdirSync(`${ROOT}docs`).filter((name) => /^README\..+\.md$/.test(name));

/** Every command of a page that is whole: in blocks, with continued lines joined, and in the text. */
function commandsOf(page: string): string[] {
  const text = readFileSync(ROOT + page, 'utf8');
  const blocks = [...text.matchAll(/```bash\n(.*?)```/gs)].flatMap(([, block = '']) =>
    block.replaceAll('\\\n', ' ').split('\n'),
  );
  const inline = [...text.matchAll(/`(openclaw [^`]+)`/g)].map(([, command = '']) => command);
  const whole = [...blocks, ...inline].filter((line) => /^openclaw [^…<|\\]+$/.test(line));
  return [...new Set(whole.map((line) => line.replace(/\s+/g, ' ').trim()))];
}

const commands = useCommands();

test('every command of README.md and of its translations does what it is there for', async () => {
  const { run } = commands();
  const env = { HF_TOKEN: TOKEN };
  const [first = '', ...others] = new Set(['README.md', ...PAGES.map((name) => `docs/${name}`)].flatMap(commandsOf));
  expect(others.length).toBeGreaterThan(5);
  // The one that asks questions needs a terminal, and says so here.
  expect((await run(wordsOf(first), { env })).code).toBe(2);
  const onboard = others.find((command) => command.includes('--non-interactive')) ?? '';
  for (const command of [onboard, ...others]) {
    const { code, stderr } = await run(wordsOf(command), { env });
    const asks = command === 'openclaw onboard';
    expect(`${command}: ${code}`, stderr).toBe(`${command}: ${asks ? 2 : 0}`);
  }
});

test.each(PAGES)('docs/%s has commands to copy', (page) => {
  expect(commandsOf(`docs/${page}`).length).toBeGreaterThan(2);
});

function wordsOf(command: string): string[] {
  return command
    .split(' ')
    .slice(1)
    .map((word) => (word === '"$HF_TOKEN"' ? TOKEN : word));
}
