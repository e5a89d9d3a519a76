import { catalogNotes, catalogProblems, reasons } from './catalog.ts';
import { cliProblems } from './cli.ts';
import { configNotes, configProblems } from './config.ts';
import { list } from './list.ts';
import { onboarding, onboardingNotes, onboardingProblems } from './onboarding.ts';
import { changes, planNotes, planProblems } from './plan.ts';
import { prompts } from './prompts.ts';
import { report } from './report.ts';
import { serviceProblems } from './service.ts';
import { status } from './status.ts';
import { end, summary } from './summary.ts';
import { places, tokenNotes, tokenProblems } from './token.ts';

/** English, the source: its type is what every other language satisfies. */
export const en = {
  nothingChanged: 'Nothing was changed.',
  problems: {
    interrupted: { message: 'Interrupted.' },
    terminated: { message: 'Terminated.' },
    quit: { message: 'Quit.' },
    ...cliProblems,
    ...configProblems,
    ...tokenProblems,
    ...serviceProblems,
    ...catalogProblems,
    ...planProblems,
    ...onboardingProblems,
  },
  notes: { ...configNotes, ...tokenNotes, ...catalogNotes, ...planNotes, ...onboardingNotes },
  reasons,
  places,
  changes,
  prompts,
  onboarding,
  summary,
  end,
  report,
  status,
  list,
};
