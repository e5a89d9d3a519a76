/**
 * Random JSON5 texts for property tests, from a seed: comments in every position, every kind of blank and line end,
 * both quotes, escapes, duplicate and `__proto__` keys, odd numbers. `flavour: 'json'` gives pure JSON.
 */
export type RandomText = { text: string; eol: string | undefined };

export type Random = {
  /** An integer from 0 up to, not including, `limit`. */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
};

/** mulberry32: small, and good enough to roll dice. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)] ?? items[0],
  };
}

type Dialect = {
  random: Random;
  /** The file's one line end; undefined mixes them. */
  eol: string | undefined;
  comments: number;
  bareKeys: number;
  single: number;
  trailingComma: number;
  oneLine: number;
  unit: string;
  json: boolean;
  odd: boolean;
};

export const KEYS = ['agents', 'defaults', 'model', 'primary', 'fallbacks', 'models', 'providers', 'a', 'b'] as const;
const ODD_KEYS = [
  '__proto__',
  'constructor',
  'größe',
  'ключ',
  '$_',
  'a b',
  "it's",
  'q"q',
  '',
  '0',
  '\u2028',
  'x/y-z',
] as const;
const ODD_BARE_KEYS = [
  'größe',
  'ключ',
  '\\u0061gents',
  'b\\u0062',
  '𝒳',
  'a\u200c',
  'null',
  'Infinity',
  '__proto__',
] as const;
const BLANKS = [' ', '\t', '  ', '\u00a0', '\v', '\f', '\ufeff', '\u3000', '\u2003'] as const;
const NUMBERS = [
  '0x1F',
  '+1',
  '.5',
  '5.',
  '-0',
  'Infinity',
  '-Infinity',
  'NaN',
  '1e3',
  '12345678901234567890',
] as const;
const JSON_SCALARS = ['1', '-2.5', '0', 'true', 'false', 'null', '1e3', '12345678901234567890', '-0'] as const;
const WORDS = ['x', 'huggingface/org/name', 'a // no comment', '/* nor this */', '{[,]}:', 'ü€😀', ''] as const;

/** A text whose root is an object, or (rarely) nothing at all. */
export function randomDocument(random: Random, flavour: 'json5' | 'json'): RandomText {
  const json = flavour === 'json';
  const eol = random.chance(0.9) ? random.pick(['\n', '\n', '\r\n', '\r']) : undefined;
  const dialect: Dialect = {
    random,
    eol,
    json,
    odd: random.chance(0.5),
    comments: json ? 0 : random.pick([0, 0.05, 0.3]),
    bareKeys: json ? 0 : random.pick([0, 0.5, 1]),
    single: json ? 0 : random.pick([0, 0.5, 1]),
    trailingComma: json ? 0 : random.pick([0, 0.5, 1]),
    oneLine: random.pick([0, 0.3, 1]),
    unit: random.pick(['  ', '    ', '\t', '']),
  };
  const bom = !json && random.chance(0.1) ? '\ufeff' : '';
  if (!json && random.chance(0.03)) return { text: bom + trivia(dialect, '') + trivia(dialect, ''), eol };
  const text = bom + trivia(dialect, '') + randomObject(dialect, '', 0) + trivia(dialect, '');
  return { text: random.chance(0.5) ? text : text + lineEnd(dialect), eol };
}

function lineEnd({ random, eol }: Dialect): string {
  return eol ?? random.pick(['\n', '\r\n', '\r']);
}

/** Blanks and comments, or nothing. */
function trivia(dialect: Dialect, indent: string): string {
  const { random } = dialect;
  let text = '';
  while (random.chance(dialect.comments)) text += randomComment(dialect, indent);
  if (dialect.json) return text;
  if (dialect.odd && random.chance(0.05)) text += random.pick(BLANKS);
  return text;
}

