import { expect, test } from 'vitest';
import { completion } from '../../../scripts/stand-in/completions.js';
import { ID, listOf } from '../../support/bench-model.ts';
import { useCommands } from '../../support/in-process.ts';
import { TOKEN } from '../../support/program.ts';
import { startSession } from '../../support/session.ts';

const program = useCommands();
const env = { HF_TOKEN: TOKEN };
const ASK = 'Send up to 6 small messages to 2 inference providers';

test('in a terminal it asks, shows which message it waits for, and ends with the command that pins the best', async () => {
  const ours = program();
  ours.service.script('/v1/models', listOf([{ slug: 'one' }, { slug: 'two', price: [2, 3] }]));
  ours.service.scriptModel(`${ID}:one`, completion('call'));
  ours.service.scriptModel(`${ID}:two`, completion('call', { delayMs: 900 }));
  const session = startSession(ours, ['models', 'bench', ID], { env });
  await session.asks(ASK);
  await session.shows(`\n  ${ID}\n  ↑↓ move`);
  await session.choose(ASK, 'Send them');
  await session.shows(`Waiting for ${ID}:two (message 2 of 3)`);
  expect(await session.ends()).toBe(0);
  expect(session.text()).toMatch(/Best: one\. To pin it:\n {2}openclaw models set huggingface\/acme\/model:one\n/);
  expect(session.text()).not.toContain('Waiting');
});

test('Ctrl-C says what was measured until then: exit 130', async () => {
  const ours = program();
  ours.service.script('/v1/models', listOf([{ slug: 'one' }, { slug: 'two', price: [2, 3] }]));
  ours.service.scriptModel(`${ID}:one`, completion('call'));
  ours.service.scriptModel(`${ID}:two`, completion('call'), { hang: true });
  const session = startSession(ours, ['models', 'bench', ID, '--yes'], { env });
  await session.shows(`Waiting for ${ID}:two (message 2 of 3)`);
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
  expect(session.text()).toMatch(/^one +3\/3 /m);
  expect(session.text()).toMatch(/^two +1\/1 /m);
  expect(session.text()).toContain('Cost: $0.00088 for 4 messages');
  expect(session.text()).toContain('✗ Interrupted. Nothing was changed.');
  expect(session.text()).not.toMatch(/Best|None answered/);
});

test('Ctrl-C before the first answer shows no empty table', async () => {
  const ours = program();
  ours.service.script('/v1/models', listOf([{ slug: 'one' }]));
  ours.service.scriptModel(`${ID}:one`, { hang: true });
  const session = startSession(ours, ['models', 'bench', ID, '--yes'], { env });
  await session.shows(`Waiting for ${ID}:one (message 1 of 3)`);
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
  expect(session.text()).toBe('✗ Interrupted. Nothing was changed.');
});
