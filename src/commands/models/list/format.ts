import type { Catalog } from '../../../catalog/catalog.ts';
import { formatCount, formatPrice, formatTokens } from '../../../text/numbers.ts';
import { sanitise } from '../../../text/sanitise.ts';
import { type Column, formatTable } from '../../../text/table.ts';
import type { ListRow } from './rows.ts';

/** The document of `models list --json`: OpenClaw's keys, and what it does not know. */
export function listDocument(rows: readonly ListRow[], catalog: Catalog): object {
  return {
    count: rows.length,
    source: catalog.source,
    fetchedAt: catalog.fetchedAt,
    reason: catalog.reason,
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
    tags: alias === null ? tags : insertAlias(tags, alias),
    reasoning: model?.reasoning ?? false,
    tools: model?.tools ?? null,
    maxTokens: model?.maxTokens ?? null,
    price: model?.price ?? null,
    providers: model?.providers ?? [],
  };
}

/** OpenClaw's order: default, fallback, configured, alias; our `missing` comes after them. */
function insertAlias(tags: readonly string[], alias: string): string[] {
  const isMissing = (tag: string) => tag === 'missing';
  return [...tags.filter((tag) => !isMissing(tag)), `alias:${alias}`, ...tags.filter(isMissing)];
}

const COLUMNS: readonly Column[] = [
  { title: 'Model' },
  { title: 'Ctx', align: 'right' },
  { title: '$/M in/out', align: 'right' },
  { title: 'Tools' },
  { title: 'Input' },
  { title: 'Name' },
  { title: 'Tags', wraps: true },
];

export function listTable(rows: readonly ListRow[], width: number): string[] {
  return formatTable(COLUMNS, rows.map(tableRow), width);
}

function tableRow({ ref, model, alias, tags }: ListRow): string[] {
  return [
    sanitise(ref),
    formatTokens(model?.contextWindow ?? null),
    formatPrice(model?.price ?? null),
    model?.tools ?? 'unknown',
    model?.input.join('+') ?? 'unknown',
    sanitise(alias ?? model?.name ?? ref),
    sanitise((alias === null ? tags : insertAlias(tags, alias)).join(',')),
  ];
}

/** What the list is, where it came from, and in what unit its prices are. */
export function listFooter(rows: readonly ListRow[], catalog: Catalog, source: string, unicode: boolean): string {
  const reason = catalog.reason === null ? '' : `\n${sanitise(catalog.reason)}`;
  const parts = [formatCount(rows.length, 'model'), source, 'prices in USD per million tokens, input/output'];
  return `${parts.join(unicode ? ' · ' : ', ')}${reason}`;
}
