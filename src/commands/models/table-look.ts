import type { Io } from '../../system.ts';
import { formatModelRef } from '../../text/model-ref.ts';
import { marks } from '../../text/sanitise.ts';

/** How the tables of models look on stdout: bold titles, and dim what the eye does not look for. */
export type TableLook = {
  /** What is not known. */
  dash: string;
  title: (text: string) => string;
  dim: (text: string) => string;
  /** A ref with its `huggingface/` dim. */
  ref: (text: string) => string;
  /** A figure, or the dash, which is dim. */
  figure: (text: string) => string;
};

export function tableLook({ out, unicode }: Pick<Io, 'out' | 'unicode'>): TableLook {
  const dash = marks(unicode).unknown;
  const prefix = formatModelRef('');
  const dim = (text: string) => out.style('dim', text);
  return {
    dash,
    title: (text) => out.style('bold', text),
    dim,
    ref: (text) => (text.startsWith(prefix) ? dim(prefix) + text.slice(prefix.length) : text),
    figure: (text) => (text === dash ? dim(text) : text),
  };
}
