/** Milliseconds since the process started, never going back. `performance` takes a millisecond to load. */
export function monotonic(): number {
  return process.uptime() * 1000;
}
