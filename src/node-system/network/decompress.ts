import type { Readable, Transform } from 'node:stream';

/** What `decompress` understands, for `accept-encoding`. */
export const ENCODINGS = 'gzip, deflate, br';

/** More layers than anyone needs would be an attack. */
const MAX_LAYERS = 3;

/**
 * A body as it was before `content-encoding`, chunk by chunk; undefined where it is not encoded, or in a way that was
 * not asked for. What is damaged or cut fails with zlib's code.
 */
export function decompress(body: Readable, contentEncoding: string): Readable | undefined {
  const names = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  if (contentEncoding === '' || names.length > MAX_LAYERS) return undefined;
  const zlib = process.getBuiltinModule('node:zlib');
  const { pipeline } = process.getBuiltinModule('node:stream');
  const creators: Readonly<Record<string, () => Transform>> = {
    gzip: zlib.createGunzip,
    'x-gzip': zlib.createGunzip,
    deflate: zlib.createInflate,
    br: zlib.createBrotliDecompress,
  };
  const decoders = names.reverse().map((name) => (Object.hasOwn(creators, name) ? creators[name] : undefined));
  if (decoders.includes(undefined)) return undefined;
  // Whoever reads the last stream is told of each failure: no other listener needs it.
  const ignore = () => undefined;
  return decoders.reduce<Readable>((from, create) => (create ? pipeline(from, create(), ignore) : from), body);
}
