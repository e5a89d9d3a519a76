import { type Probe, probeModel } from '../huggingface/probe/probe-model.ts';
import { requestHeaders } from '../huggingface/request/request-headers.ts';
import type { System } from '../system.ts';
import type { JsonObject } from '../text/json.ts';
import type { Context } from './context.ts';

/** `id`: `org/name[:suffix]`. `config`: the effective one, whose headers go along. `waiting`: what is said meanwhile. */
export type TestMessage = { id: string; config: JsonObject; token: string | null; waiting: string };

/** Sends one real message, as OpenClaw would. A refusal is a value; rejects with `config_invalid` for a header. */
export async function sendTestMessage(
  { id, config, token, waiting }: TestMessage,
  { endpoints, log }: Pick<Context, 'endpoints' | 'log'>,
  system: Pick<System, 'fetch' | 'clock' | 'signal' | 'io'>,
): Promise<Probe> {
  const headers = requestHeaders(config, id);
  return system.io.wait(waiting, probeModel(id, { ...endpoints, token, headers, log }, system));
}
