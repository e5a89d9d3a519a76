// biome-ignore-all lint/style/useFilenamingConvention: the file has the name of its language, as the locale is written.
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

/** Simplified Chinese as it is written in mainland China. */
export const zhCN = {
  nothingChanged: '未更改任何内容。',
  separators: { items: '、', groups: '；' },
  problems: {
    interrupted: { message: '已中断。' },
    terminated: { message: '已终止。' },
    quit: { message: '已退出。' },
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
