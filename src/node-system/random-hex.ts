/** `bytes` random bytes as hex. node:crypto costs 1.3 ms to load, so only a command that writes pays for it. */
export function randomHex(bytes: number): string {
  return process.getBuiltinModule('node:crypto').randomBytes(bytes).toString('hex');
}
