import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openTerminal } from '../../scripts/terminal/terminal.js';
import { answerFirstRun, personAt } from '../support/session.ts';
import { tempDirectory } from '../support/temp-directory.ts';

const DEMO = fileURLToPath(new URL('../../scripts/demo.js', import.meta.url));

function startDemo(home = tempDirectory()) {
  const env = { PATH: process.env.PATH ?? '', HOME: home, TERM: 'xterm-256color', LC_ALL: 'C.UTF-8', TMPDIR: home };
  const terminal = openTerminal(process.execPath, [DEMO], { env, cwd: home });
  onTestFinished(terminal.kill);
  return personAt(terminal);
}

/** The throwaway home that it made below the directory for temporary files. */
function homesIn(directory: string): string[] {
  return readdirSync(directory).filter((name) => name.startsWith('openclaw-demo-'));
}

test('the demo in a terminal asks, and ends with the config and what is set up', async () => {
  const session = startDemo();
  await answerFirstRun(session);
  session.press('enter');
  expect(await session.exited).toBe(0);
  expect(session.history()).toContain('model: { primary: "huggingface/deepseek-ai/DeepSeek-R1" },');
  expect(session.history()).toContain('$ openclaw models status');
  expect(session.history()).not.toContain('MiniMaxAI/MiniMax-M2.7');
});

test('ctrl-c ends the demo, which leaves nothing behind', async () => {
  const directory = tempDirectory();
  const session = startDemo(directory);
  await session.asks('Hugging Face token');
  expect(homesIn(directory)).toHaveLength(1);
  session.press('ctrl-c');
  expect(await session.exited).toBe(130);
  expect(homesIn(directory)).toEqual([]);
  expect(session.cursorIsVisible()).toBe(true);
});
