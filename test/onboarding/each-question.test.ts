import { expect, test } from 'vitest';
import { accountIn } from '../support/account.ts';
import { type Program, TOKEN, useProgram } from '../support/program.ts';
import { answerFirstRun, type Session, type SessionOptions, startSession } from '../support/session.ts';

const program = useProgram();

type At = {
  title: string;
  /** How to get there. */
  open(ours: Program): Promise<Session>;
};

const opened = async (ours: Program, args?: readonly string[], options?: SessionOptions) => {
  const session = startSession(ours, args, options);
  await session.shows(/^\? /m);
  return session;
};

/** A row of the summary. */
const atSummary = (title: string, row: string): At => ({
  title,
  open: async (ours) => {
    ours.service.script('/api/whoami-v2', accountIn(['Acme']));
    const session = startSession(ours);
    await answerFirstRun(session);
    await session.choose('Apply these changes?', row);
    return session;
  },
});

const QUESTIONS: At[] = [
  { title: 'Provider', open: (ours) => opened(ours, ['onboard']) },
  { title: 'Hugging Face token', open: (ours) => opened(ours) },
  { title: 'Hugging Face token', open: (ours) => opened(ours, undefined, { env: { HF_TOKEN: TOKEN } }) },
  {
    title: 'What now?',
    open: async (ours) => {
      ours.service.script('/api/whoami-v2', { status: 500, body: 'no' });
      const session = startSession(ours);
      await session.paste(TOKEN);
      return session;
    },
  },
  {
    title: 'Default Hugging Face model',
    open: async (ours) => {
      const session = startSession(ours);
      await session.paste(TOKEN);
      return session;
    },
  },
  {
    title: 'Route requests by',
    open: async (ours) => {
      const session = startSession(ours);
      await session.paste(TOKEN);
      await session.choose('Default Hugging Face model');
      return session;
    },
  },
  {
    title: 'Apply these changes?',
    open: async (ours) => {
      const session = startSession(ours);
      await answerFirstRun(session);
      return session;
    },
  },
  atSummary('Fallback models', 'Add fallback models'),
  atSummary('Alias for deepseek-ai/DeepSeek-R1', 'Change the alias'),
  atSummary('Where to keep the token', 'Change where the token is kept'),
  atSummary('Bill to an organisation', 'Bill to an organisation'),
];

const isWhole = (session: Session) => session.text().match(/^\? /gm)?.length === 1;

test.each(QUESTIONS)(
  '$title outlives Ctrl-L, another size, a SIGTSTP and a SIGSTOP; Ctrl-C leaves it with 130, and nothing is written',
  async ({ title, open }) => {
    const ours = program();
    const session = await open(ours);
    await session.asks(title);
    const isDrawn = () =>
      isWhole(session) && /esc back|enter choose|^\? .*(?:\(hidden\)|DeepSeek R1)$/m.test(session.text());
    await session.until(isDrawn, 'the question');
    const drawsAnew = async (disturb: () => void, screen?: string) => {
      const before = session.raw().length;
      disturb();
      const isAnew = () => session.raw().slice(before).includes('\u001b[2J') && isWhole(session);
      await session.until(() => isAnew() && (screen ?? session.text()) === session.text(), `this again:\n${screen}`);
    };
    // What had scrolled away is back.
    await drawsAnew(() => session.press('ctrl-l'));
    await session.until(isDrawn, 'the question');
    const screen = session.text();
    await drawsAnew(() => session.resize(40, 15));
    await drawsAnew(() => session.resize(120, 40));
    await drawsAnew(() => session.resize(80, 24), screen);
    await drawsAnew(() => session.signal('SIGTSTP'), screen);
    const stopAndGoOn = () => {
      session.signal('SIGSTOP');
      session.signal('SIGCONT');
    };
    await drawsAnew(stopAndGoOn, screen);
    session.press('ctrl-c');
    expect(await session.ends()).toBe(130);
    expect(session.text()).toContain('Nothing was changed.');
    expect(ours.files()).toEqual({});
  },
);

test('a text of several lines that is pasted at the summary applies nothing', async () => {
  const ours = program();
  const session = startSession(ours);
  await answerFirstRun(session);
  await session.shows('enter choose');
  session.type('some text\rand more\r');
  session.press('down');
  await session.shows('❯ Add fallback models');
  expect(ours.files()).toEqual({});
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});

test('ctrl-c in the test message leaves with 130, and nothing is written', async () => {
  const ours = program();
  ours.service.script('/v1/chat/completions', { hang: true });
  const session = startSession(ours);
  await answerFirstRun(session);
  await session.choose('Apply these changes?', 'Send a test message');
  await session.shows(/Sending a test message to \S+ \d s/);
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
  expect(ours.files()).toEqual({});
});

test('ctrl-c right after Apply: all of it is written, or nothing', async () => {
  const ours = program();
  const session = startSession(ours);
  await answerFirstRun(session);
  await session.shows('enter choose');
  session.type('\r\u0003');
  const code = await session.ends();
  const files = Object.keys(ours.files()).filter((file) => !file.includes('cache'));
  expect([130, 0]).toContain(code);
  expect(files.sort()).toEqual(files.length === 0 ? [] : ['.openclaw/.env', '.openclaw/openclaw.json']);
});
