import type { ChildProcess } from 'node:child_process';
import type { Shell } from '../system.ts';

const MAX_OUTPUT_BYTES = 1024 * 1024;

/** After the command itself has ended, a background process of its may hold the pipe open: no use waiting for it. */
const LAST_OUTPUT_MS = 200;

/** See `Shell`. Of more than 1 MB of output only the first is kept. */
export function createShell(): Shell {
  return {
    run: async (command, args, { timeoutMs, signal }) => {
      if (signal.aborted) return undefined;
      const { spawn } = await import('node:child_process');
      const child = spawn(command, args, {
        // Its own process group, so that a login shell's children can be killed with it.
        detached: process.platform !== 'win32',
        stdio: ['ignore', 'pipe', 'ignore'],
        windowsHide: true,
      });
      const stop = () => killGroup(child);
      const timer = setTimeout(stop, timeoutMs);
      signal.addEventListener('abort', stop, { once: true });
      try {
        return await outputOf(child);
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        child.stdout?.destroy();
      }
    },
  };
}

/** The output of a command that ends with 0, else undefined. */
function outputOf(child: ChildProcess): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let total = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    if (total < MAX_OUTPUT_BYTES) chunks.push(chunk.subarray(0, MAX_OUTPUT_BYTES - total));
    total += chunk.length;
  });
  return new Promise((resolve) => {
    const finish = (code: number | null) => resolve(code === 0 ? Buffer.concat(chunks).toString('utf8') : undefined);
    child.on('error', () => resolve(undefined));
    child.on('close', finish);
    child.on('exit', (code) => setTimeout(finish, LAST_OUTPUT_MS, code).unref());
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}
