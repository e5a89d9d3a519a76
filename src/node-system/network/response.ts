import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { FetchResponse, ResponseHeaders } from '../../system.ts';
import { decompress } from './decompress.ts';
import { clearFailure } from './failure.ts';

/** Statuses that have no body, whatever else the answer says (RFC 9110, 15.3 and 15.4). */
const EMPTY = new Set([204, 205, 304]);

/** An answer whose headers have come. Of a decompressed one, the headers that describe the compressed form go. */
export function responseOf(incoming: IncomingMessage): FetchResponse {
  const status = incoming.statusCode ?? 0;
  const headers = new Map(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  if (EMPTY.has(status)) {
    incoming.resume();
    return { status, headers: readOnly(headers), body: null };
  }
  const decompressed = decompress(incoming, headers.get('content-encoding') ?? '');
  if (decompressed) {
    headers.delete('content-encoding');
    headers.delete('content-length');
  }
  return { status, headers: readOnly(headers), body: chunksOf(decompressed ?? incoming) };
}

function readOnly(headers: ReadonlyMap<string, string>): ResponseHeaders {
  return { get: (name) => headers.get(name.toLowerCase()) ?? null, entries: () => headers.entries() };
}

async function* chunksOf(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw clearFailure(error);
  }
}