function randomComment(dialect: Dialect, indent: string): string {
  const { random } = dialect;
  const words = `c${random.below(1000)} ${random.pick(["it's", '"', '{ [', '}, ]', 'x: 1,', '**', '// /*'])}`;
  const lead = random.pick(['', ' ', lineEnd(dialect) + indent, lineEnd(dialect) + lineEnd(dialect) + indent]);
  switch (random.below(4)) {
    case 0:
      return `${lead}/* ${words} */${random.pick(['', ' '])}`;
    case 1:
      return `${lead}/*${words}${lineEnd(dialect)}${indent} */`;
    case 2:
      return `${lead}//${words}${lineEnd(dialect)}${random.chance(0.8) ? indent : ''}`;
    default:
      return dialect.odd && random.chance(0.2)
        ? `${lead}// ${words}${random.pick(['\u2028', '\u2029'])}`
        : ` // ${words}${lineEnd(dialect)}${indent}`;
  }
}

function randomValue(dialect: Dialect, indent: string, depth: number): string {
  const { random } = dialect;
  if (depth < 5 && random.chance(0.35)) return randomObject(dialect, indent, depth);
  if (depth < 5 && random.chance(0.3)) return randomArray(dialect, indent, depth);
  if (random.chance(0.6)) return randomString(dialect, random.pick(WORDS));
  if (dialect.json || random.chance(0.6)) return random.pick(JSON_SCALARS);
  return random.pick(NUMBERS);
}

function randomObject(dialect: Dialect, indent: string, depth: number): string {
  const member = (inner: string) =>
    randomKey(dialect) +
    trivia(dialect, inner) +
    ':' +
    (dialect.random.chance(0.9) ? ' ' : '') +
    trivia(dialect, inner) +
    randomValue(dialect, inner, depth + 1);
  return randomItems(dialect, indent, ['{', '}'], depth === 0 ? 6 : 4, member);
}

function randomArray(dialect: Dialect, indent: string, depth: number): string {
  return randomItems(dialect, indent, ['[', ']'], 5, (inner) => randomValue(dialect, inner, depth + 1));
}

function randomItems(
  dialect: Dialect,
  indent: string,
  [open, close]: [string, string],
  most: number,
  item: (indent: string) => string,
): string {
  const { random } = dialect;
  const count = random.below(most + 1);
  const inner = indent + dialect.unit;
  if (count === 0) return open + trivia(dialect, inner) + random.pick(['', '', ' ', lineEnd(dialect) + indent]) + close;
  const isOneLine = random.chance(dialect.oneLine);
  const gap = () =>
    isOneLine ? random.pick([' ', ' ', '']) : lineEnd(dialect) + (random.chance(0.1) ? lineEnd(dialect) : '') + inner;
  let text = open;
  for (let i = 0; i < count; i++) {
    const isLast = i === count - 1;
    text += gap() + trivia(dialect, inner) + item(inner) + trivia(dialect, inner);
    if (!isLast || random.chance(dialect.trailingComma)) text += `,${trivia(dialect, inner)}`;
  }
  return text + (isOneLine ? random.pick(['', ' ']) : lineEnd(dialect) + indent) + trivia(dialect, inner) + close;
}

function randomKey(dialect: Dialect): string {
  const { random } = dialect;
  if (random.chance(dialect.bareKeys)) {
    return dialect.odd && random.chance(0.3) ? random.pick(ODD_BARE_KEYS) : random.pick(KEYS);
  }
  return randomString(dialect, dialect.odd && random.chance(0.3) ? random.pick(ODD_KEYS) : random.pick(KEYS));
}

function randomString(dialect: Dialect, words: string): string {
  const { random } = dialect;
  const quoted = JSON.stringify(words);
  if (dialect.json) return random.chance(0.1) ? quoted.replace(/a/g, '\\u0061') : quoted;
  const quote = random.chance(dialect.single) ? "'" : '"';
  let inner = quoted.slice(1, -1).replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`);
  if (!dialect.odd || random.chance(0.7)) return quote + inner + quote;
  inner += random.pick([
    '\\x41',
    '\\0',
    '\\u0041',
    '\\v',
    '\\q',
    `\\${lineEnd(dialect)}`,
    '\u2028',
    '\u0000',
    '\\\u2029',
    '\ud800',
    '\\ud800',
  ]);
  return quote + inner + quote;
}
