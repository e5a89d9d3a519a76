import type { Env } from '../../system.ts';

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
