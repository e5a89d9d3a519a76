import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempDirectory } from '../support/temp-directory.ts';
import { onboardArgs, placesIn, serviceEnv, TOKEN, useProgram } from './support/program.ts';
import { useService } from './support/service.ts';
import { tried } from './support/soak.ts';

const program = useProgram();
const MEGABYTE = 1024 * 1024;
const MODEL = { id: 'deepseek-ai/DeepSeek-R1', providers: [] };

async function onboard(config: string | Buffer, flags: readonly string[] = []) {
  const service = await useService({ models: [MODEL] });
  const home = tempDirectory();
  const at = placesIn(home);
  writeFileSync(at.config, config);
  const args = onboardArgs(['--huggingface-api-key', '-', ...flags]);
  tried('large and odd files', 1);
  return { ...(await program().run(args, { home, env: serviceEnv(service), input: TOKEN })), at };
}

function deep(levels: number, [open, close]: readonly [string, string], inner = ''): string {
  return open.repeat(levels) + inner + close.repeat(levels);
}

describe('a config', () => {
  test.each([
    ['lists', ['[', ']']],
    ['objects', ['{a:', '}']],
    ['both', ['{"a":[', ']}']],
  ] as const)('with 10,000 levels of %s is refused in words', async (_, brackets) => {
    const { code, stderr, at } = await onboard(`{ x: ${deep(10_000, brackets, '1')} }`);
    expect([code, stderr]).toEqual([3, expect.stringMatching(/more than 1000 levels of nesting/)]);
    expect(at.envText()).toBe(null);
  });

  test('with 900 levels is edited', async () => {
    const text = `{ x: ${deep(900, ['[', ']'])} }`;
    const { code, at } = await onboard(text);
    expect([code, at.text()?.includes(text.slice(2, -2))]).toEqual([0, true]);
  });

  test('of 19 MB is edited, every byte kept', async () => {
    const line = `  // ${'a comment '.repeat(20)}\n`;
    const text = `{\n${line.repeat(Math.floor((19 * MEGABYTE) / line.length))}}\n`;
    const { code, at } = await onboard(text);
    expect(code).toBe(0);
    expect(at.text()?.startsWith(text.slice(0, -2))).toBe(true);
  });

  test('of more than 20 MB is refused', async () => {
    const { code, stderr } = await onboard(Buffer.alloc(20 * MEGABYTE + 1, 0x20));
    expect([code, stderr]).toEqual([3, expect.stringContaining('larger than 20 MB')]);
  });

  test('of 5 MB is previewed', async () => {
    const members = Array.from(
      { length: 50_000 },
      (_, index) => `  k${index}: { apiKey: 'secret-of-somebody-${index}' },\n`,
    );
    const { code, stdout } = await onboard(`{\n${members.join('')}}\n`, ['--dry-run']);
    expect([code, stdout.length < 10_000]).toEqual([0, true]);
    expect(stdout).not.toContain('secret-of-somebody');
  });

  test('with a line of 1 MB is edited, and a mistake in it is shown in short', async () => {
    const long = `{ x: "${'y'.repeat(MEGABYTE)}", z: 1 }`;
    expect((await onboard(long)).at.text()?.startsWith(long.slice(0, -2))).toBe(true);
    const broken = await onboard(`${long.slice(0, -8)} ? z: 1 }`);
    expect([broken.code, broken.stderr.length < 1000]).toEqual([3, true]);
  });

  test('with numbers beyond 2^53, halves of characters and odd numbers keeps their text', async () => {
    const members = [
      'big: 123456789012345678901234567890',
      'id: 9007199254740993',
      'long: 0.1000000000000000055511151231257827',
      'hex: 0xFF',
      'plus: +1',
      'dot: .5',
      'nan: NaN',
      'minus: -0',
      'lone: "\\ud800"',
      'nul: "\\0"',
      'raw: "\0"',
      'marks: "\u202e\u200b\u001b[31m"',
      "'__proto__': { polluted: true }",
      'constructor: 1',
      'twice: 1',
      'twice: 2',
    ];
    const { code, at } = await onboard(`\ufeff{\r\n${members.map((member) => `\t${member}, // c\r\n`).join('')}}\r\n`);
    expect(code).toBe(0);
    for (const member of members) expect(at.text()).toContain(`\t${member}, // c\r\n`);
    const shown = await onboard(`{ ${members.join(', ')} }`, ['--dry-run']);
    expect(shown.code).toBe(0);
  });

  test.each([
    ['NUL bytes', Buffer.from('{ a: \0\0 }')],
    ['nothing but NUL bytes', Buffer.alloc(100)],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    ['a lone surrogate as bytes', Buffer.from([0x7b, 0x61, 0x3a, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x7d])],
    ['UTF-16', Buffer.from('\ufeff{ a: 1 }', 'utf16le')],
    ['another language', Buffer.from('%PDF-1.7\n\u001b[31m\u202e')],
    ['a top level list', Buffer.from('[]')],
    ['an unclosed comment', Buffer.from('/* { a: 1 }')],
    ['an unclosed string', Buffer.from('{ a: "\u001b]0;title\u0007')],
  ])('with %s is refused with its place', async (_, bytes) => {
    const { code, stderr, at } = await onboard(bytes);
    expect([code, stderr]).toEqual([3, expect.stringContaining(at.config)]);
    expect(readFileSync(at.config).equals(bytes)).toBe(true);
    expect([at.envText(), at.leftovers()]).toEqual([null, []]);
  });
});

describe('a file of others', () => {
  const DEEP = deep(10_000, ['[', ']']);

  test.each([
    ['the cache', 'cache/huggingface-models.json', DEEP],
    ['the cache, below its list', 'cache/huggingface-models.json', `{"data":${DEEP}}`],
    ['models.json', 'agents/main/agent/models.json', DEEP],
    ['models.json, of 21 MB', 'agents/main/agent/models.json', ' '.repeat(21 * MEGABYTE)],
    ['auth-profiles.json', 'agents/main/agent/auth-profiles.json', DEEP],
    ['the record of the last write', 'cache/last-write.json', DEEP],
  ])('%s, too deep or too large, is ignored', async (_, file, text) => {
    const service = await useService({ models: [MODEL] });
    const home = tempDirectory();
    const at = placesIn(home);
    const path = join(at.stateDir, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    const env = { ...serviceEnv(service), HF_TOKEN: TOKEN };
    for (const args of [['models', 'list', '--json'], onboardArgs([])]) {
      expect((await program().run(args, { home, env })).code).toBe(0);
    }
    tried('large and odd files', 1);
  });

  test.each([
    ['of 2 MB', 'A=1\n'.repeat(500_000), 3],
    ['with a line of 900 KB', `A=${'x'.repeat(900_000)}\n`, 0],
    ['with NUL bytes', 'A=\0\nB=1\n', 0],
    ['with 100,000 quotes', `A=${'"'.repeat(100_000)}\n`, 0],
    ['with 100,000 backslashes in quotes', `A="${'\\"'.repeat(50_000)}\n`, 0],
    ['with 200,000 blanks', `A${' '.repeat(200_000)}\nB=1\n`, 0],
  ])('a .env %s is edited or refused', async (_, text, expected) => {
    const service = await useService({ models: [MODEL] });
    const home = tempDirectory();
    const at = placesIn(home);
    writeFileSync(at.envFile, text, { mode: 0o600 });
    const args = onboardArgs(['--huggingface-api-key', '-']);
    const { code } = await program().run(args, { home, env: serviceEnv(service), input: TOKEN });
    expect(code).toBe(expected);
    if (expected === 0) expect(at.envText()?.startsWith(text)).toBe(true);
    tried('large and odd files', 1);
  });

  test.each([
    ['of 2 MB', Buffer.alloc(2 * MEGABYTE, 'x'), 2],
    ['of nothing', '', 2],
    ['of binary', Buffer.from([0, 1, 2, 255]), 2],
    ['with a BOM and line ends', `\ufeff${TOKEN}\r\n`, 0],
  ])('stdin %s is told as what it is', async (_, input, expected) => {
    const service = await useService({ models: [MODEL] });
    const args = onboardArgs(['--huggingface-api-key', '-']);
    const { code } = await program().run(args, { home: tempDirectory(), env: serviceEnv(service), input });
    expect(code).toBe(expected);
  });
});
