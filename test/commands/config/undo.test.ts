import { chmodSync } from 'node:fs';
import { expect, test } from 'vitest';
import { configText } from '../../support/config-text.ts';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, modeOf, TOKEN } from '../../support/program.ts';

const commands = useCommands();
const BEFORE = configText('models.json5').replaceAll('\n', '\r\n');
const ENV_NOTE = '.env is not changed: a token that was stored there stays.';

test('puts the exact bytes before the last write back; a second undo has nothing to do', async () => {
  const { run, read, write, config } = commands();
  write('openclaw.json', BEFORE, 0o640);
  await run(['models', 'set', 'quick']);
  const preview = await run(['config', 'undo', '--dry-run']);
  expect(preview.stdout).toContain(`-        primary: 'huggingface/Qwen/Qwen3-8B', // the big one\r\n`);
  expect(preview.stderr).toBe(`${ENV_NOTE}\nDry run: nothing was written.\n`);
  expect(documentOf(await run(['config', 'undo', '--dry-run', '--json']))).toMatchObject({
    changed: false,
    wouldChange: true,
  });
  expect(read('openclaw.json')).not.toBe(BEFORE);
  expect(await run(['config', 'undo'])).toEqual({
    code: 0,
    stdout: `Restored: ${config}\nFrom: ${config}.bak\n`,
    stderr: `${ENV_NOTE}\n`,
  });
  expect([read('openclaw.json'), modeOf(config)]).toEqual([BEFORE, '640']);
  expect(failureOf(await run(['config', 'undo']))).toEqual({
    code: 3,
    says: [
      `Nothing to undo: no write to ${config} is remembered.`,
      'Older versions of the config are beside it, as .bak, .bak.1, …: openclaw config path',
    ],
  });
});

test('a file that was created goes away, and the token stays in .env', async () => {
  const { onboard, run, read, config } = commands();
  await onboard(['--huggingface-api-key', TOKEN]);
  const envFile = read('.env');
  const document = documentOf(await run(['config', 'undo', '--json']));
  expect(document).toEqual({
    ok: true,
    changed: true,
    config: { path: config, backup: null },
    notes: [ENV_NOTE],
    warnings: [],
  });
  expect(read('openclaw.json')).toBeUndefined();
  expect([envFile, read('.env')]).toEqual([`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`, envFile]);
});

test('is refused after somebody else changed the file', async () => {
  const { run, read, write, config } = commands();
  write('openclaw.json', BEFORE);
  await run(['models', 'set', 'quick']);
  write('openclaw.json', '{ mine: true }');
  const refused = {
    code: 3,
    says: [
      `${config} was changed since our last write. Nothing was changed.`,
      `The file as it was before that write: ${config}.bak`,
    ],
  };
  expect(failureOf(await run(['config', 'undo']))).toEqual(refused);
  expect(failureOf(await run(['config', 'undo', '--dry-run']))).toEqual(refused);
  expect(read('openclaw.json')).toBe('{ mine: true }');
});

test('is refused where the file may not be written', async () => {
  const { run, write, config } = commands();
  write('openclaw.json', BEFORE);
  await run(['models', 'set', 'quick']);
  chmodSync(config, 0o400);
  const { stdout, code } = await run(['config', 'undo', '--json']);
  expect([code, JSON.parse(stdout)]).toMatchObject([3, { ok: false, error: { code: 'config_unwritable' } }]);
});
