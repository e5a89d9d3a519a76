import { isJsonObject, valueAt } from '../../text/json.ts';
import { sanitise } from '../../text/sanitise.ts';
import type { Choices } from './choices.ts';
import { NO_OUTCOME, type Outcome, type PlanInput } from './outcome.ts';

/** `gateway.mode: "local"` where absent: that is what `--mode local` means, and without it a Gateway refuses to start. */
export function planGateway({ config }: PlanInput, choices: Choices): Outcome {
  if (!choices.onboarding) return NO_OUTCOME;
  const gateway = valueAt(config, ['gateway']);
  if (gateway !== undefined && !isJsonObject(gateway)) {
    return { ...NO_OUTCOME, warnings: [{ kind: 'gateway-not-an-object' }] };
  }
  const mode = valueAt(gateway, ['mode']);
  if (mode === undefined) return { ...NO_OUTCOME, changes: [{ op: 'set', path: ['gateway', 'mode'], value: 'local' }] };
  if (mode === 'local') return NO_OUTCOME;
  return { ...NO_OUTCOME, warnings: [{ kind: 'gateway-mode-kept', mode: sanitise(JSON.stringify(mode)) }] };
}
