import { expect, onTestFinished, test } from 'vitest';
import { fixtureAnswer } from '../../scripts/stand-in/answers.js';
import { openTerminal } from '../../scripts/terminal/terminal.js';
import { type Program, TOKEN, useProgram } from '../support/program.ts';
import { BIN } from '../support/run-openclaw.ts';
import { personAt, type Session, startSession } from '../support/session.ts';

const program = useProgram();
const CTRL_Z = '\u001a';
const SLOWLY = { ...fixtureAnswer('whoami-finegrained-with-permission.json'), delayMs: 2000 };
const WAITING = /Checking the token and fetching the models \d s/;

test('what is typed while the service is waited for is not shown, and answers nothing', async () => {
  const ours = program();
  ours.service.script('/api/whoami-v2', SLOWLY);
  const session = startSession(ours);
  await session.paste(TOKEN);
  await session.shows(WAITING);
  session.type(`${TOKEN}\r`);
  session.type('zzz\r\u001b[B');
  await session.asks('Default Hugging Face model');
  await session.shows('❯ deepseek-ai/DeepSeek-R1');
  expect(session.history()).not.toMatch(/hf_Example|zzz/);
  await session.find('Default Hugging Face model', 'gpt-oss-120b', 'openai/gpt-oss-120b');
  await session.asks('Route requests by');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
  expect(session.raw()).not.toContain('zzz');
});

test('ctrl-c typed while the service is waited for interrupts; a second one ends the process', async () => {
  const ours = program();
  ours.service.script('/api/whoami-v2', { hang: true });
  const session = startSession(ours);
  await session.paste(TOKEN);
  await session.shows(WAITING);
  session.press('ctrl-c', 'ctrl-c');
  expect(await session.ends()).toBe(130);
});

/** The program in a shell with job control; the prompt of the shell is `$ `. */
async function startInShell({ home, service }: Program): Promise<Session> {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    TERM: 'xterm-256color',
    LC_ALL: 'C.UTF-8',
    PS1: '$ ',
    HF_ENDPOINT: service.url,
    OPENCLAW_HUGGINGFACE_BASE_URL: service.baseUrl,
  };
  const terminal = openTerminal('bash', ['--norc', '--noprofile', '-i'], { env, cwd: home });
  onTestFinished(terminal.kill);
  const session = personAt(terminal);
  await session.shows('$');
  session.type(`openclaw() { ${process.execPath} ${BIN} "$@"; }; clear\r`);
  await session.until(() => session.text().trim() === '$', 'an empty screen');
  session.type('openclaw onboard --auth-choice huggingface-api-key\r');
  return session;
}

/** The modes of the shell's terminal that a question changes. */
const MODES = 'stty -a | grep -o " -\\?\\(echo\\|icanon\\)\\b" | tr -d "\\n"';

test('ctrl-z stops the program at a question and gives the shell its terminal back; fg comes back to the same question', async () => {
  const session = await startInShell(program());
  await session.asks('Hugging Face token');
  session.type(CTRL_Z);
  await session.shows('Stopped');
  expect(session.text()).not.toContain('? Hugging Face token');
  session.type(`${MODES}; echo " mode"\r`);
  await session.shows(' icanon echo mode');
  session.type('fg\r');
  await session.asks('Hugging Face token');
  await session.paste(TOKEN);
  await session.asks('Default Hugging Face model');
  await session.hides('Stopped');
  session.type(CTRL_Z);
  await session.shows('Stopped');
  session.type('fg\r');
  await session.find('Default Hugging Face model', 'gpt-oss-120b', 'openai/gpt-oss-120b');
  await session.asks('Route requests by');
  session.press('ctrl-c');
  await session.shows('Nothing was changed.');
  session.type(`echo "it was $? "; ${MODES}; echo " mode at the end"\r`);
  await session.shows(/^it was 130\n icanon echo mode at the end/m);
  expect(session.cursorIsVisible()).toBe(true);
});

test('ctrl-z stops it while the service is waited for, too', async () => {
  const ours = program();
  ours.service.script('/api/whoami-v2', SLOWLY);
  const session = await startInShell(ours);
  await session.paste(TOKEN);
  await session.shows(WAITING);
  session.type(CTRL_Z);
  await session.shows('Stopped');
  expect(session.cursorIsVisible()).toBe(true);
  session.type('fg\r');
  await session.asks('Default Hugging Face model');
  session.press('ctrl-c');
  await session.shows('Nothing was changed.');
});
