import { isContextUnset } from '../../../catalog/configured-models.ts';
import { describeModel } from '../../../catalog/describe-model.ts';
import { probeDocument } from '../../../huggingface/probe/probe-words.ts';
import { aliasesNow, chainRefs, readAliases } from '../../../setup/refs.ts';
import { modelIdOf } from '../../../text/model-ref.ts';
import { lastCharacters } from '../../../text/redact.ts';
import type { CheckResult } from './check.ts';
import type { Status } from './status.ts';

/** The one document of `models status --json`: OpenClaw's keys, and what it does not know (DESIGN.md section 8); `check`: with `--check`. */
export function statusDocument(status: Status, check: CheckResult | null): object {
  const { situation, chain, inUse, catalog } = status;
  return {
    ...(check && { ok: check.exitCode === 0, problems: check.problems }),
    configPath: situation.locations.configPath,
    defaultModel: chain.primary,
    fallbacks: chain.fallbacks,
    ...aliasesNow(readAliases(situation.snapshot.value)),
    token: {
      source: inUse?.source ?? null,
      last4: inUse !== undefined && 'token' in inUse ? lastCharacters(inUse.token) : null,
    },
    catalog: { source: catalog.source, fetchedAt: catalog.fetchedAt },
    models: chainRefs(chain).map((ref) => modelDocument(ref, status)),
  };
}

function modelDocument(ref: string, { situation, chain, catalog, probes }: Status): object {
  const id = modelIdOf(ref);
  const model = id === undefined ? null : describeModel(catalog, id, situation.configured);
  const probe = probes.get(ref);
  return {
    ref,
    role: roleOf(ref, chain),
    alias: readAliases(situation.snapshot.value).get(ref) ?? null,
    available: model?.available ?? null,
    contextWindow: isContextUnset(id, situation.configured) ? null : (model?.contextWindow ?? null),
    price: model?.price ?? null,
    probe: probe === undefined ? null : probeDocument(probe),
  };
}

/** `primary`, or `fallback#1` and so on; a primary that is in the fallbacks too is the primary. */
export function roleOf(ref: string, { primary, fallbacks }: Status['chain']): string {
  return ref === primary ? 'primary' : `fallback#${fallbacks.indexOf(ref) + 1}`;
}
