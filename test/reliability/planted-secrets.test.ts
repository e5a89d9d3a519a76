import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatExcerpt } from '../../src/config/read/excerpt.ts';
import { maskSecrets } from '../../src/config/read/mask-secrets.ts';
import { Json5SyntaxError } from '../../src/json5/errors.ts';
import { parse } from '../../src/json5/parse.ts';
import { maskedDiff } from '../../src/setup/report/preview-diff.ts';
import { redactValue } from '../../src/text/redact.ts';
import { useCommands } from '../support/in-process.ts';
import { rounds, tried } from './support/soak.ts';

const commands = useCommands();

/** No line of a random config holds one of these by chance. */
const PIECE = 5;

/** A secret as people have them: letters and digits, parted by anything. */
const secret = fc
  .array(
    fc.tuple(fc.stringMatching(/^z[0-9A-Za-z]{7,12}$/), fc.constantFrom('', '-', '.', ':', '/', ' ', ',', '+', '=')),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => parts.flat().join(''));
const quotedSecret = fc.oneof(
  { weight: 3, arbitrary: secret },
  fc.tuple(secret, fc.constantFrom("'", '"', '`', '\\', '”'), secret).map((parts) => parts.join('')),
);

function leaks(shown: string, hidden: string): string[] {
  const words = hidden.split(/[^0-9A-Za-z]+/);
  const pieces = words.flatMap((word) =>
    Array.from({ length: Math.max(0, word.length - PIECE + 1) }, (_, at) => word.slice(at, at + PIECE)),
  );
  return pieces.filter((piece) => shown.includes(piece));
}

const key = fc.constantFrom(
  ...['apiKey', 'token', 'botToken', 'my_secret', 'PASSWORD', 'passphrase', 'Authorization', 'cookie', 'credentials'],
  ...['"api-key"', "'x-token'", '"p\\u0061ssword"', '"pass\\word"'],
);
const separator = fc.constantFrom(
  ': ',
  ':',
  ' : ',
  '; ',
  ', ',
  '： ',
  ' -> ',
  '->',
  ' | ',
  ' = ',
  '=',
  ' ',
  ': “',
  ' “',
  ':: ',
);
const quotes = fc.constantFrom(
  ...(['""', "''", '``', '“”', '«»', '  ', '" ', " '", '"""', "'''"] as const).map((pair): [string, string] =>
    pair.length === 3 ? [pair, pair] : [pair.charAt(0), pair.charAt(1)],
  ),
);
const lineEnd = fc.constantFrom('\n', '\r\n', ' ');
const line = fc.constantFrom(
  'a: 1,',
  '// c',
  'b: { c: [1, 2] },',
  "d: 'x',",
  'maxTokens: 8192,',
  '"e": "f",',
  '/* g */',
);
const lines = fc.array(fc.tuple(line, lineEnd), { maxLength: 4 }).map((all) => all.flat().join(''));

/** A member whose value is the secret, in one of the shapes, as it is where nothing is wrong with it. */
const member = fc.tuple(key, separator, quotes, quotedSecret).map(([name, parted, [open, close], hidden]) => ({
  hidden,
  text: `${name}${parted}${open}${hidden}${close}`,
}));
const nested = fc
  .tuple(member, quotedSecret, fc.constantFrom('headers', 'env', '"extraHeaders"'), lineEnd)
  .map(([inner, hidden, name, end]) => [
    inner,
    { hidden, text: `${name}: {${end} x: "${hidden}",${end} }` },
    { hidden, text: `${name}: {${end} vars: {${end} y: ${hidden}${end} } }` },
    { hidden: `z9${hidden}`, text: `url: "https://ada:z9${hidden}@host/" !` },
  ]);
const broken = fc
  .tuple(lines, nested, fc.nat(3), lines, lineEnd, fc.constantFrom('', '!', '"', "'", '}', ']', ' x', '//'), fc.nat(20))
  .map(([head, shapes, shape, tail, end, mistake, at]) => {
    const { text, hidden } = shapes[shape] ?? { text: '', hidden: '' };
    const after = `,${end}${tail}`;
    const place = at % (after.length + 1);
    return { text: `{${end}${head}${text}${after.slice(0, place)}${mistake}${after.slice(place)}`, hidden };
  });

