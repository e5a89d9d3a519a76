import type { Env, Stream, Style } from '../../system.ts';
import { unmarked } from '../../text/wrap.ts';
import type { Output } from './outputs.ts';

const DEFAULT_COLUMNS = 80;

export type StreamOptions = {
  env: Env;
  /** `--no-color` */
  noColor: boolean;
  /** Applied to everything that is written. */
  mask: (text: string) => string;
};

/** One of the process's output streams, as commands see it. */
export function createStream(output: Output, { env, noColor, mask }: StreamOptions): Stream {
  const { isTerminal } = output;
  const hasColours = isTerminal && !noColor && !env.NO_COLOR && env.TERM !== 'dumb';
  return {
    write: (text) => output.write(unmarked(mask(text))),
    isTerminal,
    get columns() {
      // The real width wins where there is one; some pseudo terminals say 0.
      const known = (isTerminal && output.columns()) || columnsIn(env);
      return known || (isTerminal ? DEFAULT_COLUMNS : Number.POSITIVE_INFINITY);
    },
    style: (format, text) => (hasColours ? styled(format, text) : text),
    hyperlinks: isTerminal && !noColor && hasHyperlinks(env),
  };
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

const KNOWN_PROGRAMS = ['iTerm.app', 'WezTerm', 'vscode', 'ghostty'];

/**
 * Whether the terminal is known to understand OSC 8 links; one that does not may print the address as garbage, so an
 * unknown one counts as no. VTE (GNOME Terminal and kin) shows them since 0.50. tmux and screen swallow them.
 */
export function hasHyperlinks(env: Env): boolean {
  if (env.TERM === 'dumb' || env.TMUX || env.STY) return false;
  if (env.TERM_PROGRAM && KNOWN_PROGRAMS.includes(env.TERM_PROGRAM)) return true;
  if (Number(env.VTE_VERSION) >= 5000) return true;
  return Boolean(env.KITTY_WINDOW_ID || env.WT_SESSION);
}
