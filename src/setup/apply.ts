import { unwritable } from '../config/disk-error.ts';
import type { Locations } from '../config/locate.ts';
import { type ConfigSnapshot, readConfig } from '../config/read.ts';
import { replaceConfig, type Saved, withConfigLock } from '../config/save.ts';
import { type StoredToken, storeToken, wouldStoreToken } from '../config/store-token.ts';
import { withLock } from '../config/with-lock.ts';
import { OpenclawError } from '../errors.ts';
import type { System } from '../system.ts';
import type { Plan } from './plan.ts';

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
  /** The token to keep in `.env`; null keeps none. */
  token: { token: string; isGiven: boolean } | null;
  locations: Locations;
};

export type Applied<P extends { changes: Plan['changes'] }> = {
  planned: Planned<P>;
  /** Whether the config or `.env` changed. */
  changed: boolean;
  /** null where the config did not change. */
  saved: Saved | null;
  stored: StoredToken | null;
};

type ApplySystem = Pick<System, 'files' | 'path' | 'hash' | 'env' | 'platform'>;

/**
 * Writes `.env`, then the config, or neither: where the config can't be written, `.env` is put back. Rejects with
 * `config_locked`, `config_unwritable`, and, where the config changed after a confirmation, `config_conflict`.
 */
export async function applyPlan<P extends { changes: Plan['changes'] }>(
  application: Application<P>,
  system: ApplySystem,
): Promise<Applied<P>> {
  const { planned, planAgain, token, locations } = application;
  if (planned.text === planned.snapshot.text) {
    // Nothing to lock the config for: it is not written. A run that was killed may have written it, and no more.
    const { lastWriteFile, cacheFile } = locations;
    for (const path of [planned.snapshot.realPath, lastWriteFile, cacheFile]) await system.files.sweep(path);
    const stored = token === null ? null : await keepToken(token, locations, system);
    return { planned, changed: stored?.changed ?? false, saved: null, stored };
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
): Promise<Applied<P>> {
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

async function write<P extends { changes: Plan['changes'] }>(
  planned: Planned<P>,
  { token, locations }: Application<P>,
  system: ApplySystem,
): Promise<Applied<P>> {
  const { snapshot, text } = planned;
  const stored = token === null ? null : await keepToken(token, locations, system);
  if (text === snapshot.text) return { planned, changed: stored?.changed ?? false, saved: null, stored };
  try {
    const saved = await replaceConfig({ snapshot, text, locations }, system);
    return { planned, changed: true, saved, stored };
  } catch (error) {
    await stored?.restore();
    throw error;
  }
}

function keepToken(
  { token, isGiven }: { token: string; isGiven: boolean },
  locations: Locations,
  system: ApplySystem,
): Promise<StoredToken> {
  return storeToken({ locations, token, replaceExisting: isGiven }, system);
}

/** Whether applying would change `.env`. */
export async function wouldKeepToken(
  token: Application<Plan>['token'],
  locations: Locations,
  system: Pick<System, 'files'>,
): Promise<boolean> {
  return token !== null && wouldStoreToken({ locations, token: token.token, replaceExisting: token.isGiven }, system);
}
