import { OpenclawError } from '../errors.ts';
import type { System } from '../system.ts';
import { formatDocument } from '../text/json.ts';
import { redact } from '../text/redact.ts';
import { marks, sanitise, sanitiseToWrap } from '../text/sanitise.ts';
import { inOneLine, wrapWords } from '../text/wrap.ts';
import { en } from '../words/en/en.ts';
import { explain, type Words } from '../words/words.ts';

const INDENT = '  ';

/**
 * The one place where a failure becomes words (stderr) or, with `--json`, the one document (stdout), and its exit
 * code. A stack only with `--verbose`; anything but an OpenclawError is a fault of ours and exits 1.
 */
export function reportError(
  error: unknown,
  show: { json: boolean; verbose: boolean },
  system: Pick<System, 'io' | 'words'>,
): number {
  const failure = error instanceof OpenclawError ? error : unexpected(error);
  const { io, words } = system;
  if (show.json) io.out.write(formatDocument(errorDocument(failure, io.nameCommands)));
  const { message, hint } = saidIn(words, failure);
  const mark = io.err.style('red', marks(io.unicode).failed);
  io.err.write(`${mark} ${wrapFirst(safe(message, sanitiseToWrap), io.err.columns)}\n`);
  if (hint) io.err.write(`${wrapHint(safe(hint, sanitiseToWrap), io.err.columns)}\n`);
  if (show.verbose && error instanceof Error) io.err.write(`${safe(stackOf(error))}\n`);
  return failure.exitCode;
}

/** Whatever a message quotes, of a config, a service or argv: no secret, and nothing that a terminal obeys. */
function safe(text: string, clean = sanitise): string {
  return redact(text).split('\n').map(clean).join('\n');
}

/** What failed, in a language; and that nothing was changed, where that is sure. */
function saidIn(words: Words, { problem, unchanged }: OpenclawError) {
  const said = explain(words, problem);
  if (!unchanged) return said;
  const both = [said.message, words.nothingChanged];
  // Below the line that a message may show.
  return { ...said, message: said.message.includes('\n') ? both.join('\n') : inOneLine(both) };
}

function errorDocument(failure: OpenclawError, nameCommands: (hint: string) => string): object {
  const { message, hint } = saidIn(en, failure);
  return {
    ok: false,
    changed: false,
    error: {
      code: failure.code,
      exitCode: failure.exitCode,
      message: nameCommands(safe(message)),
      hint: hint === undefined ? null : nameCommands(safe(hint)),
      status: failure.status ?? null,
      retryable: failure.retryable,
      ...(failure.retryAfterSeconds !== undefined && { retryAfterSeconds: failure.retryAfterSeconds }),
    },
  };
}

function unexpected(error: unknown): OpenclawError {
  const detail = error instanceof Error ? error.message : String(error);
  return new OpenclawError('unexpected', { kind: 'unexpected', detail }, { cause: error });
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by: ${stackOf(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}

/** The sentence behind its mark, and below its words what follows it; a line of a file, with its caret, is so already. */
function wrapFirst(message: string, columns: number): string {
  const [sentence = '', ...others] = message.split('\n');
  const first = wrapWords(INDENT + sentence, columns, INDENT).slice(INDENT.length);
  return [first, ...others.map((line) => (line.startsWith(' ') ? line : INDENT + line))].join('\n');
}

/** Lines that are indented already are a table. */
function wrapHint(hint: string, columns: number): string {
  return hint.replace(/^.*/gm, (line) =>
    line.startsWith(' ') ? INDENT + line : wrapWords(INDENT + line, columns, INDENT),
  );
}
