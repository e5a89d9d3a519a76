/**
 * A body that ends in an error after `maxBytes` (decoded: a gzip bomb is as large as what it unpacks to), and whose
 * own failures are translated. Cancelling it cancels the body underneath.
 */
export function limitBody(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
  errors: { tooLarge: () => Error; failed: (error: unknown) => Error },
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let total = 0;
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        total += value.byteLength;
        if (total <= maxBytes) return controller.enqueue(value);
      } catch (error) {
        return controller.error(errors.failed(error));
      }
      controller.error(errors.tooLarge());
      await reader.cancel().catch(() => undefined);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