function excerptOf(text: string): string {
  try {
    parse(text);
    return '';
  } catch (error) {
    if (!(error instanceof Json5SyntaxError)) throw error;
    return formatExcerpt(text, error.offset);
  }
}

describe('a secret planted in a broken config', () => {
  test('appears in no excerpt, whatever is wrong', () => {
    const numRuns = rounds(5000, 200_000);
    fc.assert(
      fc.property(broken, ({ text, hidden }) => {
        expect(leaks(excerptOf(text), hidden)).toEqual([]);
      }),
      { numRuns },
    );
    tried('fuzz: secrets in broken configs', numRuns);
  }, 600_000);

  test('appears in no excerpt, wherever the mistake is said to be', () => {
    const numRuns = rounds(2000, 100_000);
    fc.assert(
      fc.property(broken, fc.nat(), ({ text, hidden }, at) => {
        expect(leaks(formatExcerpt(text, at % (text.length + 1)), hidden)).toEqual([]);
      }),
      { numRuns },
    );
    tried('fuzz: secrets in broken configs', numRuns);
  }, 600_000);

  test.each([
    '{ token; "123:AAH-zq7xw9v"',
    "{ password: 'don't-zq7xw9v' }",
    '{ apiKey: "x"zq7xw9v" }',
    '{ headers: {\n x: zq7xw9v } }',
    '{ url: "https://ada:zq7xw9v@host/" ! }',
  ])('nor in what a command says: %j', async (text) => {
    const { run, write } = commands();
    write('openclaw.json', text);
    for (const args of [
      ['config', 'validate'],
      ['models', 'status'],
      ['config', 'get', 'a'],
      ['onboard', '--dry-run'],
    ])
      for (const flags of [[], ['--json'], ['--verbose']]) {
        const { stdout, stderr } = await run([...args, ...flags]);
        expect(leaks(stdout + stderr, '123AAH zq7xw9v')).toEqual([]);
      }
  });
});

describe('a secret planted in a config', () => {
  const shape = fc.constantFrom<(hidden: string, end: string) => string>(
    (hidden) => `apiKey: ${hidden}`,
    (hidden, end) => `passphrase:${end} ${hidden}`,
    (hidden, end) => `tokens: [${end} { deep: [${hidden}] },${end}]`,
    (hidden, end) => `headers: {${end} // c${end} a: ${hidden}, // ${hidden}${end} }`,
    (hidden, end) => `mcp: { x: { env: { A: 'b',${end} vars: {${end} c: [${hidden}] } } } }`,
    (hidden, end) => `z: 1,${end}// cookie: ${hidden}\n`,
    (hidden) => `z: 1, // headers: { a: ${hidden},\n // b: ${hidden} }\n`,
    (hidden) => `z: 1, /* credential -> ${hidden} */`,
    (hidden) => `"\\u0061uthorization": ${hidden}`,
  );
  const planted = fc
    .tuple(lines, shape, secret, fc.constantFrom('"', "'"), lines, lineEnd)
    .map(([head, write, hidden, quote, tail, end]) => {
      const broken = end === ' ' ? '\n' : end;
      const text = `{\n${head}\n${write(quote + hidden + quote, broken)}\n,${tail}\n}`.replace(/,\s*,/g, ',');
      return { text, hidden };
    });

  test('appears in no diff and no value', async () => {
    const numRuns = rounds(2000, 50_000);
    await fc.assert(
      fc.asyncProperty(planted, lines, async ({ text, hidden }, other) => {
        let document: ReturnType<typeof parse>;
        try {
          document = parse(text);
        } catch {
          return;
        }
        const masked = maskSecrets(document);
        const diff = await maskedDiff('c', masked, maskSecrets(parse(`{\n${other}\n}`)));
        expect(leaks(masked + diff, hidden)).toEqual([]);
        expect(leaks(JSON.stringify(redactValue(document.value)), hidden)).toEqual([]);
      }),
      { numRuns },
    );
    tried('fuzz: masked documents', numRuns);
  }, 600_000);
});
