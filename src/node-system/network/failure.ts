import { errnoOf } from '../../errors.ts';
import type { ProxyFailure } from '../../system.ts';

/** The other side closed the connection in the middle: not an errno of the system, which knows only resets. */
const INCOMPLETE = 'EINCOMPLETE';

/**
 * Node reports an answer that ends too early as ECONNRESET (`socket hang up`, `aborted`), as a reset by the other side,
 * which alone has a `syscall`; and as a premature close where it is decompressed.
 */
export function clearFailure(error: unknown): unknown {
  const code = errnoOf(error);
  const isEnd = code === 'ECONNRESET' && error instanceof Error && !('syscall' in error);
  return isEnd || code === 'ERR_STREAM_PREMATURE_CLOSE' ? incomplete(error) : error;
}

export function incomplete(cause?: unknown): Error {
  return Object.assign(new Error('The connection was closed before the answer was complete', { cause }), {
    code: INCOMPLETE,
  });
}

/** A failure that is the proxy's; `cause` is what went wrong with the connection to it. */
export function proxyFailure(proxy: ProxyFailure, cause?: unknown): Error {
  return Object.assign(new Error('The proxy failed', { cause }), { proxy });
}
