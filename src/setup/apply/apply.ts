import { unwritable } from '../../config/disk-error.ts';
import type { Locations } from '../../config/locate.ts';
import { type ConfigSnapshot, readConfig } from '../../config/read/read.ts';
import { replaceConfig, type Saved, withConfigLock } from '../../config/save/save.ts';
import { withLock } from '../../config/save/with-lock.ts';
import { OpenclawError } from '../../errors.ts';
import type { System } from '../../system.ts';
import { type StoredToken, type StoreToken, storeToken, wouldStoreToken } from '../../token/store-token.ts';
import type { Note } from '../../words/words.ts';
import type { Plan } from '../plan/plan.ts';

/** A plan and the config's new text, made on one snapshot. */
export type Planned<P extends { changes: Plan['changes'] } = Plan> = {
  snapshot: ConfigSnapshot;
  plan: P;
  text: string;
};

export type Application<P extends { changes: Plan['changes'] }> = {
  planned: Planned<P>;
  /**
   * Makes the plan on other bytes: asked once, where somebody changed the config meanwhile. null where a person has
   * seen and confirmed this very plan: then none is made behind their back.
   */
  planAgain: ((snapshot: ConfigSnapshot) => Planned<P>) | null;
  /** The token to keep in `.env`, or to take away whatever is there (`token: null`); null leaves `.env` alone. */
  token: { token: string | null; isGiven: boolean } | null;
  locations: Locations;
};

export type Result<P extends { changes: Plan['changes'] }> = {
  planned: Planned<P>;
  /** Whether the config or `.env` changed. */
  changed: boolean;
  /** null where the config did not change. */
  saved: Saved | null;
  stored: StoredToken | null;
  /** What the write could not keep, or changed beside the content. */
  warnings: Note[];
};

type ApplySystem = Pick<System, 'files' | 'hash' | 'env' | 'platform'>;

/**
 * Writes `.env`, then the config, or neither: where the config can't be written, `.env` is put back. Rejects with
 * `config_locked`, `config_unwritable`, and, where the config changed after a confirmation, `config_conflict`.
 */
export async function applyPlan<P extends { changes: Plan['changes'] }>(
  application: Application<P>,
  system: ApplySystem,
): Promise<Result<P>> {
  const { planned, planAgain, locations } = application;
  if (planned.text === planned.snapshot.text) {
    // Nothing to lock the config for: it is not written. A run that was killed may have written it, and no more.
    const { lastWriteFile, cacheFile } = locations;
    for (const path of [planned.snapshot.realPath, lastWriteFile, cacheFile]) await system.files.sweep(path);
    return write(planned, application, system);
  }
  try {
    return await withConfigLock(planned.snapshot, system, () => write(planned, application, system));
  } catch (error) {
    const isStale = error instanceof OpenclawError && error.code === 'config_conflict';
    if (!isStale || planAgain === null) throw error;
    return writeOnFreshConfig({ ...application, planAgain }, system);
  }
}

/** Once more, reading under the lock: whoever respects it can't come between again. */
async function writeOnFreshConfig<P extends { changes: Plan['changes'] }>(
  application: Application<P> & { planAgain: (snapshot: ConfigSnapshot) => Planned<P> },
  system: ApplySystem,
): Promise<Result<P>> {
  const path = application.locations.configPath;
  // Asked anew: what changed may be where a link leads.
  const realPath = await system.files.realPath(path).catch((error) => {
    throw unwritable(path, error);
  });
  return withLock({ path, realPath }, system, async () => {
    const planned = application.planAgain(await readConfig(application.locations, system));
    return write(planned, application, system);
  });
}

/** To be called with the config's lock held, unless only the token is to be kept. A second Ctrl-C waits for it. */
function write<P extends { changes: Plan['changes'] }>(
  planned: Planned<P>,
  { token, locations }: Application<P>,
  system: ApplySystem,
): Promise<Result<P>> {
  const { snapshot, text } = planned;
  const save = async () => (text === snapshot.text ? null : replaceConfig({ snapshot, text, locations }, system));
  return system.files.uninterrupted(async () => {
    const { stored, result: saved } =
      token === null
        ? { stored: null, result: await save() }
        : await storeToken(requestFor(token, locations), system, save);
    const warnings = [...(stored?.notes ?? []), ...(saved?.notes ?? [])];
    return { planned, changed: saved !== null || (stored?.changed ?? false), saved, stored, warnings };
  });
}

function requestFor({ token, isGiven }: { token: string | null; isGiven: boolean }, locations: Locations): StoreToken {
  return { locations, token, replaceExisting: isGiven };
}

/** Whether applying would change `.env`. */
export async function wouldKeepToken(
  token: Application<Plan>['token'],
  locations: Locations,
  system: Pick<System, 'files'>,
): Promise<boolean> {
  return token !== null && wouldStoreToken(requestFor(token, locations), system);
}
