import { describe, expect, test } from 'vitest';
import { builtInCatalog } from '../../src/catalog/catalog.ts';
import { describeModel } from '../../src/catalog/describe-model.ts';
import { applyChanges } from '../../src/json5/change.ts';
import type { BillTo } from '../../src/setup/plan/choices.ts';
import { planSetup } from '../../src/setup/plan/plan.ts';
import { describeChanges } from '../../src/setup/report/describe-change.ts';
import type { JsonObject, JsonValue } from '../../src/text/json.ts';
import { valueAt } from '../../src/text/json.ts';
import { en } from '../../src/words/en/en.ts';
import { noteIn } from '../../src/words/words.ts';

const catalog = builtInCatalog(null);
const withHeaders = (headers: JsonValue | undefined): JsonObject => ({
  models: {
    providers: { huggingface: { baseUrl: 'x', api: 'y', models: [], ...(headers !== undefined && { headers }) } },
  },
});

function plan(config: JsonObject, billTo: BillTo | undefined) {
  const describe = (id: string) => describeModel(catalog, id);
  const choices = { primary: null, fallbacks: [], aliases: [], onboarding: false, billTo };
  return planSetup({ config, own: config, describe }, choices);
}

const ACME = { 'X-HF-Bill-To': 'acme' };
const KEPT =
  'The config bills another organisation (X-HF-Bill-To), which was kept. To bill lab: openclaw onboard --bill-to none, then again with --bill-to lab';
const UNSEEN =
  "Whom the config bills can't be seen here (X-HF-Bill-To refers to a secret), so that was kept. To bill lab: openclaw onboard --bill-to none, then again with --bill-to lab";

