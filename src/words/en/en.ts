import { catalogNotes, catalogProblems, reasons } from './catalog.ts';
import { cliProblems } from './cli.ts';
import { config, configProblems } from './config/commands.ts';
import { environmentProblems } from './config/environment.ts';
import { readProblems } from './config/read.ts';
import { writeNotes, writeProblems } from './config/write.ts';
import { list, modelNotes } from './list.ts';
import { onboarding, onboardingNotes, onboardingProblems } from './onboarding.ts';
import { changes, planNotes, planProblems, report } from './plan.ts';
import { prompts } from './prompts.ts';
import { bench, benchNotes, benchProblems } from './service/bench.ts';
import { billing, billingNotes, billingProblems } from './service/billing.ts';
import { probes, requestProblems } from './service/request.ts';
import { serviceNotes, serviceProblems } from './service.ts';
import { status, statusNotes, statusProblems } from './status.ts';
import { end, summary } from './summary.ts';
import { places, tokenFaults, tokenNotes, tokenProblems, tokens } from './token.ts';

/** English, the source: its type is what every other language satisfies. */
export const en = {
  nothingChanged: 'Nothing was changed.',
  /** Between the items of a list, and between items that have commas of their own. */
  separators: { items: ', ', groups: '; ' },
  problems: {
    interrupted: { message: 'Interrupted.' },
    terminated: { message: 'Terminated.' },
    quit: { message: 'Quit.' },
    ...cliProblems,
    ...configProblems,
    ...readProblems,
    ...writeProblems,
    ...environmentProblems,
    ...tokenProblems,
    ...serviceProblems,
    ...requestProblems,
    ...benchProblems,
    ...billingProblems,
    ...catalogProblems,
    ...planProblems,
    ...statusProblems,
    ...onboardingProblems,
  },
  notes: {
    ...writeNotes,
    ...tokenNotes,
    ...serviceNotes,
    ...benchNotes,
    ...billingNotes,
    ...catalogNotes,
    ...planNotes,
    ...modelNotes,
    ...statusNotes,
    ...onboardingNotes,
  },
  reasons,
  places,
  tokenFaults,
  tokens,
  probes,
  bench,
  billing,
  changes,
  prompts,
  onboarding,
  summary,
  end,
  report,
  status,
  list,
  config,
};
