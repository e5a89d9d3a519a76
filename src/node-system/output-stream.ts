import { errnoOf } from '../errors.ts';
import type { Env, Stream, Style } from '../system.ts';
import { hasHyperlinks } from './hyperlinks.ts';

const DEFAULT_COLUMNS = 80;

export type StreamOptions = {
  env: Env;
  /** `--no-color` */
  noColor: boolean;
  /** Applied to everything that is written. */
  mask: (text: string) => string;
};

/** One of the process's output streams. A reader that left (`| head`) is no failure: the rest is dropped. */
export function createStream(open: () => NodeJS.WriteStream, { env, noColor, mask }: StreamOptions): Stream {
  let readerLeft = false;
  const stream = once(() =>
    open().on('error', (error) => {
      // Others, such as a full disk behind `> file`, stay uncaught exceptions: exit code 1.
      if (errnoOf(error) !== 'EPIPE') throw error;
      readerLeft = true;
    }),
  );
  const isTerminal = () => stream().isTTY === true;
  const colours = once(() => isTerminal() && !noColor && !env.NO_COLOR && env.TERM !== 'dumb');
  return {
    write(text) {
      const target = stream();
      if (!readerLeft) target.write(mask(text));
    },
    get isTerminal() {
      return isTerminal();
    },
    get columns() {
      // The real width wins where there is one; some pseudo terminals say 0.
      const known = (isTerminal() && stream().columns) || columnsIn(env);
      return known || (isTerminal() ? DEFAULT_COLUMNS : Number.POSITIVE_INFINITY);
    },
    style: (format, text) => (colours() ? styled(format, text) : text),
    get hyperlinks() {
      return isTerminal() && !noColor && hasHyperlinks(env);
    },
  };
}

/** Resolves when both streams have handed over everything, as pipes on Windows and macOS don't do by themselves. */
export async function flush(): Promise<void> {
  await Promise.all([process.stdout, process.stderr].map(flushed));
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableLength === 0) resolve();
    else stream.write('', () => resolve());
  });
}

/** `util.styleText` decides by itself in some versions of Node only; here the decision is made already. */
function styled(format: Style | readonly Style[], text: string): string {
  const { styleText } = process.getBuiltinModule('node:util');
  return styleText(typeof format === 'string' ? format : [...format], text, { validateStream: false });
}

function columnsIn(env: Env): number | undefined {
  const columns = Number(env.COLUMNS);
  return Number.isInteger(columns) && columns > 0 ? columns : undefined;
}

function once<T>(create: () => T): () => T {
  let created: { value: T } | undefined;
  return () => {
    created ??= { value: create() };
    return created.value;
  };
}
