import { TOKEN } from './program.ts';
import type { Step } from './scripted-prompt.ts';

/** The questions of onboarding, each answered with what is offered; a test spreads its own answer over one. */
export const asks = {
  provider: { asks: 'Provider' },
  token: { asks: 'Hugging Face token' },
  whatNow: { asks: 'What now?' },
  model: { asks: 'Default Hugging Face model' },
  route: { asks: 'Route requests by' },
  apply: { asks: 'Apply these changes?' },
  fallbacks: { asks: 'Fallback models' },
  billTo: { asks: 'Bill to an organisation' },
  storage: { asks: 'Where to keep the token' },
} satisfies Record<string, Step>;

export const paste: Step = { ...asks.token, answers: TOKEN };

/** The model and its route as they are offered. */
export const usualModel: readonly Step[] = [asks.model, asks.route];

/** A first run in which everything is accepted. */
export const firstRun: readonly Step[] = [paste, ...usualModel, asks.apply];

/** A row of the summary. */
export const atSummary = (row: string): Step => ({ ...asks.apply, answers: row });

/** A row of the model list, found by what is typed. */
export const finds = (step: Step, types: string, row?: string): Step => ({
  ...step,
  types,
  ...(row !== undefined && { answers: row }),
});

export const alias = (id: string, answers?: string): Step => ({
  asks: `Alias for ${id}`,
  ...(answers !== undefined && { answers }),
});
