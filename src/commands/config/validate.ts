import { type Locations, locateConfig } from '../../config/locate.ts';
import { type ConfigSnapshot, readConfig } from '../../config/read/read.ts';
import { EXIT_CODES, OpenclawError } from '../../errors.ts';
import { resolveEndpoints } from '../../huggingface/request/endpoints.ts';
import { positionOf } from '../../json5/position.ts';
import { checkTypes } from '../../setup/check-types.ts';
import type { GlobalOptions } from '../../setup/options.ts';
import type { System } from '../../system.ts';
import { formatDocument, formatPath, type JsonPath, valueAt } from '../../text/json.ts';
import { BASE_URL_PATH } from '../../text/model-ref.ts';
import { redact, redactTokens } from '../../text/redact.ts';
import { sanitise } from '../../text/sanitise.ts';
import { TOKEN_VARIABLES } from '../../token/token.ts';
import { en } from '../../words/en/en.ts';
import { type MessageOf, say } from '../../words/message.ts';
import { explain, type Problem, type Words } from '../../words/words.ts';

export type ConfigValidateOptions = Pick<GlobalOptions, 'profile'> & { json: boolean };

type Issue = {
  /** What is wrong; a problem where it keeps the config from being read or used. */
  message: IssueMessage | { problem: Problem };
  /** From 1; null where the place is not in the config itself or has none. */
  line: number | null;
  column: number | null;
  /** The key's path; null where the text can't be read at all. */
  path: string | null;
  /** The line in question with a caret below it, secrets masked; for people only. */
  excerpt: string | null;
};

type IssueMessage = MessageOf<Words['config']['issues']>;

/** A warning says what works only in some places or versions: the config is valid all the same. */
type Found = { issues: Issue[]; warnings: Issue[] };

/** Says whether the config is valid, and of what is not, where. Exit 3 where it is not. */
export async function configValidate({ profile, json }: ConfigValidateOptions, system: System): Promise<number> {
  const locations = locateConfig(system, profile);
  const { issues, warnings } = await findIssues(locations, system);
  const valid = issues.length === 0;
  const path = locations.configPath;
  if (json) system.io.out.write(formatDocument(validateDocument(path, { issues, warnings })));
  else {
    const { words, io } = system;
    const { config } = words;
    io.say(config.verdict({ isValid: valid, path }));
    for (const issue of issues) showIssue(issue, false, system);
    for (const issue of warnings) showIssue(issue, true, system);
    io.say(config.checked({ scope: config.scope }));
  }
  return valid ? 0 : EXIT_CODES.config_invalid;
}

async function findIssues(locations: Locations, system: System): Promise<Found> {
  try {
    return issuesOf(await readConfig(locations, system));
  } catch (error) {
    if (!(error instanceof OpenclawError) || error.code !== 'config_invalid') throw error;
    return { issues: [unreadable(error.problem, locations)], warnings: [] };
  }
}

/** A place in the config itself; any other failure with its own words. */
function unreadable(problem: Problem, { configPath }: Locations): Issue {
  if (problem.kind !== 'invalid-text')
    return { message: { problem }, line: null, column: null, path: null, excerpt: null };
  const { path, line, column, fault, excerpt } = problem;
  if (path !== configPath) return { message: { problem }, line: null, column: null, path: null, excerpt: null };
  return { message: { kind: 'invalid-text', fault }, line, column, path: null, excerpt };
}

function issuesOf(snapshot: ConfigSnapshot): Found {
  const { value, unresolvedVariables } = snapshot;
  const types = checkTypes(value).map(({ path, ...fault }) => place(path, (key) => ({ ...fault, key }), snapshot));
  const variables = unresolvedVariables.map(({ name, path }) =>
    place(path, (key) => ({ kind: 'variable-not-set', key, name }), snapshot),
  );
  const tokens = TOKEN_VARIABLES.filter((name) => valueAt(value, ['env', name]) !== undefined).map((name) =>
    place(['env', name], (key) => ({ kind: 'token-under-env', key, name }), snapshot),
  );
  return { issues: inOrder([...types, ...urlIssues(snapshot)]), warnings: inOrder([...variables, ...tokens]) };
}

/** What is wrong at a path, with its line and column. */
function place(
  path: JsonPath,
  describe: (key: string) => Issue['message'],
  { document, value }: ConfigSnapshot,
): Issue {
  const { line, column } = positionOf(document, path) ?? { line: null, column: null };
  const key = redactTokens(formatPath(path, value));
  return { message: describe(key), line, column, path: key, excerpt: null };
}

/** In the order of the text. */
function inOrder(issues: readonly Issue[]): Issue[] {
  return issues.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

/** What every command that asks the service would stop at. */
function urlIssues(snapshot: ConfigSnapshot): Issue[] {
  const { value, stated } = snapshot;
  try {
    resolveEndpoints({}, valueAt(value, BASE_URL_PATH), valueAt(stated, BASE_URL_PATH));
    return [];
  } catch (error) {
    if (!(error instanceof OpenclawError)) throw error;
    const { problem } = error;
    return [place(BASE_URL_PATH, () => ({ problem }), snapshot)];
  }
}

function messageIn(words: Words, { message }: Issue): string {
  if (!('problem' in message)) return sanitise(redactTokens(say(words.config.issues, message)));
  return sanitise(redact(explain(words, message.problem).message));
}

function showIssue(issue: Issue, isWarning: boolean, { io, words }: Pick<System, 'io' | 'words'>): void {
  const { line, column, excerpt } = issue;
  const at = line === null ? null : `${line}:${column}`;
  io.say(words.config.issue({ message: messageIn(words, issue), at, isWarning }));
  if (excerpt !== null) io.out.write(`${redact(excerpt).replace(/^/gm, '  ')}\n`);
}

function validateDocument(path: string, { issues, warnings }: Found): object {
  const valid = issues.length === 0;
  return {
    valid,
    path,
    scope: en.config.scope,
    issues: issues.map(issueDocument),
    warnings: warnings.map(issueDocument),
  };
}

function issueDocument(issue: Issue): object {
  const { line, column, path } = issue;
  return { message: messageIn(en, issue), line, column, path };
}
