import { canBeBare } from '../lexemes.ts';
import { hasLineEnd, lineIndent, startsLine } from '../lines.ts';
import type { ContainerNode, Item, ValueNode } from '../scan.ts';

export type Quote = '"' | "'";

/** How new text is written so that it looks like its surroundings. */
export type Style = {
  eol: string;
  /** One level of indentation. */
  indent: string;
  /** Around string values. */
  quote: Quote;
  /** Around keys that need quotes. */
  keyQuote: Quote;
  /** Whether keys that need no quotes go without. */
  bareKeys: boolean;
  /** Whether a comma follows the last item where each has a line of its own. */
  trailingComma: boolean;
  /** Whether objects with only scalars inside stand on one line. */
  compactObjects: boolean;
  compactArrays: boolean;
  /** Behind colons and the commas of a one-line object or array. */
  gap: string;
  /** Inside the braces of a one-line object. */
  padding: string;
};

/** What a file made from nothing looks like: the style of OpenClaw's documentation. */
export const HOUSE_STYLE: Style = {
  eol: '\n',
  indent: '  ',
  quote: '"',
  keyQuote: '"',
  bareKeys: true,
  trailingComma: true,
  compactObjects: true,
  compactArrays: true,
  gap: ' ',
  padding: ' ',
};

/** For and against each trait, as counted in a file or in one object. */
type Votes = Record<'single' | 'singleKey' | 'bare' | 'trailing' | 'objects' | 'arrays' | 'gap' | 'padding', number> & {
  indents: Map<string, number>;
};

/** The style of a whole file. `isJson`: JSON.parse accepts the text, so every trait that JSON lacks is out. */
export function styleOfFile(text: string, root: ValueNode, isJson: boolean): Style {
  const votes = noVotes();
  countValue(votes, text, root, true);
  const bareKeys = majority(votes.bare, !isJson);
  const quote = majority(votes.single, votes.singleKey > 0) ? "'" : '"';
  return {
    eol: /\r\n|\n|\r/.exec(text)?.[0] ?? HOUSE_STYLE.eol,
    indent: mostFrequent(votes.indents) ?? HOUSE_STYLE.indent,
    quote,
    keyQuote: majority(votes.singleKey, quote === "'") ? "'" : '"',
    bareKeys,
    trailingComma: majority(votes.trailing, bareKeys),
    compactObjects: majority(votes.objects, bareKeys),
    compactArrays: majority(votes.arrays, bareKeys),
    gap: majority(votes.gap, true) ? ' ' : '',
    padding: majority(votes.padding, majority(votes.gap, true)) ? ' ' : '',
  };
}

/** The file's style, corrected by what the neighbours inside one object or array do. */
export function styleWithin(style: Style, text: string, container: ContainerNode): Style {
  const votes = noVotes();
  for (const item of container.items) countItem(votes, text, item);
  return {
    ...style,
    quote: majority(votes.single, style.quote === "'") ? "'" : '"',
    keyQuote: majority(votes.singleKey, style.keyQuote === "'") ? "'" : '"',
    bareKeys: majority(votes.bare, style.bareKeys),
  };
}

function noVotes(): Votes {
  const zero = { single: 0, singleKey: 0, bare: 0, trailing: 0, objects: 0, arrays: 0, gap: 0, padding: 0 };
  return { ...zero, indents: new Map() };
}

function majority(balance: number, otherwise: boolean): boolean {
  return balance === 0 ? otherwise : balance > 0;
}

function mostFrequent(counts: Map<string, number>): string | undefined {
  let best: string | undefined;
  for (const [name, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = name;
  return best;
}

function countValue(votes: Votes, text: string, node: ValueNode, isRoot: boolean): void {
  if (node.kind === 'scalar') return;
  for (const item of node.items) {
    countItem(votes, text, item);
    countValue(votes, text, item.value, false);
  }
  const [first] = node.items;
  if (first === undefined) return;
  countIndent(votes, text, node, first);
  countLayout(votes, text, node, isRoot);
}

function countItem(votes: Votes, text: string, item: Item): void {
  votes.single += voteForSingle(quoteAt(text, item.value.start));
  if (!('key' in item)) return;
  const keyQuote = quoteAt(text, item.start);
  votes.singleKey += voteForSingle(keyQuote);
  // A key that has to be quoted says nothing about the others.
  if (keyQuote === undefined || canBeBare(item.key)) votes.bare += keyQuote === undefined ? 1 : -1;
  votes.gap += text[item.value.start - 1] === ':' ? -1 : 1;
}

/** The quote that a string or a quoted key opens with. */
export function quoteAt(text: string, at: number): Quote | undefined {
  const character = text[at];
  return character === '"' || character === "'" ? character : undefined;
}

function voteForSingle(quote: Quote | undefined): number {
  return quote === undefined ? 0 : quote === "'" ? 1 : -1;
}

function countIndent(votes: Votes, text: string, node: ContainerNode, first: Item): void {
  if (!startsLine(text, first.start)) return;
  const outer = lineIndent(text, node.start);
  const inner = lineIndent(text, first.start);
  if (inner.length <= outer.length || !inner.startsWith(outer)) return;
  const unit = inner.slice(outer.length);
  votes.indents.set(unit, (votes.indents.get(unit) ?? 0) + 1);
}

function countLayout(votes: Votes, text: string, node: ContainerNode, isRoot: boolean): void {
  const last = node.items.at(-1);
  if (last !== undefined && hasLineEnd(text, last.value.end, node.end)) {
    votes.trailing += last.comma === undefined ? -1 : 1;
  }
  if (isRoot || node.items.some((item) => item.value.kind !== 'scalar')) return;
  const isOneLine = !hasLineEnd(text, node.start, node.end);
  votes[node.kind === 'object' ? 'objects' : 'arrays'] += isOneLine ? 1 : -1;
  if (isOneLine && node.kind === 'object') votes.padding += text[node.start + 1] === ' ' ? 1 : -1;
}
