import { expect, test } from 'vitest';
import { TOKEN, useProgram } from '../support/program.ts';
import { type Session, startSession } from '../support/session.ts';

const program = useProgram();

/** The questions in their order, and how each is answered to get to the next one. */
const STEPS: readonly (readonly [string, (session: Session) => Promise<void>])[] = [
  ['Provider', (session) => session.choose('Provider')],
  ['Hugging Face token', (session) => session.paste(TOKEN)],
  ['Default Hugging Face model', (session) => session.choose('Default Hugging Face model')],
  ['Route requests by', (session) => session.choose('Route requests by')],
  ['Apply these changes?', async () => {}],
];

test.each(STEPS.map(([title], index) => ({ title, before: STEPS.slice(0, index) })))(
  'ctrl-c at $title leaves with 130 and writes nothing',
  async ({ title, before }) => {
    const ours = program();
    const session = startSession(ours, ['onboard']);
    for (const [, answer] of before) await answer(session);
    await session.asks(title);
    session.press('ctrl-c');
    expect(await session.ends()).toBe(130);
    expect(session.text()).toContain('Nothing was changed.');
    expect(ours.files()).toEqual({});
  },
);

test('ctrl-c while the service is waited for leaves with 130, and takes the spinner away', async () => {
  const ours = program();
  ours.service.script('/api/whoami-v2', { hang: true });
  const session = startSession(ours);
  await session.paste(TOKEN);
  await session.shows(/Checking the token and fetching the models \d s/);
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
  expect(session.text()).not.toContain('Checking the token');
  expect(ours.files()).toEqual({});
});

test('ctrl-c at "What now?" leaves with 130', async () => {
  const ours = program();
  ours.service.script('/api/whoami-v2', { status: 500, body: 'no' });
  const session = startSession(ours);
  await session.paste(TOKEN);
  await session.asks('What now?');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
  expect(ours.files()).toEqual({});
});

test('a terminal that goes away in the middle of a question ends the program, which writes nothing', async () => {
  const ours = program();
  const session = startSession(ours);
  await session.asks('Hugging Face token');
  session.hangUp();
  expect(await session.exited).toBe(143);
  expect(ours.files()).toEqual({});
});

test.each(STEPS.map(([title], index) => ({ title, before: STEPS.slice(0, index) })))(
  'ctrl-d at $title, the end of the input, is no answer: it leaves with 130 and without a warning',
  async ({ title, before }) => {
    const ours = program();
    const session = startSession(ours, ['onboard']);
    for (const [, answer] of before) await answer(session);
    await session.asks(title);
    session.press('ctrl-d');
    expect(await session.ends()).toBe(130);
    expect(session.text()).not.toMatch(/warning/i);
    expect(ours.files()).toEqual({});
  },
);
