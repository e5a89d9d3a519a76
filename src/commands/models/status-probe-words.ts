import type { ErrorCode } from '../../errors.ts';
import type { Probe } from '../../huggingface/probe-model.ts';
import { type Chain, chainRefs } from '../../setup/refs.ts';
import { isHuggingFaceRef } from '../../text/model-ref.ts';
import { sanitise } from '../../text/sanitise.ts';
import type { Status } from './status.ts';

/** What each probe showed, whether a fallback would help, and with which model a request would end up. */
export function probeLines({ chain, probes }: Pick<Status, 'chain' | 'probes'>): string[] {
  const lines = chainRefs(chain).map((ref, index) => {
    const probe = probes.get(ref);
    const words = probe === undefined ? 'not on Hugging Face, so not asked' : probeWords(probe);
    return sanitise(`${index + 1}. ${ref}: ${words}`);
  });
  return [...lines, sanitise(endWords(chain, probes))];
}

function probeWords(probe: Probe): string {
  const { ok, latencyMs, inferenceProvider, message } = probe;
  if (!ok) return `failed. ${message ?? 'No answer.'} ${helpWords(probe)}`;
  const who = inferenceProvider ?? 'an unnamed inference provider';
  return `answered by ${who} in ${latencyMs} ms, ${toolWords(probe)}`;
}

function toolWords({ tools }: Probe): string {
  if (tools === null) return 'but it was cut off before it could call the tool';
  return tools ? 'the tool call came' : 'but no tool call came, and OpenClaw needs tools';
}

/** What is the account's stops every Hugging Face model; what is the model's or its backend's stops only that one. */
function helpWords({ code, tools }: Probe): string {
  if (code === 'credits_exhausted')
    return 'This stops every Hugging Face model: only a fallback of another provider helps, or credits: https://huggingface.co/settings/billing';
  if (isOfToken(code)) return 'This stops every Hugging Face model: no fallback among them helps.';
  if (tools === false) return 'A fallback helps, or another inference provider: org/model:provider';
  return 'A fallback helps.';
}

function isOfToken(code: ErrorCode | null): boolean {
  return code === 'token_rejected' || code === 'token_permission';
}

function endWords(chain: Chain, probes: ReadonlyMap<string, Probe>): string {
  const refs = chainRefs(chain);
  if (refs.length === 0) return 'There is no default model: openclaw models set <ref-or-alias>';
  const answering = refs.find((ref) => probes.get(ref)?.ok);
  const unknown = refs.find((ref) => !isHuggingFaceRef(ref));
  if (answering === undefined)
    return unknown === undefined
      ? 'A request would fail: no model answers.'
      : `A request would end up with ${unknown}, if that answers: it was not asked.`;
  const isFirst = unknown === undefined || refs.indexOf(answering) < refs.indexOf(unknown);
  return isFirst
    ? `A request would end up with ${answering}.`
    : `A request would end up with ${unknown}, if that answers (it was not asked), else with ${answering}.`;
}
