import { test } from 'vitest';
import { useCommands } from '../support/in-process.ts';
import { TOKEN } from '../support/program.ts';

const program = useCommands();
test('x', async () => {
  const { answer } = program();
  const r = await answer(
    [
      { asks: 'Hugging Face token', answers: 'gsk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' },
      { asks: 'Hugging Face token', answers: TOKEN },
      { asks: 'Default Hugging Face model' },
      { asks: 'Route requests by' },
      { asks: 'Apply these changes?', answers: 'Add fallback models' },
      { asks: 'Fallback models', types: 'qwen 30b' },
      { asks: 'Fallback models', types: 'https://huggingface.co/acme/new-one/tree/main?x=1', twice: true },
      { asks: 'Fallback models', types: 'xyzzy zz', answers: 'zz' },
    ],
    undefined,
    { env: { COLUMNS: '80' } },
  ).catch((e) => {
    console.log(e);
    throw e;
  });
  for (const a of r.asked)
    console.log(a.screen + '\n' + (a.filtered ?? '') + '\n' + (a.confirm ?? '') + (a.refused ?? ''));
  console.log(r.stdout);
  console.log(r.stderr);
  console.log(r.code);
});
test('y', async () => {
  const { answer } = program();
  const r = await answer(
    [
      { asks: 'Hugging Face token', answers: TOKEN },
      { asks: 'Default Hugging Face model' },
      { asks: 'Route requests by' },
      { asks: 'Apply these changes?' },
    ],
    undefined,
    { env: { COLUMNS: '80' } },
  );
  for (const a of r.asked.slice(-1)) console.log(a.screen);
  console.log(r.stdout);
  console.log(r.stderr);
  console.log(r.code);
});
