import { valueAt } from '../../text/json.ts';
import { ALLOW_PATH } from '../refs.ts';
import { type Choices, touchedRefs } from './choices.ts';
import { NO_OUTCOME, type Outcome, type PlanInput } from './outcome.ts';

/**
 * OpenClaw's newer allow-list. It is never created (2026.4 rejects the key); a list that has entries gets the
 * chosen models and those that only get an alias, unless a wildcard admits them already.
 */
export function planModelPolicy({ config }: PlanInput, choices: Choices): Outcome {
  const allow = valueAt(config, ALLOW_PATH);
  if (!Array.isArray(allow) || allow.length === 0) return NO_OUTCOME;
  const missing = touchedRefs(choices).filter(
    (ref) => !allow.includes(ref) && !allow.includes(wildcardOf(ref)) && !allow.includes('*'),
  );
  return { ...NO_OUTCOME, changes: missing.map((ref) => ({ op: 'append', path: ALLOW_PATH, value: ref })) };
}

function wildcardOf(ref: string): string {
  return `${ref.slice(0, ref.indexOf('/'))}/*`;
}
