import { interruption, OpenclawError } from '../../errors.ts';
import type { Env, Io } from '../../system.ts';
import { asciiOf } from '../../text/sanitise.ts';
import { createStream, type StreamOptions } from './output-stream.ts';
import { isTerminal, type Output, type Outputs } from './outputs.ts';
import { createVoice } from './voice.ts';
import { sayWaiting, showWaiting } from './waiting.ts';

export type TerminalOptions = StreamOptions & {
  outputs: Outputs;
  platform: string;
  /** Nothing may be drawn over what was written. */
  isPlain?: boolean;
  /** Ends reading standard input. */
  signal: AbortSignal;
  nameCommands: (hint: string) => string;
};

/** Standard input and output. */
export function createIo({
  outputs,
  platform,
  isPlain = false,
  signal,
  nameCommands,
  ...options
}: TerminalOptions): Io {
  const unicode = isUnicodeLocale(options.env, platform);
  const spelled = ({ isTerminal }: Output) =>
    unicode || !isTerminal ? options : { ...options, mask: (text: string) => asciiOf(options.mask(text)) };
  const { stdout, stderr } = outputs;
  const onErr = spelled(stderr);
  // All of stderr is conversation; stdout may hold a user's own words.
  const err = createStream(stderr, { ...onErr, mask: (text) => onErr.mask(nameCommands(text)) });
  const out = createStream(stdout, spelled(stdout));
  return {
    ...createVoice(out, err, unicode),
    out,
    err,
    wait: (label, work) =>
      isPlain && err.isTerminal
        ? sayWaiting(() => err.write(`${label}\n`), work)
        : showWaiting(label, work, { terminal: err, unicode }),
    // Not process.stdin.isTTY: touching process.stdin starts reading setup that only a prompt needs.
    stdinIsTerminal: isTerminal(0),
    readStdin: () => readStdin(signal),
    nameCommands,
    unicode,
  };
}

/** A token has some 40 characters; whoever pipes in a megabyte has the wrong file. */
const MAX_INPUT_CHARACTERS = 1024 * 1024;

async function readStdin(signal: AbortSignal): Promise<string> {
  const stdin = process.stdin.setEncoding('utf8');
  const abort = () => stdin.destroy(interruption(signal));
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    let text = '';
    for await (const chunk of stdin) {
      text += chunk;
      if (text.length > MAX_INPUT_CHARACTERS) {
        throw new OpenclawError('usage', { kind: 'input-too-large' });
      }
    }
    return text;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/**
 * The locale's character set, by the variables' own order. Windows terminals show Unicode whatever they say; macOS
 * knows no other set, and over ssh often has none of the variables.
 */
export function isUnicodeLocale(env: Env, platform: string): boolean {
  if (platform === 'win32') return true;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  if (!locale) return platform === 'darwin';
  return /utf-?8/i.test(locale);
}
