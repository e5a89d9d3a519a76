import { type Locations, locateConfig } from '../../src/config/locate.ts';
import { replaceConfig, type Save, type Saved, withConfigLock } from '../../src/config/save/save.ts';
import { createFiles } from '../../src/node-system/disk/files.ts';
import type { Env, System } from '../../src/system.ts';

export type DiskSystem = Pick<System, 'env' | 'files' | 'hash' | 'platform'>;

/** The real disk under one directory, as far as `config/` needs the world. */
export function diskSystem(stateDir: string, env: Env = {}): { system: DiskSystem; locations: Locations } {
  const full: Env = { OPENCLAW_STATE_DIR: stateDir, ...env };
  const hash = (bytes: Uint8Array) =>
    process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest('hex');
  const files = createFiles(new AbortController().signal, new Set());
  const system: DiskSystem = { env: full, files, hash, platform: process.platform };
  return { system, locations: locateConfig(system) };
}

/** A command that writes nothing but the config. */
export function saveConfig(save: Save, system: Pick<System, 'files' | 'hash'>): Promise<Saved> {
  return withConfigLock(save.snapshot, system, () => replaceConfig(save, system));
}
