import { describe, expect, test } from 'vitest';
import { TOKEN, useProgram } from '../../support/program.ts';

const program = useProgram();
const env = { HF_TOKEN: TOKEN };

describe('a list as wide as the screen', () => {
  test.each([[40], [60], [80], [120]])('%i columns: no id is cut, and no other line is wider', async (columns) => {
    const { list } = program();
    const plain = (await list(['--plain'], { env })).stdout.trimEnd().split('\n');
    const { stdout } = await list([], { env: { ...env, COLUMNS: String(columns) } });
    const lines = stdout.trimEnd().split('\n');
    const refs = lines.map((line) => line.split(' ')[0] ?? '').filter((word) => word.startsWith('huggingface/'));
    expect(refs).toEqual(plain);
    const wide = lines.filter((line) => line.length > columns);
    expect(wide.filter((line) => line.trim().includes(' '))).toEqual([]);
  });

  test('40 columns: what fits, most important first; of a whole list two lines a model', async () => {
    const { list } = program();
    const narrow = { ...env, COLUMNS: '40' };
    expect((await list(['--search', 'qwen3-8b'], { env: narrow })).stdout).toBe(
      'Model                      Ctx\nhuggingface/Qwen/Qwen3-8B  41k\n',
    );
    expect((await list([], { env: narrow })).stdout).toContain(
      'huggingface/Qwen/Qwen3-Coder-30B-A3B-Instruct\n  128k  0.20/0.80  some\n',
    );
  });

  test('80 columns: columns are dropped from the right', async () => {
    const { list } = program();
    const { stdout } = await list(['--search', 'qwen3 coder 30b'], { env: { ...env, COLUMNS: '80' } });
    expect(stdout).toBe(`Model                                           Ctx  $/M in/out  Tools  Input
huggingface/Qwen/Qwen3-Coder-30B-A3B-Instruct  128k   0.20/0.80  some   text
`);
  });
});

test('what could move a cursor never reaches the screen', async () => {
  const { list, write } = program();
  write(
    'openclaw.json',
    '{agents:{defaults:{models:{"huggingface/org/x\\u001b[31m":{alias:"\\u202eevil\\u001b]0;t\\u0007"}}}}}',
  );
  const { stdout } = await list(['--configured'], { env });
  expect(stdout).toContain('alias:evil');
  expect(stdout).toMatch(/^[\x20-\x7e\n]*$/);
});

test('a UTF-8 locale gets dots in the footer', async () => {
  const { list } = program();
  const { stderr } = await list(['--offline'], { env: { LANG: 'C.UTF-8' } });
  expect(stderr).toBe(
    '10 models · built-in list of 2026-11-20 · prices in USD per million tokens, input/output\nNo requests were made (--offline).\n',
  );
});
