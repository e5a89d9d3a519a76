import type { Env, System } from '../system.ts';
import { en } from '../words/en/en.ts';
import type { Words } from '../words/words.ts';
import { createFiles } from './disk/files.ts';
import { type Leftovers, removeLeftovers } from './lock/leftovers.ts';
import { monotonic } from './monotonic.ts';
import { createFetch } from './network/create-fetch.ts';
import { createConversation, type Screen } from './prompt/conversation.ts';
import { createLazyPrompt } from './prompt/lazy-prompt.ts';
import { createShell } from './shell.ts';
import { createHiddenTexts } from './terminal/hidden-texts.ts';
import { createIo } from './terminal/io.ts';
import { type Output, type Outputs, openOutputs } from './terminal/outputs.ts';

export type NodeSystemOptions = {
  /** From `createInterruptSignal`; also ends waiting for a lock and for stdin. */
  signal: AbortSignal;
  /** `--no-color` */
  noColor?: boolean;
  /** See `Io`; by default hints stay as they are. */
  nameCommands?: (hint: string) => string;
  /** Instead of the process's own. */
  env?: Env;
  /** English where it is not given. */
  words?: Words;
};

/** Of all systems of this process: a host program may ask for one again and again, and `exit` is listened to once. */
let leftovers: Leftovers | undefined;

function sharedLeftovers(): Leftovers {
  if (leftovers) return leftovers;
  const shared: Leftovers = new Set();
  process.on('exit', () => removeLeftovers(shared));
  leftovers = shared;
  return shared;
}

/** The System of a process, and what only its composition root asks. */
export type NodeSystem = System & Pick<Outputs, 'drained' | 'failure'>;

/** The machine as it is. Locks and temp files go when the process ends, however it does (save by SIGKILL). */
export function createNodeSystem(options: NodeSystemOptions): NodeSystem {
  const { signal, noColor = false, nameCommands = (hint) => hint, env = process.env, words = en } = options;
  const { platform } = process;
  const { hide, mask } = createHiddenTexts();
  const outputs = openOutputs();
  const { drained, failure } = outputs;
  const screen = screenOf(outputs.stderr);
  const conversation = createConversation(screen);
  const isPlain = asksPlainly(env);
  const io = createIo({
    outputs: recorded(outputs, conversation.record),
    isPlain,
    env,
    platform,
    noColor,
    mask,
    signal,
    nameCommands,
  });
  // Questions are written to stderr: stdout may well be a pipe.
  const canAsk = io.stdinIsTerminal && io.err.isTerminal;
  return {
    env,
    words,
    platform,
    io,
    prompt: canAsk
      ? createLazyPrompt({
          err: io.err,
          screen,
          conversation,
          unicode: io.unicode,
          words: words.prompts,
          isPlain,
          signal,
        })
      : null,
    fetch: createFetch(env),
    files: createFiles(signal, sharedLeftovers()),
    shell: createShell(),
    clock: { now: () => new Date(), monotonic },
    hash: (bytes) => process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest('hex'),
    hide,
    signal,
    drained,
    failure,
  };
}

function screenOf({ write, columns, rows }: Output): Screen {
  return { write, columns: () => columns() || 80, rows: () => rows() || 24 };
}

/** What is said on the terminal is remembered, on whichever output. */
function recorded({ stdout, stderr, ...outputs }: Outputs, record: (output: Output) => Output): Outputs {
  const onTerminal = (output: Output) => (output.isTerminal ? record(output) : output);
  return { ...outputs, stdout: onTerminal(stdout), stderr: onTerminal(stderr) };
}

/** A screen reader is told what is written, not what is drawn over it; a dumb terminal can't draw. */
function asksPlainly(env: Env): boolean {
  return env.TERM === 'dumb' || Boolean(env.OPENCLAW_ONBOARD_PLAIN && env.OPENCLAW_ONBOARD_PLAIN !== '0');
}
