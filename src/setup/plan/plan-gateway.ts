import { isJsonObject, valueAt } from '../../text/json.ts';
import { sanitise } from '../../text/sanitise.ts';
import type { Choices } from './choices.ts';
import type { Outcome, PlanInput } from './plan.ts';

/** `gateway.mode: "local"` where absent: that is what `--mode local` means, and without it a Gateway refuses to start. */
export function planGateway({ config }: PlanInput, choices: Choices): Outcome {
  const none: Outcome = { changes: [], notes: [], warnings: [] };
  if (!choices.onboarding) return none;
  const gateway = valueAt(config, ['gateway']);
  if (gateway !== undefined && !isJsonObject(gateway)) {
    return { ...none, warnings: ['gateway is not an object and was kept: OpenClaw will refuse this config'] };
  }
  const mode = valueAt(gateway, ['mode']);
  if (mode === undefined) return { ...none, changes: [{ op: 'set', path: ['gateway', 'mode'], value: 'local' }] };
  if (mode === 'local') return none;
  return { ...none, warnings: [`gateway.mode is ${sanitise(JSON.stringify(mode))} and was kept`] };
}
