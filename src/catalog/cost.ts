import { agentsIn } from '../config/agents.ts';
import type { Price } from '../huggingface/router/router-model.ts';
import { isJsonObject, type JsonObject, type JsonValue, valueAt } from '../text/json.ts';

/** What an estimate assumes of one turn: OpenClaw's prompt with some history, a short answer, nothing cached. */
export const TURN = { input: 30_000, output: 500 } as const;

/** USD a month, by whether the account pays for PRO: huggingface.co/docs/inference-providers/pricing. */
export const FREE_CREDIT = { free: 0.1, pro: 2 } as const;

/** OpenClaw's own default. */
const USUAL_HEARTBEAT = '30m';
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;
const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** USD. An estimate, so that the bill is not a surprise: what it assumes is shown beside it. */
export type Estimate = {
  perTurn: number;
  /** OpenClaw's own wake-ups in 30 days; 0 where it has none on this model. */
  perMonthIdle: number;
  /** As the config has it: `30m`; `0m` for none. With several agents, of the one that wakes up most often. */
  every: string;
};

/** What a model costs at that price as the default; null where the price is not known. `config` is the effective one. */
export function estimateCost(ref: string, price: Price | null, config: JsonObject): Estimate | null {
  if (price === null) return null;
  const perTurn = (TURN.input * price.input + TURN.output * price.output) / 1_000_000;
  const { every, perMonth } = wakeUps(ref, config);
  return { perTurn, perMonthIdle: perTurn * perMonth, every };
}

/** How often OpenClaw wakes up on this model in 30 days. */
function wakeUps(ref: string, config: JsonObject): { every: string; perMonth: number } {
  const usual = everyIn(valueAt(config, ['agents', 'defaults', 'heartbeat'])) ?? USUAL_HEARTBEAT;
  const beats = heartbeats(ref, config).map((heartbeat) => everyIn(heartbeat) ?? usual);
  const perMonth = beats.reduce((sum, every) => sum + perMonthAt(every), 0);
  const [most = '0m'] = beats.toSorted((a, b) => perMonthAt(b) - perMonthAt(a));
  return { every: most, perMonth };
}

/**
 * The heartbeats that run on this model as the default. As in OpenClaw: as soon as one agent has a heartbeat of its own,
 * only those that have one wake up, else the default agent alone. A heartbeat or an agent with another model, named by
 * ref or alias, costs that.
 */
function heartbeats(ref: string, config: JsonObject): (JsonValue | undefined)[] {
  const agents = agentsIn(config).map(([, settings]) => settings);
  const explicit = agents.filter(({ heartbeat }) => isJsonObject(heartbeat));
  const usual = valueAt(config, ['agents', 'defaults', 'heartbeat']);
  const alone = agents.find((agent) => agent.default === true) ?? agents[0];
  const alias = valueAt(config, ['agents', 'defaults', 'models', ref, 'alias']);
  const label = typeof alias === 'string' ? alias.toLowerCase() : undefined;
  const awake = explicit.length > 0 ? explicit : [{ model: alone?.model, heartbeat: usual }];
  return awake
    .filter(({ model, heartbeat }) => {
      const own = valueAt(heartbeat, ['model']) ?? valueAt(usual, ['model']) ?? valueAt(model, ['primary']) ?? model;
      return typeof own !== 'string' || own === ref || own.toLowerCase() === label;
    })
    .map(({ heartbeat }) => heartbeat);
}

function everyIn(heartbeat: JsonValue | undefined): string | undefined {
  const every = valueAt(heartbeat, ['every']);
  return typeof every === 'string' && every.trim() !== '' ? every.trim() : undefined;
}

/** `30m`, `1h`, `1h30m`, `90` (minutes); what OpenClaw can't read is not a heartbeat there, so not here. */
function perMonthAt(every: string): number {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$|^\d+(?:\.\d+)?$/i.test(every)) return 0;
  const parts = [...every.toLowerCase().matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)?/g)];
  const length = parts.reduce((sum, [, amount, unit = 'm']) => sum + Number(amount) * (UNIT_MS[unit] ?? 0), 0);
  return length > 0 ? MONTH_MS / length : 0;
}
