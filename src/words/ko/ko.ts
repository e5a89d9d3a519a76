import type { Words } from '../words.ts';
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

/**
 * Korean: statements end in -습니다, questions in -습니까, what to do in -하세요; particles that depend on a name's sound
 * are avoided.
 */
export const ko = {
  nothingChanged: '변경된 내용이 없습니다.',
  separators: { items: ', ', groups: '; ' },
  problems: {
    interrupted: { message: '중단되었습니다.' },
    terminated: { message: '종료 신호를 받아 멈췄습니다.' },
    quit: { message: '종료했습니다.' },
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
} satisfies Words;
