import { describe, expect, test } from 'vitest';
import { listTable } from '../../../src/commands/models/list/format.ts';
import type { ListRow } from '../../../src/commands/models/list/rows.ts';
import type { Io } from '../../../src/system.ts';
import { en } from '../../../src/words/en/en.ts';
import { useCommands } from '../../support/in-process.ts';
import { TOKEN, useProgram } from '../../support/program.ts';

const program = useCommands();
/** What a locale can show is found out where the process begins. */
const built = useProgram();
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

  test('40 columns: two lines a model, the titles too', async () => {
    const { list } = program();
    const narrow = { ...env, COLUMNS: '40' };
    expect((await list(['--search', 'qwen3-8b'], { env: narrow })).stdout).toBe(
      'Model\n  Context  Tools  Image  $/M in   Out\nhuggingface/Qwen/Qwen3-8B\n      41k  some            0.07  0.18\n',
    );
    expect((await list([], { env: narrow })).stdout).toContain(
      'huggingface/Qwen/Qwen3-Coder-30B-A3B-Instruct\n     128k  some           0.20    0.80\n',
    );
  });

  test('80 columns: name and tags are dropped, the price never; a long id has a line of its own', async () => {
    const { list } = program();
    const { stdout } = await list(['--search', 'qwen3 coder 30b'], { env: { ...env, COLUMNS: '80' } });
    expect(stdout).toBe(`Model                                        Context  Tools  Image  $/M in   Out
huggingface/Qwen/Qwen3-Coder-30B-A3B-Instruct
                                                128k  some            0.20  0.80
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
  const { list } = built();
  const { stderr } = await list(['--offline'], { env: { LANG: 'C.UTF-8' } });
  expect(stderr).toBe(
    '10 models · built-in list of 2026-11-20 · prices in USD per million tokens\nNo requests were made (--offline).\n',
  );
});

test('titles are bold, the prefix of a ref, dashes and tags dim', () => {
  const style = (format: unknown, text: string) => `<${format}:${text}>`;
  const out = { write: () => {}, isTerminal: true, columns: 120, hyperlinks: false, style };
  const row: ListRow = {
    ref: 'huggingface/a/b',
    model: null,
    alias: null,
    tags: [{ kind: 'default' }, { kind: 'configured' }],
  };
  const io = { out, unicode: true } as unknown as Io;
  expect(listTable([row], { io, words: en })).toEqual([
    '<bold:Model>            <bold:Context>  <bold:Tools>  <bold:Image>  <bold:$/M in>  <bold:Out>  <bold:Name>             <bold:Tags>',
    '<dim:huggingface/>a/b        <dim:–>  <dim:–>      <dim:–>           <dim:–>    <dim:–>  huggingface/a/b  <dim:default, configured>',
  ]);
});

describe('where nothing is left, what to loosen', () => {
  test.each([
    ['--search xyzzy', 'No model matches "xyzzy" (10 looked at).'],
    ['--max-price 0', 'No model matches --max-price 0 (10 looked at).'],
    ['--search qwen --image', 'No model matches "qwen", --image (10 looked at). Leave one of these out.'],
    ['--configured', 'No model matches --configured (0 looked at).'],
  ])('%s', async (flags, says) => {
    const { list } = program();
    const run = await list([...flags.split(' '), '--offline']);
    expect(run).toEqual({ code: 0, stdout: '', stderr: `${says}\nNo requests were made (--offline).\n` });
  });
});
