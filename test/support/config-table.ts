import { expect, test } from 'vitest';
import { useCommands } from './in-process.ts';
import { linesOf, type Program, TOKEN } from './program.ts';

/** One call of a command on a config. In texts `CONFIG` stands for the config's path. */
export type Row = {
  name: string;
  args: string[];
  /** The config before; the table's own where it is not given. */
  before?: string;
  /** The config after it, as what to replace by what in the one before; nothing, and no byte may change. */
  edits?: [from: string, to: string][];
  /** The whole of stdout; the lines that say what was saved come by themselves, before these. */
  stdout?: string[];
  /** The lines of stderr, without marks and without the one that names the undo. */
  stderr?: string[];
  code?: number;
};

/** Rows as tests: arguments, config before, config after, stdout, stderr, exit code, all of them exact. */
export function testConfigTable(before: string, rows: readonly Row[], prepare: (program: Program) => void = () => {}) {
  const commands = useCommands();
  test.each(rows)('$name', async (row) => {
    const program = commands();
    prepare(program);
    const text = row.before ?? before;
    program.write('openclaw.json', text);
    const { code, stdout, stderr } = await program.run(row.args, { env: { HF_TOKEN: TOKEN } });
    const named = (shown: string) => shown.replaceAll(program.config, 'CONFIG');
    expect({ code, stdout: named(stdout), stderr: stderr === '' ? [] : linesOf(named(stderr)) }).toEqual({
      code: row.code ?? 0,
      stdout: expectedStdout(row),
      stderr: [...(row.edits ? [UNDO] : []), ...(row.stderr ?? [])],
    });
    expect(program.read('openclaw.json')).toBe(edited(text, row.edits ?? []));
    expect(program.read('openclaw.json.bak')).toBe(row.edits ? text : undefined);
  });
}

const SAVED = ['Updated config: CONFIG', 'Backup: CONFIG.bak'];
const UNDO = 'Undo: openclaw config undo';

function expectedStdout({ code = 0, edits, stdout = [] }: Row): string {
  if (code !== 0) return '';
  const lines = [...(edits ? SAVED : ['Already up to date: CONFIG']), ...stdout];
  return lines.map((line) => `${line}\n`).join('');
}

function edited(text: string, edits: readonly [from: string, to: string][]): string {
  return edits.reduce((result, [from, to]) => {
    expect(result.split(from)).toHaveLength(2);
    return result.replace(from, () => to);
  }, text);
}
