export type BodyLimits = {
  /** Decompressed: a gzip bomb is as large as what it unpacks to. */
  maxBytes: number;
  /** Ends the reading, whatever the body does. */
  signal: AbortSignal;
  tooLarge: () => Error;
  /** A failure of the body in words. */
  failed: (error: unknown) => Error;
};

/** A body that ends in an error after too many bytes or too much time. Who stops reading early closes the connection. */
export async function* limitBody(body: AsyncIterable<Uint8Array>, limits: BodyLimits): AsyncGenerator<Uint8Array> {
  const { maxBytes, signal, tooLarge, failed } = limits;
  const iterator = body[Symbol.asyncIterator]();
  let total = 0;
  try {
    for (;;) {
      const next = await unlessAborted(iterator.next(), signal);
      if (next.done) return;
      total += next.value.byteLength;
      if (total > maxBytes) throw tooLarge();
      yield next.value;
    }
  } catch (error) {
    throw failed(error);
  } finally {
    // Not awaited: what hangs in a read hangs here too.
    iterator.return?.().catch(() => undefined);
  }
}

/** Passes work on, or rejects with the signal's reason as soon as it aborts: whatever the work itself does by then. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
