/**
 * `bytes` random bytes as hex, for names that must not meet; each is then created exclusively. Not for secrets: that
 * would be node:crypto, which takes 2 ms to load.
 */
export function randomHex(bytes: number): string {
  const byte = () => Math.floor(Math.random() * 256);
  return Array.from({ length: bytes }, () => byte().toString(16).padStart(2, '0')).join('');
}
