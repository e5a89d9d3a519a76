import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';

const SCHEMAS = fileURLToPath(new URL('../../schemas/', import.meta.url));

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: true });
for (const file of schemaFiles()) ajv.addSchema(JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8')), file);

/** The files of the package, by their place in it: `models/fallbacks/add.json`. */
export function schemaFiles(): string[] {
  const paths = readdirSync(SCHEMAS, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => path.endsWith('.json')).sort();
}

/** What a schema says against a document, a line a fault. */
export function faultsOf(file: string, document: unknown): string[] {
  const validate = ajv.getSchema(file);
  if (validate === undefined) return [`there is no schemas/${file}`];
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [file, instancePath, message, JSON.stringify(params)].join(' '),
  );
}

/**
 * What is wrong with stdout as the one document of a `--json` run: no JSON, or not what the schema of its command
 * says. None for a run without `--json`, or one that was ended by a signal before it could say anything.
 */
export function documentFaults(args: readonly string[], { stdout }: { stdout: string }): string[] {
  if (!args.includes('--json') || stdout === '' || args.some((arg) => HELP.includes(arg))) return [];
  if (!/^.*\n$/.test(stdout)) return ['more or less than one line on stdout'];
  const document = JSON.parse(stdout);
  const isFailure = typeof document === 'object' && document !== null && 'error' in document && document.ok === false;
  return faultsOf(isFailure ? 'error.json' : schemaOf(args), document);
}

const HELP = ['--help', '-h', '--version', '-v'];

/** The path is the command: `models fallbacks add …` has `models/fallbacks/add.json`. */
export function schemaOf(args: readonly string[]): string {
  let path = '';
  for (const word of args) {
    // Also that of a group.
    if (word === 'help') return 'help.json';
    if (existsSync(join(SCHEMAS, path, `${word}.json`))) return join(path, `${word}.json`);
    if (/^[a-z]+$/.test(word) && existsSync(join(SCHEMAS, path, word))) path = join(path, word);
  }
  return `${path}.json`;
}
