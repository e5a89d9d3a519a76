import { expect, test } from 'vitest';
import { en } from '../../src/words/en/en.ts';
import { LANGUAGES, loadWords } from '../../src/words/load-words.ts';
import { useCommands } from '../support/in-process.ts';
import { TOKEN } from '../support/program.ts';

const commands = useCommands();

/** Every path to a sentence of a table. */
function sentencesIn(table: object, path: readonly string[] = []): string[] {
  return Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? sentencesIn(value, [...path, key]) : [[...path, key].join('.')],
  );
}

const OTHERS = LANGUAGES.filter((language) => language !== 'en');

test.each(OTHERS)('%s has every sentence of English, and none that English has not', async (language) => {
  const words = await loadWords(language);
  expect(sentencesIn(words).sort()).toEqual(sentencesIn(en).sort());
});

test.each([
  [['models', 'list', '--json', '--offline']],
  [['models', 'list', '--plain', '--offline']],
  [['models', 'status', '--check', '--json', '--offline']],
  [['models', 'set', 'no/such-model:groq', '--json', '--dry-run']],
  [['config', 'validate', '--json']],
  [['onboard', '--help']],
])('%j says the same bytes on stdout in every language, with the same exit code', async (args) => {
  const { run } = commands();
  const english = await run(args, { env: { HF_TOKEN: TOKEN } });
  for (const language of OTHERS) {
    const other = await run(args, { env: { HF_TOKEN: TOKEN, OPENCLAW_LOCALE: language, LANG: 'C.UTF-8' } });
    expect([language, other.code, other.stdout]).toEqual([language, english.code, english.stdout]);
  }
});
