import { describe, expect, test } from 'vitest';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, OTHER_TOKEN, TOKEN, WITH_TOKEN } from '../../support/program.ts';

const program = useCommands();
const NEW_TOKEN =
  'https://huggingface.co/settings/tokens/new?ownUserPermissions=inference.serverless.write&tokenType=fineGrained';

describe('warnings', () => {
  test('a stored key that a variable of this process shadows', async () => {
    const { onboard, read } = program();
    const run = await onboard([...WITH_TOKEN, '--json'], { env: { HUGGINGFACE_HUB_TOKEN: OTHER_TOKEN } });
    expect(documentOf(run).warnings).toEqual([
      'HUGGINGFACE_HUB_TOKEN in the environment holds another token, which comes before the stored one',
    ]);
    expect(read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  });

  test('a key that stands in .env under the second name, and another one in the environment', async () => {
    const { onboard, write } = program();
    write('.env', `HF_TOKEN=${TOKEN}\n`);
    const run = await onboard([...WITH_TOKEN, '--json'], { env: { HF_TOKEN: OTHER_TOKEN } });
    expect(documentOf(run).warnings).toEqual([
      'HF_TOKEN in the environment holds another token, which comes before the stored one',
    ]);
  });

  test('a key of --secret-input-mode ref that another variable comes before', async () => {
    const { onboard, write, stateDir } = program();
    write('.env', `HUGGINGFACE_HUB_TOKEN=${OTHER_TOKEN}\n`);
    const run = await onboard([...WITH_TOKEN, '--secret-input-mode', 'ref', '--json'], { env: { HF_TOKEN: TOKEN } });
    expect(documentOf(run).warnings).toContain(
      `OpenClaw will use another token: HUGGINGFACE_HUB_TOKEN in ${stateDir}/.env comes before the one given`,
    );
  });

  test('a variable whose quotes OpenClaw would send along', async () => {
    const { onboard } = program();
    const { code, stderr } = await onboard(['--verify', 'off'], { env: { HF_TOKEN: `"${TOKEN}"` } });
    expect([code, stderr]).toEqual([0, expect.stringContaining('HF_TOKEN in the environment')]);
  });
});

describe('exit 4', () => {
  test('no token anywhere: where it looked, and what to do', async () => {
    const { onboard, stateDir, files } = program();
    const before = files();
    expect(failureOf(await onboard([]))).toEqual({
      code: 4,
      says: [
        `No Hugging Face token: looked at HUGGINGFACE_HUB_TOKEN and HF_TOKEN in the environment, ${stateDir}/.env and the env block of ${stateDir}/openclaw.json. Nothing was changed.`,
        'Pass --huggingface-api-key-file <path>, or pipe it to --huggingface-api-key -',
        `Create a token: ${NEW_TOKEN}`,
      ],
    });
    expect(files()).toEqual(before);
  });

  test("another service's key in a variable is named with its source and never sent", async () => {
    const { onboard, asked } = program();
    expect(failureOf(await onboard([], { env: { HF_TOKEN: `sk-proj-${'x9'.repeat(20)}` } }))).toEqual({
      code: 4,
      says: [
        'HF_TOKEN in the environment does not hold a Hugging Face token. That looks like an OpenAI key (sk-…). A Hugging Face token starts with hf_. Nothing was changed.',
        `Fix it there. A new token: ${NEW_TOKEN}`,
      ],
    });
    expect(asked()).toEqual([]);
  });
});
