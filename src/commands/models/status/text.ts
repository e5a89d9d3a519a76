import { BUILT_IN_AS_OF } from '../../../catalog/built-in.ts';
import { isContextUnset } from '../../../catalog/configured-models.ts';
import { describeModel } from '../../../catalog/describe-model.ts';
import { ownModels } from '../../../setup/agent-models.ts';
import { chainRefs, readAliases } from '../../../setup/refs.ts';
import type { Clock } from '../../../system.ts';
import { modelIdOf } from '../../../text/model-ref.ts';
import { formatAge, formatPrice, formatTokens } from '../../../text/numbers.ts';
import { sanitise } from '../../../text/sanitise.ts';
import { type Column, formatTable } from '../../../text/table.ts';
import { wrapWords } from '../../../text/wrap.ts';
import { showToken } from '../../../token/token-expiry.ts';
import { unreadableWords } from '../../../token/unreadable-token.ts';
import { isHuggingFaceSetUp, SET_UP } from './check-token.ts';
import { roleOf } from './document.ts';
import type { Status } from './status.ts';

/** OpenClaw's lines, then the chain as a table with what is known of each model. */
export function statusLines(status: Status, columns: number, clock: Clock): string[] {
  const { situation, chain } = status;
  const aliases = [...readAliases(situation.snapshot.value)].map(([ref, label]) => `${label} -> ${ref}`);
  const rows: [title: string, value: string][] = [
    ['Config', situation.locations.configPath],
    ['Default', chain.primary ?? 'none'],
    [`Fallbacks (${chain.fallbacks.length})`, chain.fallbacks.join(', ') || 'none'],
    [`Aliases (${aliases.length})`, aliases.join(', ') || 'none'],
    ['Token', tokenWords(status)],
    ['Model list', listWords(status, clock)],
  ];
  const own = ownModels(situation.snapshot.value, chain.primary);
  if (own.length > 0) rows.splice(3, 0, ['Own models', own.join('; ')]);
  const width = Math.max(...rows.map(([title]) => title.length));
  const lines = rows.map(([title, value]) => wrapWords(sanitise(`${title.padEnd(width)} : ${value}`), columns, '  '));
  const table = chainRefs(chain).length === 0 ? [] : ['', ...chainTable(status, columns)];
  return [...lines, ...table, ...(isHuggingFaceSetUp(situation) ? [] : ['', `Set up: ${SET_UP}`])];
}

function tokenWords({ inUse }: Status): string {
  if (inUse === undefined) return 'none found';
  return 'token' in inUse ? `${showToken(inUse.token)}, ${inUse.place}` : unreadableWords(inUse);
}

function listWords({ catalog }: Status, clock: Clock): string {
  if (catalog.fetchedAt === null) return `built-in, of ${BUILT_IN_AS_OF}`;
  const age = formatAge(clock.now().getTime() - Date.parse(catalog.fetchedAt));
  return catalog.source === 'live' ? 'live' : `cached, fetched ${age}`;
}

const COLUMNS: readonly Column[] = [
  { title: 'Model' },
  { title: 'Role' },
  { title: 'Served' },
  { title: 'Ctx', align: 'right' },
  { title: '$/M in/out', align: 'right' },
];

function chainTable({ chain, catalog, situation }: Status, columns: number): string[] {
  const rows = chainRefs(chain).map((ref) => {
    const id = modelIdOf(ref);
    const model = id === undefined ? null : describeModel(catalog, id, situation.configured);
    const context = isContextUnset(id, situation.configured) ? 'unset' : formatTokens(model?.contextWindow ?? null);
    const served = model === null ? 'not asked' : SERVED[`${model.available}`];
    return [sanitise(ref), roleOf(ref, chain), served, context, formatPrice(model?.price ?? null)];
  });
  const table = formatTable(COLUMNS, rows, columns);
  return rows.some(([, , , context]) => context === 'unset') ? [...table, wrapWords(UNSET, columns, '  ')] : table;
}

const UNSET = 'unset: the entry states no context window (OpenClaw assumes 128k to 195k)';
const SERVED = { true: 'yes', false: 'no', null: 'unknown' };
