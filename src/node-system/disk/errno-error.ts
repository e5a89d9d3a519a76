/** An error of the shape that Node's file functions reject with, for failures that the system call has no code for. */
export function errnoError(code: string, message: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${message}, '${path}'`), { code, path });
}
