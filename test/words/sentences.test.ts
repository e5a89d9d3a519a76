import { expect, test } from 'vitest';
import { catalogNotes, catalogProblems } from '../../src/words/en/catalog.ts';
import { cliProblems } from '../../src/words/en/cli.ts';
import { configProblems } from '../../src/words/en/config/commands.ts';
import { environmentProblems } from '../../src/words/en/config/environment.ts';
import { readProblems } from '../../src/words/en/config/read.ts';
import { writeNotes, writeProblems } from '../../src/words/en/config/write.ts';
import { en } from '../../src/words/en/en.ts';
import { modelNotes } from '../../src/words/en/list.ts';
import { onboardingNotes, onboardingProblems } from '../../src/words/en/onboarding.ts';
import { planNotes, planProblems } from '../../src/words/en/plan.ts';
import { benchNotes, benchProblems } from '../../src/words/en/service/bench.ts';
import { billingNotes, billingProblems } from '../../src/words/en/service/billing.ts';
import { requestProblems } from '../../src/words/en/service/request.ts';
import { serviceNotes, serviceProblems } from '../../src/words/en/service.ts';
import { statusNotes, statusProblems } from '../../src/words/en/status.ts';
import { tokenNotes, tokenProblems } from '../../src/words/en/token.ts';
import { readSources, type Sources } from '../support/rooms.ts';

/** Comments, regular expressions behind `(`, `=`, `:` or `,`, and the strings and templates that are looked for. */
const TOKENS =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|(?<=[(=:,|&!?]\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g;

/** Three words in a row, of which what a template fills in may be one. */
function isSentence(text: string): boolean {
  const fixed = text.replace(/\$\{[^}]*\}/g, '');
  return (
    /(?:\b[A-Za-z][a-z']*,? ){2}[A-Za-z]/.test(text.replace(/\$\{[^}]*\}/g, 'it')) &&
    (fixed.match(/\b[A-Za-z][a-z']+/g) ?? []).length > 1
  );
}

/** Each string or template of three or more words, as `src/a.ts: text`. */
function sentencesIn(sources: Sources): string[] {
  return Object.entries(sources).flatMap(([path, text]) =>
    (text.match(TOKENS) ?? [])
      .filter((token) => /^['"`]/.test(token))
      .map((token) => token.slice(1, -1))
      .filter(isSentence)
      .map((token) => `${path}: ${token}`),
  );
}

/** What is English in every run, or not for a person: whole files, and what in them may look like a sentence. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/cli/config.ts': 'help',
  'src/cli/flags.ts': 'help',
  'src/cli/foreign-commands.ts': 'names of commands',
  'src/cli/help/add-help.ts': 'help',
  'src/cli/onboard/onboard.ts': 'help',
  'src/cli/program.ts': 'help',
  'src/cli/completion/completion.ts': 'help',
  'src/cli/models/aliases.ts': 'help',
  'src/cli/models/bench.ts': 'help',
  'src/cli/models/fallbacks.ts': 'help',
  'src/cli/models/list.ts': 'help',
  'src/cli/models/models.ts': 'help',
  'src/cli/models/status.ts': 'help',
  'src/commands/models/bench/bench.ts': 'a command line',
  'src/commands/models/bench/report.ts': 'a command line',
  'src/cli/help/help-command.ts': 'help',
  'src/commands/completion/script.ts': 'shell scripts',
  'src/commands/models/status/find-drift.ts': 'command lines',
  'src/commands/completion/values.ts': 'what a shell shows beside a value, as help',
  'src/catalog/load-catalog.ts': 'lines of --verbose',
  'src/huggingface/probe/tool.ts': 'what is sent to a model',
  'src/json5/errors.ts': 'a fault of ours',
  'src/node-system/disk/read-regular-file.ts': 'the words of a failed file call',
  'src/node-system/disk/real-path.ts': 'the words of a failed file call',
  'src/node-system/disk/replace-file.ts': 'the words of a failed file call',
  'src/node-system/disk/replace-unchanged.ts': 'the words of a failed file call',
  'src/node-system/network/decompress.ts': 'a header',
  'src/node-system/network/failure.ts': 'the words of a failed request, beside its code',
  'src/onboarding/report/end.ts': 'command lines',
  'src/setup/apply/render-changes.ts': 'the comment in a new config',
};

const outside = Object.fromEntries(Object.entries(readSources()).filter(([path]) => !path.startsWith('src/words/')));

test('no sentence stands outside words/, and the files that may hold others each do', () => {
  const found = sentencesIn(outside);
  expect(found.filter((line) => !((line.split(':')[0] as string) in ALLOWED))).toEqual([]);
  expect(Object.keys(ALLOWED).filter((path) => !found.some((line) => line.startsWith(`${path}:`)))).toEqual([]);
});

test.each([
  ["io.say('Nothing was found.');", ['src/a.ts: Nothing was found.']],
  ['const x = `No model ${id} is here`;', ['src/a.ts: No model ${id} is here']],
  ["// It can't be said here\nconst x = 'a-b'; /* 'nor in here' */", []],
])('%s', (text, found) => {
  expect(sentencesIn({ 'src/a.ts': text })).toEqual(found);
});

/** A message or a hint that is looked into, as `error.message.replace(`. */
const READS_BACK =
  /\b\w+\??\.(?:message|hint)\??\.(?:replace\w*|match\w*|includes|startsWith|endsWith|search|split)\(|\.test\(\w+\.(?:message|hint)\)|\.exec\(\w+\.(?:message|hint)\)|\.(?:message|hint) [!=]== ['"`]/g;

test('no code reads a message back, but what a library says', () => {
  const found = Object.entries(outside).flatMap(([path, text]) =>
    (text.match(READS_BACK) ?? []).map((code) => `${path}: ${code}`),
  );
  expect(found).toEqual([
    // Only how it is laid out: whether it has more than one line.
    'src/cli/report-error.ts: said.message.includes(',
    'src/json5/parse-json5.ts: error.message.includes(',
  ]);
});

test.each([
  [
    'problem',
    [
      cliProblems,
      configProblems,
      readProblems,
      writeProblems,
      environmentProblems,
      tokenProblems,
      serviceProblems,
      requestProblems,
      benchProblems,
      billingProblems,
      catalogProblems,
      planProblems,
      statusProblems,
      onboardingProblems,
    ],
    en.problems,
  ],
  [
    'note',
    [
      writeNotes,
      tokenNotes,
      serviceNotes,
      benchNotes,
      billingNotes,
      catalogNotes,
      planNotes,
      modelNotes,
      statusNotes,
      onboardingNotes,
    ],
    en.notes,
  ],
])('no kind of %s is defined twice, and all tables are looked at', (_, tables, all) => {
  const kinds = tables.flatMap((table) => Object.keys(table));
  expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([]);
  expect(Object.keys(all).filter((kind) => !kinds.includes(kind))).toEqual(
    all === en.problems ? ['interrupted', 'terminated', 'quit'] : [],
  );
});
