import { type Locations, locateConfig } from '../../config/locate.ts';
import { type ConfigSnapshot, readConfig } from '../../config/read/read.ts';
import { OpenclawError } from '../../errors.ts';
import { resolveEndpoints } from '../../huggingface/request/endpoints.ts';
import { positionOf } from '../../json5/position.ts';
import { checkTypes, type TypeFault } from '../../setup/check-types.ts';
import type { GlobalOptions } from '../../setup/context.ts';
import type { System } from '../../system.ts';
import { formatJson } from '../../text/format-json.ts';
import { formatPath, formatPathIn, parsePath, valueAt } from '../../text/json.ts';
import { redact, redactTokens } from '../../text/redact.ts';
import { sanitise } from '../../text/sanitise.ts';
import { TOKEN_VARIABLES } from '../../token/token.ts';

export type ConfigValidateOptions = Pick<GlobalOptions, 'profile'> & { json: boolean };

type Issue = {
  message: string;
  /** From 1; null where the place is not in the config itself or has none. */
  line: number | null;
  column: number | null;
  /** The key's path; null where the text can't be read at all. */
  path: string | null;
  /** The line in question with a caret below it, secrets masked; for people only. */
  excerpt: string[];
};

/** A warning says what works only in some places or versions: the config is valid all the same. */
type Found = { issues: Issue[]; warnings: Issue[] };

const SCOPE = 'syntax, includes, and the keys this program reads';
const BASE_URL_PATH = ['models', 'providers', 'huggingface', 'baseUrl'];

/** Says whether the config is valid, and of what is not, where. Exit 3 where it is not. */
export async function configValidate({ profile, json }: ConfigValidateOptions, system: System): Promise<number> {
  const locations = locateConfig(system, profile);
  const { issues, warnings } = await findIssues(locations, system);
  const valid = issues.length === 0;
  const path = locations.configPath;
  const { out } = system.io;
  if (json)
    out.write(
      `${formatJson({ valid, path, scope: SCOPE, issues: issues.map(issueDocument), warnings: warnings.map(issueDocument) })}\n`,
    );
  else {
    out.write(`${valid ? 'Valid' : 'Not valid'}: ${path}\n`);
    for (const text of issues.flatMap(issueLines)) out.write(`${text}\n`);
    for (const text of warnings.flatMap(issueLines)) out.write(`${text.replace('- ', '- Warning: ')}\n`);
    out.write(`Checked: ${SCOPE}. OpenClaw's full schema was not checked.\n`);
  }
  return valid ? 0 : 3;
}

async function findIssues(locations: Locations, system: System): Promise<Found> {
  try {
    return issuesOf(await readConfig(locations, system));
  } catch (error) {
    if (error instanceof OpenclawError && error.code === 'config_invalid')
      return { issues: [unreadable(error.message, locations)], warnings: [] };
    throw error;
  }
}

/** From `file:line:column: what` with the excerpt below it. */
function unreadable(message: string, { configPath }: Locations): Issue {
  const [first = '', ...excerpt] = redact(message).split('\n');
  const place = first.startsWith(`${configPath}:`) ? first.slice(configPath.length) : '';
  const [, line, column, what] = /^:(\d+):(\d+): (.*)$/.exec(place) ?? [];
  if (what === undefined) return { message: first, line: null, column: null, path: null, excerpt };
  return { message: what, line: Number(line), column: Number(column), path: null, excerpt };
}

function issuesOf(snapshot: ConfigSnapshot): Found {
  const variables = snapshot.unresolvedVariables.map(({ name, path }) => ({
    path: parsePath(path) ?? [],
    message: `refers to \${${name}}, which is not set where this command runs`,
  }));
  const tokens = TOKEN_VARIABLES.filter((name) => valueAt(snapshot.value, ['env', name]) !== undefined).map((name) => ({
    path: ['env', name],
    message: `is read by OpenClaw before 2026.8 only: later versions accept env.vars.${name} only`,
  }));
  return {
    issues: placed([...checkTypes(snapshot.value), ...urlFaults(snapshot)], snapshot),
    warnings: placed([...variables, ...tokens], snapshot),
  };
}

/** With line and column, in the order of the text. */
function placed(faults: readonly TypeFault[], snapshot: ConfigSnapshot): Issue[] {
  return faults
    .map(({ path, message }): Issue => {
      const { line, column } = positionOf(snapshot.document, path) ?? { line: null, column: null };
      const at = formatPathIn(snapshot.value, path);
      return { message: sanitise(redactTokens(`${at} ${message}`)), line, column, path: redactTokens(at), excerpt: [] };
    })
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

/** What every command that asks the service would stop at. */
function urlFaults({ value, stated }: ConfigSnapshot): { path: string[]; message: string }[] {
  try {
    resolveEndpoints({}, valueAt(value, BASE_URL_PATH), valueAt(stated, BASE_URL_PATH));
    return [];
  } catch (error) {
    const why = error instanceof OpenclawError ? error.message : String(error);
    const message = why.replace(/^.*can't be used: /, "can't be used: ").replace(`${formatPath(BASE_URL_PATH)} `, '');
    return [{ path: BASE_URL_PATH, message: message.replace(/\.$/, '') }];
  }
}

function issueLines({ message, line, column, excerpt }: Issue): string[] {
  return [`- ${line === null ? '' : `${line}:${column}: `}${message}`, ...excerpt.map((text) => `  ${text}`)];
}

function issueDocument({ message, line, column, path }: Issue): object {
  return { message, line, column, path };
}
