import fc from 'fast-check';
import { expect, test } from 'vitest';
import { configVariables, escapeVariables, resolveVariables, variablesIn } from '../../src/config/read/variables.ts';

const VALUES: Record<string, string> = { TOKEN: 'hf_1', _A1: 'x', NESTED: '${TOKEN}', EMPTY: '' };

function resolveText(text: string): string {
  return String(resolveVariables({ text }, (name) => VALUES[name]).value.text);
}

test.each([
  ['${TOKEN}', 'hf_1'],
  ['Bearer ${TOKEN}!', 'Bearer hf_1!'],
  ['${TOKEN}${_A1}', 'hf_1x'],
  ['$${TOKEN}', '${TOKEN}'],
  ['$$${TOKEN}', '$${TOKEN}'],
  ['${token}', '${token}'],
  ['${Token}', '${Token}'],
  ['${1A}', '${1A}'],
  ['${TOKEN', '${TOKEN'],
  ['$TOKEN', '$TOKEN'],
  ['${TOKEN:-x}', '${TOKEN:-x}'],
  ['${NESTED}', '${TOKEN}'],
  ['${MISSING}', '${MISSING}'],
  ['${EMPTY}', '${EMPTY}'],
  ['$${lower}', '$${lower}'],
])('%j is read as %j', (text, expected) => {
  expect(resolveText(text)).toBe(expected);
});

test('what nothing defines is reported with its place', () => {
  const value = { 'a.b': { c: ['x', '${MISSING}'] }, '${KEY}': '${EMPTY}', plain: 1 };
  const { unresolved } = resolveVariables(value, (name) => VALUES[name]);
  expect(unresolved).toEqual([
    { name: 'MISSING', path: ['a.b', 'c', '1'] },
    { name: 'EMPTY', path: ['${KEY}'] },
  ]);
  expect([...variablesIn(value)]).toEqual(['MISSING', 'EMPTY']);
});

test('escaped, every text is read as itself', () => {
  const pieces = fc.constantFrom('$', '{', '}', 'A', '${A}', '$${A}', 'x', '${a}');
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      const text = parts.join('');
      expect(String(resolveVariables({ text: escapeVariables(text) }, () => 'wrong').value.text)).toBe(text);
    }),
  );
});

test('the config’s own variables: env.X before env.vars.X, without blanks and references', () => {
  const env = {
    A: 'direct',
    BLANK: ' ',
    REFERENCE: '${A}',
    NUMBER: 5,
    'not-a-name': 'x',
    shellEnv: { enabled: true },
    vars: { A: 'vars', B: 'b', ESCAPED: '$${A}' },
  };
  expect(configVariables({ env })).toEqual({ A: 'direct', B: 'b', ESCAPED: '$${A}' });
  expect(configVariables({ env: 'text' })).toEqual({});
});
