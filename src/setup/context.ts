import { type ConfiguredModel, readConfiguredModels } from '../catalog/configured-models.ts';
import { type Locations, locateConfig } from '../config/locate.ts';
import { type ConfigSnapshot, readConfig } from '../config/read/read.ts';
import { MAX_CONFIG_BYTES, readText } from '../config/read/read-text.ts';
import { configVariables } from '../config/read/variables.ts';
import { readEnvFile } from '../env-file/read-env-file.ts';
import { type Endpoints, resolveEndpoints } from '../huggingface/request/endpoints.ts';
import { parseJson5 } from '../json5/parse-json5.ts';
import type { System } from '../system.ts';
import type { JsonValue } from '../text/json.ts';
import { valueAt } from '../text/json.ts';
import { BASE_URL_PATH } from '../text/model-ref.ts';
import { sanitise } from '../text/sanitise.ts';
import { hfTokenPath } from '../token/hf-token-file.ts';
import { findTokens, type TokenSearch } from '../token/token-sources.ts';
import type { Note } from '../words/words.ts';
import type { GlobalOptions } from './options.ts';

/** What is there before anything is asked or planned. */
export type Context = {
  locations: Locations;
  snapshot: ConfigSnapshot;
  /** The user's own model entries, from the config and from OpenClaw's `models.json`. */
  configured: ConfiguredModel[];
  endpoints: Endpoints;
  warnings: Note[];
  /** `--offline`: no model list is asked for, and no token checked. */
  offline: boolean;
  /** For `--verbose`. */
  log: ((line: string) => void) | undefined;
};

type ReadSystem = Pick<System, 'env' | 'files' | 'io'>;

/** Reads the config and what belongs to it. Rejects with `config_invalid` or `usage`. */
export async function readContext({ profile, offline, verbose }: GlobalOptions, system: ReadSystem): Promise<Context> {
  const locations = locateConfig(system, profile);
  const snapshot = await readConfig(locations, system);
  const modelsJson = await modelsJsonIfReadable(locations.modelsJson, system);
  const [baseUrl, stated] = [snapshot.value, snapshot.stated].map((config) => valueAt(config, BASE_URL_PATH));
  const endpoints = resolveEndpoints(system.env, baseUrl, stated);
  return {
    locations,
    snapshot,
    configured: readConfiguredModels(snapshot.value, modelsJson.value),
    endpoints,
    warnings: [...modelsJson.warnings, ...endpoints.warnings],
    offline,
    log: verbose ? (line) => system.io.err.write(`${sanitise(line)}\n`) : undefined,
  };
}

/** A file of OpenClaw's that can't be read costs its entries, not the command. */
async function modelsJsonIfReadable(
  path: string,
  { files }: Pick<System, 'files'>,
): Promise<{ value: JsonValue | undefined; warnings: Note[] }> {
  try {
    const file = await readText(path, MAX_CONFIG_BYTES, files, { showExcerpt: false });
    return { value: file === undefined ? undefined : parseJson5(file.text), warnings: [] };
  } catch {
    return { value: undefined, warnings: [{ kind: 'models-json-ignored', path }] };
  }
}

type TokenSystem = Pick<System, 'env' | 'files' | 'shell' | 'platform' | 'signal' | 'hide'>;

/** Every token that OpenClaw would find, in its order; `withHfFile` adds that of `hf auth login`, which it does not read. */
export async function searchTokens(
  { locations, snapshot }: Context,
  system: TokenSystem,
  withHfFile = false,
): Promise<TokenSearch> {
  const found = await findTokens(
    {
      dotenv: { path: locations.envFile, values: (await readEnvFile(locations.envFile, system.files)).variables },
      config: snapshot.value,
      configEnv: configVariables(snapshot.value),
      configPath: locations.configPath,
      hfTokenFile: withHfFile ? hfTokenPath(system) : null,
      authProfiles: locations.authProfiles,
    },
    system,
  );
  for (const { token } of found.tokens) system.hide(token);
  return found;
}
