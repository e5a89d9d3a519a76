import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/json5/change.ts';
import { planEdits } from '../../src/json5/edit/plan-edits.ts';
import { edit } from '../../src/json5/edit.ts';
import { WrongEditError } from '../../src/json5/errors.ts';
import { parse } from '../../src/json5/parse.ts';
import type { JsonObject, JsonValue } from '../../src/text/json.ts';

const CASES = new URL('../../fixtures/edits/', import.meta.url);

/** Each folder is one danger: what the file was, what is changed, and what a careful person would have typed. */
const cases = readdirSync(CASES, { withFileTypes: true }).filter((entry) => entry.isDirectory());

function readCase(name: string, file: string): string {
  return readFileSync(new URL(`${name}/${file}`, CASES), 'utf8');
}

describe('editing as a careful person would', () => {
  it.each(cases.map(({ name }) => name))('%s', (name) => {
    const changes: Change[] = JSON.parse(readCase(name, 'changes.json'));
    expect(edit(readCase(name, 'before.json5'), changes)).toBe(readCase(name, 'after.json5'));
  });
});

describe('edit', () => {
  it('gives the same string back where nothing changes', () => {
    const text = '{a:1,/*x*/b:[0x1,],}';
    const document = parse(text);
    expect(edit(document, { b: [1], a: 1 })).toBe(document.text);
    expect(planEdits(document, { a: 1, b: [1] })).toEqual([]);
  });

  it('touches only the span that changes', () => {
    const document = parse('{a: "x", b: [1, 2], c: {d: 1}}');
    expect(planEdits(document, { a: 'y', b: [1, 2], c: { d: 1 } })).toEqual([{ offset: 4, length: 3, content: '"y"' }]);
  });

  it('tells -0 from 0', () => {
    expect(edit('{a: -0}', [{ op: 'set', path: ['a'], value: 0 }])).toBe('{a: 0}');
  });

  it('refuses where the edited text would mean something else', () => {
    const document = parse('{a: 1, b: 2}');
    const misread = { ...document, value: { a: 1, b: 3 } };
    const intended: JsonObject = { a: 5, b: 3 };
    expect(() => edit(misread, intended)).toThrow(WrongEditError);
  });

  it('breaks the line that is left too wide where what spanned lines goes', () => {
    const text = `{\n  providers: { model: [\n    1\n  ], fallbacks: 1, b: '${'b'.repeat(60)}' },\n}\n`;
    const changes: Change[] = [
      { op: 'remove', path: ['providers', 'model'] },
      { op: 'set', path: ['providers', 'fallbacks'], value: 'f'.repeat(20) },
    ];
    expect(edit(text, changes)).toBe(
      `{\n  providers: {\n    fallbacks: '${'f'.repeat(20)}',\n    b: '${'b'.repeat(60)}',\n  },\n}\n`,
    );
  });

  it('edits at the deepest level it reads', () => {
    const levels = 1000;
    const text = `${'{a:'.repeat(levels)}1${'}'.repeat(levels)}`;
    const path = Array.from({ length: levels }, () => 'a');
    expect(edit(text, [{ op: 'set', path, value: 2 }])).toBe(text.replace('1', '2'));
  });

  it.each([
    ['lines', '\n'],
    ['one line', ' '],
  ])(
    'stays linear with many edits in a large file: %s',
    (_, gap) => {
      const members = Array.from({ length: 20_000 }, (_, i) => `${gap}'k${i}': { a: 'x', b: [1, 2, 3] },`);
      const flat = Array.from({ length: 50_000 }, (_, i) => `${gap}${i},`);
      const document = parse(`{${gap}flat: [${flat.join('')}${gap}],${members.join('')}${gap}}`);
      const intended = Object.fromEntries(
        Object.keys(document.value).map((key) => [key, { a: 'y', b: [1, 2, 3, { c: 4 }] }] as [string, JsonValue]),
      );
      intended.flat = flat.map((_, i) => (i % 2 === 0 ? -i : { i }));
      // Half a second of work; quadratic work would take minutes.
      const text = edit(document, intended);
      expect(text).toContain(`${gap}'k7': { a: 'y', b: [1, 2, 3, { c: 4 }] },${gap}`);
    },
    60_000,
  );
});
