import { monotonic } from '../monotonic.ts';

/** Waiting shorter than this shows nothing: a spinner that flashes is worse than none. */
const SPINNER_AFTER_MS = 300;
const REFRESH_MS = 100;

const ASCII_SPINNER = { frames: ['-', '\\', '|', '/'], interval: 120 };

/** Says once that `work` is under way, where it takes longer: nothing may be drawn over. */
export async function sayWaiting<T>(say: () => void, work: Promise<T>): Promise<T> {
  const timer = setTimeout(say, SPINNER_AFTER_MS);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

/** Shows `label` and the elapsed seconds on a terminal's stderr while `work` is under way. */
export async function showWaiting<T>(
  label: string,
  work: Promise<T>,
  { isTerminal, unicode, noColor }: { isTerminal: boolean; unicode: boolean; noColor: boolean },
): Promise<T> {
  if (!isTerminal) return work;
  const started = monotonic();
  let stop = () => {};
  const timer = setTimeout(async () => {
    // The spinner has no other switch for colours, and reads this one when it is loaded.
    if (noColor) process.env.NO_COLOR = '1';
    const { createSpinner } = await import('./spinner.ts');
    if (isDone) return;
    const text = () => `${label} ${Math.floor((monotonic() - started) / 1000)} s`;
    const spinner = createSpinner({
      text: text(),
      stream: process.stderr,
      handleSignals: false,
      ...(unicode ? {} : { spinner: ASCII_SPINNER }),
    }).start();
    const refresh = setInterval(() => {
      spinner.text = text();
    }, REFRESH_MS);
    stop = () => {
      clearInterval(refresh);
      spinner.stop();
    };
  }, SPINNER_AFTER_MS);
  let isDone = false;
  try {
    return await work;
  } finally {
    isDone = true;
    clearTimeout(timer);
    stop();
  }
}
