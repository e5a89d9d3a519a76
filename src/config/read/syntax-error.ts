import { Json5SyntaxError } from '../../json5/parse-json5.ts';
import { sanitise } from '../../text/sanitise.ts';

/** `file:line:column: message` for a `Json5SyntaxError`, undefined for any other error. */
export function describeSyntaxError(error: unknown, file: string): string | undefined {
  if (!(error instanceof Json5SyntaxError)) return undefined;
  return sanitise(`${file}:${error.line}:${error.column}: ${error.message}`);
}
