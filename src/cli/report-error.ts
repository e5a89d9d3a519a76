import { OpenclawError } from '../errors.ts';
import type { System } from '../system.ts';
import { formatJson } from '../text/format-json.ts';
import { redact } from '../text/redact.ts';
import { sanitise } from '../text/sanitise.ts';

/**
 * The one place where a failure becomes words (stderr) or, with `--json`, the one document (stdout), and its exit
 * code. A stack only with `--verbose`; what is no OpenclawError is a fault of ours and exits 1.
 */
export function reportError(
  error: unknown,
  show: { json: boolean; verbose: boolean },
  system: Pick<System, 'io'>,
): number {
  const failure = error instanceof OpenclawError ? error : unexpected(error);
  const { io } = system;
  if (show.json) io.out.write(`${formatJson(errorDocument(failure, io.nameCommands))}\n`);
  const mark = io.err.style('red', io.unicode ? '✗' : 'x');
  io.err.write(`${mark} ${safe(failure.message)}\n`);
  if (failure.hint) io.err.write(`${indent(safe(failure.hint))}\n`);
  if (show.verbose && error instanceof Error) io.err.write(`${safe(stackOf(error))}\n`);
  return failure.exitCode;
}

/** Whatever a message quotes, of a config, a service or argv: no secret, and nothing that a terminal obeys. */
function safe(text: string): string {
  return redact(text).split('\n').map(sanitise).join('\n');
}

function errorDocument(failure: OpenclawError, nameCommands: (hint: string) => string): object {
  return {
    ok: false,
    changed: false,
    error: {
      code: failure.code,
      exitCode: failure.exitCode,
      message: safe(failure.message),
      hint: failure.hint === undefined ? null : nameCommands(safe(failure.hint)),
      status: failure.status ?? null,
      retryable: failure.retryable,
      ...(failure.retryAfterSeconds !== undefined && { retryAfterSeconds: failure.retryAfterSeconds }),
    },
  };
}

function unexpected(error: unknown): OpenclawError {
  const message = error instanceof Error ? error.message : String(error);
  return new OpenclawError('unexpected', `Unexpected: ${message}`, {
    hint: 'Run the same command with --verbose and report what it prints.',
    cause: error,
  });
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by: ${stackOf(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