describe('who pays', () => {
  type Row = [
    name: string,
    before: JsonValue | undefined,
    billTo: BillTo | undefined,
    after: JsonValue | undefined,
    said: string[],
  ];
  const rows: Row[] = [
    ['not said: nothing is written', undefined, undefined, undefined, []],
    ['not said: what is there stays', ACME, undefined, ACME, []],
    ['an organisation', undefined, { org: 'acme' }, ACME, []],
    ['beside other headers', { 'X-Team': 'a' }, { org: 'acme' }, { 'X-Team': 'a', ...ACME }, []],
    ['the same again', ACME, { org: 'acme' }, ACME, []],
    [
      'the same in another case of name and value',
      { 'x-hf-bill-to': 'ACME' },
      { org: 'acme' },
      { 'x-hf-bill-to': 'ACME' },
      [],
    ],
    ['another one is kept', ACME, { org: 'lab' }, ACME, [KEPT]],
    [
      'another one in another case is kept',
      { 'x-hf-bill-to': 'acme' },
      { org: 'lab' },
      { 'x-hf-bill-to': 'acme' },
      [KEPT],
    ],
    [
      'what is no text is kept',
      { 'X-HF-Bill-To': { source: 'env', id: 'X' } },
      { org: 'lab' },
      { 'X-HF-Bill-To': { source: 'env', id: 'X' } },
      [UNSEEN],
    ],
    [
      'so is the mark of a secret',
      { 'X-HF-Bill-To': 'secretref-env:X' },
      { org: 'lab' },
      { 'X-HF-Bill-To': 'secretref-env:X' },
      [UNSEEN],
    ],
    ['an empty text bills nobody', { 'X-HF-Bill-To': ' ' }, { org: 'lab' }, { 'X-HF-Bill-To': 'lab' }, []],
    ['none: null goes too', { 'x-hf-bill-to': null }, { org: null }, undefined, []],
    ['an empty one beside it goes', { ...ACME, 'x-hf-bill-to': '' }, { org: 'acme' }, ACME, []],
    [
      'another one is replaced where somebody chose so',
      ACME,
      { org: 'lab', replaces: true },
      { 'X-HF-Bill-To': 'lab' },
      [],
    ],
    [
      'two of different case become one',
      { 'x-hf-bill-to': 'a', ...ACME, b: 'c' },
      { org: 'lab', replaces: true },
      { 'x-hf-bill-to': 'lab', b: 'c' },
      [],
    ],
    ['none: only our header goes', { 'X-Team': 'a', ...ACME }, { org: null }, { 'X-Team': 'a' }, []],
    ['none: of any case', { 'x-hf-bill-to': 'a', ...ACME, b: 'c' }, { org: null }, { b: 'c' }, []],
    ['none: headers that would be empty go too', ACME, { org: null }, undefined, []],
    ['none where none is', { 'X-Team': 'a' }, { org: null }, { 'X-Team': 'a' }, ['The config bills no organisation']],
    ['none: empty headers of somebody else stay', {}, { org: null }, {}, ['The config bills no organisation']],
  ];
  test.each(rows)('%s', (_, before, billTo, after, said) => {
    const config = withHeaders(before);
    const { changes, notes, warnings } = plan(config, billTo);
    expect(applyChanges(config, changes)).toEqual(withHeaders(after));
    expect([...notes, ...warnings].map((note) => noteIn(en, note))).toEqual(said);
  });

  test.each<[JsonValue, string]>([
    [null, 'null'],
    [5, 'a number'],
    [['acme'], 'an array'],
  ])('%j bills nobody, but is not a text that could be changed to another', (value, type) => {
    const refused = `models.providers.huggingface.headers.X-HF-Bill-To is ${type}, where a string is needed.`;
    expect(() => plan(withHeaders({ 'X-HF-Bill-To': value }), { org: 'lab' })).toThrow(refused);
  });

  test('a second plan on the result changes nothing', () => {
    const config = withHeaders({ 'X-Team': 'a' });
    const after = applyChanges(config, plan(config, { org: 'acme' }).changes);
    expect(plan(after, { org: 'acme' }).changes).toEqual([]);
  });

  test('comes with the provider where there is none', () => {
    const describe = (id: string) => describeModel(catalog, id);
    const choices = { primary: null, fallbacks: [], aliases: [], onboarding: true, billTo: { org: 'acme' } };
    const { changes } = planSetup({ config: {}, own: {}, describe }, choices);
    expect(valueAt(applyChanges({}, changes), ['models', 'providers', 'huggingface'])).toEqual({
      baseUrl: 'https://router.huggingface.co/v1',
      api: 'openai-completions',
      models: [],
      headers: ACME,
    });
  });

  test('is one line of the changes, which names the organisation', () => {
    const lines = (before: JsonValue | undefined, billTo: BillTo) =>
      describeChanges(plan(withHeaders(before), billTo).changes, en);
    expect(lines(undefined, { org: 'acme' })).toEqual(['Billed to: acme']);
    expect(lines(ACME, { org: null })).toEqual(['models.providers.huggingface.headers removed']);
    expect(lines({ ...ACME, a: 'b' }, { org: null })).toEqual([
      'models.providers.huggingface.headers.X-HF-Bill-To removed',
    ]);
  });
});

describe('an entry that bills by itself, which wins over the provider', () => {
  const config = (org: string): JsonObject => ({
    models: {
      providers: { huggingface: { baseUrl: 'x', api: 'y', models: [{ id: 'a/b', headers: { 'x-hf-bill-to': org } }] } },
    },
  });
  const said =
    'Their own entries bill another organisation (X-HF-Bill-To), which was kept and comes first: huggingface/a/b';
  test.each([
    ['another organisation is said', 'zed', { org: 'lab' }, [said]],
    ['the same one is not', 'Lab', { org: 'lab' }, []],
    ['so is one where nobody is to be billed', 'zed', { org: null }, [said]],
    ['nobody is asked about it', 'zed', undefined, []],
  ])('%s', (_, org, billTo, warnings) => {
    expect(plan(config(org), billTo).warnings.map((note) => noteIn(en, note))).toEqual(warnings);
  });
});
