import type { ConfigSnapshot } from '../config/read/read.ts';
import { readEnvFile } from '../env-file/read-env-file.ts';
import { OpenclawError, quit } from '../errors.ts';
import { applyChanges } from '../json5/change.ts';
import type { Result } from '../setup/apply/apply.ts';
import { type Confirm, changeConfig } from '../setup/apply/change-config.ts';
import { type Context, readContext, searchTokens } from '../setup/context.ts';
import { planRemoval } from '../setup/plan/plan-removal.ts';
import { readChain } from '../setup/refs.ts';
import { describeChanges } from '../setup/report/describe-change.ts';
import type { ConfigPlan } from '../setup/report/report-change.ts';
import type { System } from '../system.ts';
import { homePaths } from '../text/home-path.ts';
import { TOKEN_VARIABLES } from '../token/token.ts';
import { type Note, noteIn } from '../words/words.ts';
import type { OnboardOptions } from './options.ts';
import { savedPairs } from './report/end.ts';
import { formatPairs } from './report/pairs.ts';

/**
 * `onboard --remove`: takes Hugging Face out of the config again, and with `--token` the key out of `.env`. A person is
 * asked once. Resolves to the exit code; rejects with `interrupted` where the answer is no.
 */
export async function removeHuggingFace(options: OnboardOptions, system: System): Promise<number> {
  // Nothing is asked, so what there is to know of the endpoints is not told.
  const context = { ...(await readContext(options, system)), warnings: [] };
  const { envFile } = context.locations;
  const { variables } = await readEnvFile(envFile, system.files);
  const names = TOKEN_VARIABLES.filter((name) => Object.hasOwn(variables, name));
  const gone = options.removeToken ? names : [];
  const stays = await tokensThatStay(options, context, system);
  const plan = (snapshot: ConfigSnapshot): ConfigPlan => {
    const { changes, notes, warnings } = planRemoval(snapshot);
    const { primary, fallbacks } = readChain(applyChanges(snapshot.value, changes));
    const isNothing = changes.length + gone.length === 0;
    const fromEnv = gone.map((item) => system.words.changes['item-removed']({ path: envFile, item }));
    return {
      changes,
      notes: [...(isNothing ? [{ kind: 'nothing-to-remove' } as const] : notes), ...stays],
      warnings: gone.length > 0 ? [...warnings, { kind: 'env-backup-keeps-token', path: `${envFile}.bak` }] : warnings,
      lines: [...describeChanges(changes, system.words), ...fromEnv],
      document: {
        model: { primary, previous: readChain(snapshot.value).primary, fallbacks: [...fallbacks] },
        token: { removed: gone.length > 0 ? envFile : null },
      },
    };
  };
  const token = options.removeToken ? { token: null, isGiven: true } : null;
  const confirm: Confirm | null = options.nonInteractive
    ? null
    : {
        ask: (planned) => confirmRemoval(planned, system),
        tell: (result) => tellRemoved(result, context, system),
      };
  return changeConfig({ options, context, plan, token, confirm }, system);
}

/** What OpenClaw still has for Hugging Face, and how that goes too. */
async function tokensThatStay(options: OnboardOptions, context: Context, system: System): Promise<Note[]> {
  const { profile, tokens } = await searchTokens(context, system);
  return [
    ...(profile === null ? [] : [{ kind: 'token-stays', place: profile.place } as const]),
    ...tokens.flatMap(({ place }): Note[] => {
      // The provider's own `apiKey` goes with it.
      if (place.kind === 'config') return [];
      if (place.kind !== 'dotenv') return [{ kind: 'token-stays', place }];
      return options.removeToken ? [] : [{ kind: 'env-token-stays', path: context.locations.envFile }];
    }),
  ];
}

/** Shows what goes, and asks; Enter alone is no. */
async function confirmRemoval(
  { lines, notes, warnings }: ConfigPlan,
  { prompt, io, words, env }: System,
): Promise<void> {
  if (prompt === null) throw new OpenclawError('usage', { kind: 'removal-unconfirmed' });
  const { title, yes, no } = words.onboarding.remove;
  for (const line of lines) io.tell(`- ${line}`);
  for (const note of notes) io.note(noteIn(words, homePaths(note, env)));
  for (const warning of warnings) io.warn(noteIn(words, homePaths(warning, env)));
  io.err.write('\n');
  const find = [
    { value: false, cells: [no] },
    { value: true, cells: [yes] },
  ];
  const answer = await prompt.choose({ message: title, find, canGoBack: false });
  if (answer.kind === 'back' || !answer.value) throw quit();
}

/** As other runs with questions end; where the config had nothing of it, what was taken out of `.env`. */
function tellRemoved({ planned, saved, warnings }: Result<ConfigPlan>, { locations }: Context, system: System): void {
  const { io, words } = system;
  for (const line of saved === null ? planned.plan.lines : [words.onboarding.remove.done]) io.done(line);
  if (saved !== null) io.err.write(`\n${formatPairs(savedPairs(saved, locations.configPath, system), io.err)}`);
  if (warnings.length > 0) io.err.write('\n');
  for (const warning of warnings) io.warn(noteIn(words, homePaths(warning, system.env)));
}
