import { open } from 'node:fs';
import { createNodeSystem } from '../../src/node-system/create-node-system.ts';
import { createInterruptSignal } from '../../src/node-system/interrupt-signal.ts';

/** A process of its own for the terminal tests. */
const signal = createInterruptSignal();
const system = createNodeSystem({ signal });
const { io, files } = system;

switch (process.argv[2]) {
  case 'lines':
    for (let line = 0; line < 20_000; line++) {
      io.out.write(`line ${line} ${'x'.repeat(80)}\n`);
      if (line % 100 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    break;
  case 'much':
    io.out.write('x'.repeat(5_000_000));
    await system.drained(signal);
    process.exit(0);
    break;
  case 'stdin':
    io.err.write('ready');
    await readStdin();
    break;
  case 'blocked':
    // A thread of Node's pool that can't be stopped, as by a name server that does not answer.
    open(process.argv[3] ?? '', 'r', () => {});
    signal.addEventListener('abort', () => io.out.write('not yet'));
    setTimeout(() => io.out.write('open'), 100);
    break;
  case 'stubborn':
    await files.lock(`/tmp/openclaw-stubborn-${process.pid}`, 0);
    signal.addEventListener('abort', () => io.out.write('not yet'));
    setInterval(() => undefined, 1000);
    io.out.write('held');
    break;
}

async function readStdin(): Promise<void> {
  try {
    io.out.write(JSON.stringify(await io.readStdin()));
  } catch (error) {
    const { code, exitCode } = Object(error);
    io.out.write(`${code} ${exitCode}`);
  }
}
