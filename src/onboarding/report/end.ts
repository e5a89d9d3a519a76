import { probeWords } from '../../huggingface/probe/probe-words.ts';
import { chosenRefs } from '../../setup/plan/choices.ts';
import type { System } from '../../system.ts';
import { homePath, homePaths } from '../../text/home-path.ts';
import { shortRef } from '../../text/model-ref.ts';
import { sanitise } from '../../text/sanitise.ts';
import { noteIn, placeIn } from '../../words/words.ts';
import { isKeptInEnv } from '../token/given-token.ts';
import { equivalentCommand } from './equivalent-command.ts';
import { formatPairs, type Pair } from './pairs.ts';
import { type Finished, type ReportSystem, reportDocument } from './report.ts';
import { collectWarnings } from './warnings.ts';

/**
 * What a run with questions ends with, on stderr: that it worked, where everything is, how to test it and how to take
 * it back. With `--json` the document too.
 */
export async function reportEnd(run: Finished, system: ReportSystem): Promise<number> {
  const { options, answers, result, probe } = run;
  const { io, words } = system;
  const { all, afterSummary } = await collectWarnings(run, result.planned, result.warnings, system);
  if (options.json) reportDocument(run, all, system);
  const { ref, action } = result.planned.plan.primary;
  const model = sanitise(shortRef(ref ?? ''));
  const { nowUses, uses, chat, again } = words.end;
  if (probe !== null) io.done(words.summary.probed({ words: sanitise(probeWords(probe, words)) }));
  io.done(action === 'set' && result.changed ? nowUses({ model }) : uses({ model, changed: result.changed }));
  io.err.write(`\n${formatPairs(endPairs(run, system), io.err)}\n`);
  for (const warning of new Set(afterSummary.map((note) => noteIn(words, homePaths(note, system.env)))))
    io.warn(warning);
  const [first] = chosenRefs(answers.choices);
  if (first !== undefined) io.note(chat({ ref: first }));
  io.note(again({ stored: isStored(run) }));
  const command = equivalentCommand(answers, options, io.err.columns);
  io.err.write(`${io.err.style('dim', command)}\n`);
  return 0;
}

function endPairs(run: Finished, system: ReportSystem): Pair[] {
  const { names } = system.words.end;
  const token = tokenPlace(run, system);
  const [config, ...back] = savedPairs(run.result.saved, run.context.locations.configPath, system);
  return [
    config,
    ...(token === null ? [] : [[names.token, token] as const]),
    [names.test, 'openclaw models status --probe'],
    ...back,
  ];
}

/** Where the config is, and the way back from what was written. */
export function savedPairs(
  saved: Finished['result']['saved'],
  configPath: string,
  { env, words }: Pick<System, 'env' | 'words'>,
): [config: Pair, ...back: Pair[]] {
  const { names } = words.end;
  return [
    [names.config, homePath(configPath, env)],
    ...(saved?.undoable ? [[names.undo, 'openclaw config undo'] as const] : []),
    ...(saved !== null && !saved.undoable && saved.backup !== null
      ? [[names.backup, homePath(saved.backup, env)] as const]
      : []),
  ];
}

function isStored({ answers: { token } }: Finished): boolean {
  return token !== null && isKeptInEnv(token);
}

/** Where OpenClaw finds the token; null where it was given and is kept nowhere. */
function tokenPlace(run: Finished, { env, words }: ReportSystem): string | null {
  const { token, unreadable } = run.answers;
  if (unreadable !== null) return sanitise(words.tokens.unreadable(homePaths(unreadable, env)));
  if (isStored(run)) return homePath(run.context.locations.envFile, env);
  return token === null || token.isGiven ? null : sanitise(placeIn(words, homePaths(token.place, env)));
}
