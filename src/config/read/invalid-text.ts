import { OpenclawError } from '../../errors.ts';
import { Json5SyntaxError, type SyntaxFault, WrongEditError, WrongTypeError } from '../../json5/errors.ts';
import { positionAt } from '../../json5/lines.ts';
import { formatPath } from '../../text/json.ts';
import { formatExcerpt } from './excerpt.ts';

export type TextFile = {
  path: string;
  text: string;
  /** The file whose `$include` names it; of such a file nothing is shown. */
  includedBy?: string;
  /** Whether the line in question may be shown, secrets masked. */
  showExcerpt: boolean;
};

/** `config_invalid` for a place in a file. */
export function invalidText(
  { fault, offset }: { fault: SyntaxFault | { kind: 'invalid-utf8' }; offset: number },
  { path, text, includedBy, showExcerpt }: TextFile,
  cause?: unknown,
): OpenclawError {
  const excerpt = showExcerpt ? formatExcerpt(text, offset) : '';
  return new OpenclawError(
    'config_invalid',
    {
      kind: 'invalid-text',
      path,
      ...positionAt(text, offset),
      fault,
      excerpt: excerpt === '' ? null : excerpt,
      includedBy: includedBy ?? null,
    },
    { unchanged: true, cause },
  );
}

/** A failed parse as `config_invalid`; any other error as it is. */
export function explainSyntax(error: unknown, file: TextFile): unknown {
  return error instanceof Json5SyntaxError ? invalidText(error, file, error) : error;
}

/** A failed change or edit of a file's text as an error that names the file; any other error as it is. */
export function explainEdit(error: unknown, path: string): unknown {
  if (error instanceof WrongEditError)
    return new OpenclawError('unexpected', { kind: 'edit-refused', path }, { unchanged: true, cause: error });
  if (!(error instanceof WrongTypeError)) return error;
  const { found, needed } = error;
  const key = formatPath(error.path);
  return new OpenclawError(
    'config_invalid',
    { kind: 'wrong-type', key, path, found, needed },
    { unchanged: true, cause: error },
  );
}
