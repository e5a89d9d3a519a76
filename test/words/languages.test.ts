import { expect, test } from 'vitest';
import { catalogNotes, catalogProblems } from '../../src/words/en/catalog.ts';
import { cliProblems } from '../../src/words/en/cli.ts';
import { configProblems } from '../../src/words/en/config/commands.ts';
import { environmentProblems } from '../../src/words/en/config/environment.ts';
import { readProblems } from '../../src/words/en/config/read.ts';
import { writeNotes, writeProblems } from '../../src/words/en/config/write.ts';
import { modelNotes } from '../../src/words/en/list.ts';
import { onboardingNotes, onboardingProblems } from '../../src/words/en/onboarding.ts';
import { planNotes, planProblems } from '../../src/words/en/plan.ts';
import { requestProblems } from '../../src/words/en/service/request.ts';
import { serviceNotes, serviceProblems } from '../../src/words/en/service.ts';
import { statusNotes, statusProblems } from '../../src/words/en/status.ts';
import { tokenNotes, tokenProblems } from '../../src/words/en/token.ts';

/** Still in two tables: those of the network are the ones said; the others, in config/environment.ts, are dead. */
const TWICE = ['proxy-not-a-url', 'proxy-scheme', 'proxy-escape'];

test.each([
  [
    'problems',
    [
      ...[cliProblems, configProblems, readProblems, writeProblems, environmentProblems, tokenProblems],
      ...[serviceProblems, requestProblems, catalogProblems, planProblems, statusProblems, onboardingProblems],
    ],
  ],
  ['notes', [writeNotes, tokenNotes, serviceNotes, catalogNotes, planNotes, modelNotes, statusNotes, onboardingNotes]],
])('no other kind of the %s is defined twice', (_, tables) => {
  const kinds = tables.flatMap((table) => Object.keys(table));
  expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index && !TWICE.includes(kind))).toEqual([]);
});
