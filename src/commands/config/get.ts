import { type Locations, locateConfig } from '../../config/locate.ts';
import { readConfig } from '../../config/read/read.ts';
import { readEnvFile } from '../../env-file/read-env-file.ts';
import { OpenclawError } from '../../errors.ts';
import type { GlobalOptions } from '../../setup/options.ts';
import type { System } from '../../system.ts';
import { formatJson, formatPath, isJsonObject, type JsonPath, type JsonValue, parsePath } from '../../text/json.ts';
import { nearest } from '../../text/nearest.ts';
import { redactValue, type Secrecy, secrecyUnder } from '../../text/redact.ts';
import { sanitise } from '../../text/sanitise.ts';
import { TOKEN_VARIABLES } from '../../token/token.ts';

export type ConfigGetOptions = Pick<GlobalOptions, 'profile'> & { path: string; json: boolean };

/** One effective value with secrets masked: a string bare, anything else as JSON. Rejects with `not_found`. */
export async function configGet(options: ConfigGetOptions, system: System): Promise<number> {
  const path = parsePath(options.path);
  if (path === undefined) throw new OpenclawError('usage', { kind: 'not-a-path', text: options.path });
  const locations = locateConfig(system, options.profile);
  const { value } = await readConfig(locations, system);
  await hideTokens(locations, system);
  const found = lookUp(value, path);
  if (found === undefined) throw notFound(value, path, locations.configPath);
  const shown = redactValue(
    found,
    path.reduce((around: Secrecy, key) => secrecyUnder(key, around), 'nothing'),
  );
  const { out } = system.io;
  if (options.json) out.write(`${formatJson(shown)}\n`);
  else out.write(`${forTerminal(typeof shown === 'string' ? shown : JSON.stringify(shown, null, 2), out)}\n`);
  return 0;
}

/** A variable may bring a token to a key whose name does not tell it. */
async function hideTokens({ envFile }: Locations, { env, files, hide }: System): Promise<void> {
  const { variables } = await readEnvFile(envFile, files);
  for (const name of TOKEN_VARIABLES) for (const { [name]: token } of [env, variables]) if (token) hide(token);
}

/** As `valueAt`, but a number also names the element of a list. */
function lookUp(value: JsonValue, [key, ...rest]: JsonPath): JsonValue | undefined {
  if (key === undefined) return value;
  const isIndex = Array.isArray(value) && /^\d+$/.test(key);
  if (!isIndex && !(isJsonObject(value) && Object.hasOwn(value, key))) return undefined;
  const member = isIndex ? value[Number(key)] : isJsonObject(value) ? value[key] : undefined;
  return member === undefined ? undefined : lookUp(member, rest);
}

/** Text from the config can't move the cursor; line breaks stay. Into a pipe it goes as it is. */
function forTerminal(text: string, { isTerminal }: System['io']['out']): string {
  return isTerminal ? text.split('\n').map(sanitise).join('\n') : text;
}

function notFound(root: JsonValue, path: JsonPath, file: string): OpenclawError {
  const depth = path.findIndex((_, index) => lookUp(root, path.slice(0, index + 1)) === undefined);
  const parent = lookUp(root, path.slice(0, depth));
  const keys = isJsonObject(parent) ? Object.keys(parent) : [];
  const [near] = nearest(path[depth] ?? '', keys, 1);
  return new OpenclawError('not_found', {
    kind: 'not-in-config',
    key: formatPath(path, root),
    path: file,
    near: near === undefined ? null : formatPath([...path.slice(0, depth), near], root),
    parent: depth === 0 ? null : formatPath(path.slice(0, depth), root),
    keys: keys.slice(0, 20),
  });
}
