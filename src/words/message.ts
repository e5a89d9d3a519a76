/**
 * What code returns instead of a sentence: a kind of a table of words, and what the words of that kind mention.
 * `{ 'is-locked': ({ path }: { path: string }) => … }` makes `{ kind: 'is-locked', path }`.
 */
export type MessageOf<Table> = {
  [Kind in keyof Table]: Table[Kind] extends (mentioned: infer Mentioned) => unknown
    ? { readonly kind: Kind } & Readonly<Mentioned>
    : { readonly kind: Kind };
}[keyof Table];

type SaidBy<Entry> = Entry extends (mentioned: never) => infer Said ? Said : Entry;

/** The words of a message, in the language of the table. */
export function say<Table>(table: Table, message: MessageOf<Table>): SaidBy<Table[keyof Table]> {
  const entry: unknown = table[message.kind];
  return (typeof entry === 'function' ? entry(message) : entry) as SaidBy<Table[keyof Table]>;
}
