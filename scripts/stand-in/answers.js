/** What the service is known to answer, from `fixtures/service/`. */
import { readFileSync } from 'node:fs';
import { USUAL_USAGE, withUsage } from './completions.js';

/** The token that the stand-in accepts unless told otherwise. Nobody's: built from a pattern. */
export const VALID_TOKEN = `hf_${'StandInExampleToken'.repeat(2).slice(0, 30)}9fQ2`;

/** A fixture's text by file name. */
export function fixtureText(name) {
  return readFileSync(new URL(`../../fixtures/service/${name}`, import.meta.url), 'utf8');
}

/** A recorded `{status, headers, body}`, or a bare body with 200. */
export function fixtureAnswer(name) {
  const recorded = JSON.parse(fixtureText(name));
  return typeof recorded.status === 'number' ? recorded : { status: 200, body: recorded };
}

/**
 * @param {import('./server.d.ts').RecordedRequest} request
 * @param {import('./server.d.ts').StandInOptions} options
 * @returns {import('./server.d.ts').Answer}
 */
export function defaultAnswer(request, options) {
  const models = options.models ?? JSON.parse(fixtureText('router-models.json')).data;
  const authorized = request.headers.authorization === `Bearer ${options.token ?? VALID_TOKEN}`;
  const endpoint = `${request.method} ${request.path}`;
  if (endpoint === 'GET /v1/models') return { body: { object: 'list', data: models } };
  if (endpoint.startsWith('GET /v1/models/')) return oneModel(models, request.path.slice('/v1/models/'.length));
  if (endpoint === 'GET /api/whoami-v2') {
    return fixtureAnswer(
      authorized ? (options.whoami ?? 'whoami-finegrained-with-permission.json') : 'whoami-401.json',
    );
  }
  if (endpoint === 'POST /v1/chat/completions') {
    return authorized ? chat(models, request.body) : fixtureAnswer('chat-error-401-invalid-token.json');
  }
  return fixtureAnswer('chat-error-404-not-found.json');
}

function oneModel(models, id) {
  const model = findModel(models, decodeURIComponent(id));
  return model ? { body: { data: model } } : fixtureAnswer('chat-error-404-not-found.json');
}

function findModel(models, id) {
  const base = id.replace(/:.*/, '').toLowerCase();
  return models.find((model) => model.id.toLowerCase() === base);
}

/** A streamed answer by the inference provider that the suffix names, or by the first live one. */
function chat(models, body) {
  const { model: id, stream, stream_options, tools } = JSON.parse(body);
  const live = (findModel(models, String(id))?.providers ?? []).filter(({ status }) => status === 'live');
  const suffix = /:(.*)$/.exec(String(id))?.[1];
  const policy = suffix === undefined || ['fastest', 'cheapest', 'preferred'].includes(suffix);
  const provider = policy ? live[0] : live.find((candidate) => candidate.provider === suffix);
  if (!provider) return fixtureAnswer('chat-error-400-model-not-supported.json');
  if (!stream) return fixtureAnswer('chat-200-reasoning.json');
  // The recorded call is of the probe's one tool: whoever offers other tools gets words.
  const isProbe = tools?.some((tool) => tool.function?.name === 'ready');
  const text = fixtureText(isProbe && provider.supports_tools ? 'chat-stream-tool.sse' : 'chat-stream.sse');
  return {
    status: 200,
    headers: { 'content-type': 'text/event-stream', 'x-inference-provider': provider.provider },
    body: stream_options?.include_usage ? withUsage(text, USUAL_USAGE) : text,
    usage: USUAL_USAGE,
  };
}
