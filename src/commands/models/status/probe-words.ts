import type { Probe } from '../../../huggingface/probe/probe-model.ts';
import { fallbackWords, probeWords } from '../../../huggingface/probe/probe-words.ts';
import { type Chain, chainRefs } from '../../../setup/refs.ts';
import { isHuggingFaceRef } from '../../../text/model-ref.ts';
import { sanitise } from '../../../text/sanitise.ts';
import type { Status } from './status.ts';

/** What each probe showed, whether a fallback would help, and with which model a request would end up. */
export function probeLines({ chain, probes }: Pick<Status, 'chain' | 'probes'>): string[] {
  const lines = chainRefs(chain).map((ref, index) => {
    const probe = probes.get(ref);
    const words = probe === undefined ? 'not on Hugging Face, so not asked' : probeWords(probe);
    const help = probe?.kind === 'failed' ? ` ${fallbackWords(probe)}` : '';
    return sanitise(`${index + 1}. ${ref}: ${words}${help}`);
  });
  return [...lines, sanitise(endWords(chain, probes))];
}

function endWords(chain: Chain, probes: ReadonlyMap<string, Probe>): string {
  const refs = chainRefs(chain);
  if (refs.length === 0) return 'There is no default model: openclaw models set <ref-or-alias>';
  const answering = refs.find((ref) => probes.get(ref)?.kind === 'answered');
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
