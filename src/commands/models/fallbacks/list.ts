import { type GlobalOptions, readSituation } from '../../../setup/context.ts';
import type { ListFormat } from '../../../setup/list-format.ts';
import { readChain } from '../../../setup/refs.ts';
import { reportWarnings } from '../../../setup/report/report.ts';
import type { System } from '../../../system.ts';
import { formatJson } from '../../../text/format-json.ts';
import { sanitise } from '../../../text/sanitise.ts';

export type FallbacksListOptions = GlobalOptions & { format: ListFormat };

/** The fallbacks in their order. */
export async function modelsFallbacksList(options: FallbacksListOptions, system: System): Promise<number> {
  const { snapshot, warnings } = await readSituation(options, system);
  const { fallbacks } = readChain(snapshot.value);
  const { out } = system.io;
  if (options.format === 'json') out.write(`${formatJson({ fallbacks })}\n`);
  else if (options.format === 'plain') out.write(fallbacks.map((ref) => `${sanitise(ref)}\n`).join(''));
  else {
    out.write(`Fallbacks (${fallbacks.length}):\n`);
    for (const ref of fallbacks.length > 0 ? fallbacks : ['none']) out.write(`- ${sanitise(ref)}\n`);
  }
  reportWarnings(warnings, [], system);
  return 0;
}
