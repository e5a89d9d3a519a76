import type { Catalog } from '../../../catalog/catalog.ts';
import { figuresOf } from '../../../catalog/figures.ts';
import type { System } from '../../../system.ts';
import { sanitise } from '../../../text/sanitise.ts';
import { type Column, formatTable } from '../../../text/table.ts';
import { en } from '../../../words/en/en.ts';
import type { ListSource } from '../../../words/en/list.ts';
import { say } from '../../../words/message.ts';
import { reasonIn } from '../../../words/words.ts';
import { tableLook } from '../table-look.ts';
import type { ListFilter, ListRow } from './rows.ts';

/** The document of `models list --json`: OpenClaw's keys, and what it does not know. */
export function listDocument(
  rows: readonly ListRow[],
  catalog: Catalog,
  { nameCommands }: Pick<System['io'], 'nameCommands'>,
): object {
  const reason = reasonIn(en, catalog.reason);
  return {
    count: rows.length,
    source: catalog.source,
    fetchedAt: catalog.fetchedAt,
    reason: reason && nameCommands(reason),
    models: rows.map(rowDocument),
  };
}

function rowDocument({ ref, model, alias, tags }: ListRow): object {
  return {
    key: ref,
    name: model?.name ?? ref,
    alias,
    input: model?.input.join('+') ?? 'text',
    contextWindow: model?.contextWindow ?? null,
    local: false,
    available: model?.available ?? null,
    tags: tags.map((tag) => say(en.list.tags, tag)),
    reasoning: model?.reasoning ?? false,
    tools: model?.tools ?? null,
    maxTokens: model?.maxTokens ?? null,
    price: model?.price ?? null,
    providers: model?.providers ?? [],
  };
}

export function listTable(rows: readonly ListRow[], { io, words }: Pick<System, 'io' | 'words'>): string[] {
  const look = tableLook(io);
  const { columns: titles, image } = words.list;
  const columns: Column[] = [
    { title: titles.model, paint: look.ref },
    { title: titles.context, align: 'right', paint: look.figure },
    { title: titles.tools, paint: look.figure },
    { title: titles.image, paint: look.figure },
    { title: titles.input, align: 'point', paint: look.figure },
    { title: titles.output, align: 'point', essential: true, paint: look.figure },
    { title: titles.name },
    { title: titles.tags, wraps: true, paint: look.dim },
  ];
  const cells = rows.map(({ ref, model, alias, tags }) => {
    const { context, tools, input, output } = figuresOf(model, words.list, look.dash);
    const reads = model === null ? look.dash : model.input.includes('image') ? image : '';
    const name = alias ?? model?.name ?? ref;
    const labels = tags.map((tag) => say(words.list.tags, tag));
    return [
      sanitise(ref),
      context,
      tools,
      reads,
      input,
      output,
      sanitise(name),
      sanitise(labels.join(words.separators.items)),
    ];
  });
  return formatTable(columns, cells, io.out.columns, look.title);
}

/** What the list is, where it came from, and in what unit its prices are; or that nothing passed the filter. */
export function listFooter(
  { rows, looked }: { rows: readonly ListRow[]; looked: number },
  { search, ...filter }: ListFilter,
  from: ListSource,
  { io, words }: Pick<System, 'io' | 'words'>,
): string {
  if (rows.length > 0) return words.list.footer({ models: rows.length, from }).join(io.unicode ? ' · ' : ', ');
  return words.list.none({ search, filters: flagsOf(filter), looked });
}

/** As they were given. */
function flagsOf({ configured, tools, image, maxPrice }: Omit<ListFilter, 'search'>): string[] {
  return [
    ...(configured ? ['--configured'] : []),
    ...(tools ? ['--tools'] : []),
    ...(image ? ['--image'] : []),
    ...(maxPrice === undefined ? [] : [`--max-price ${maxPrice}`]),
  ];
}
