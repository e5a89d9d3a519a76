/**
 * A local stand-in for huggingface.co and router.huggingface.co, for tests and for the demo: it answers from
 * `fixtures/service/` as the service is known to, or as scripted. It never runs in the product.
 */
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { defaultAnswer } from './answers.js';

/**
 * @typedef {import('./server.d.ts').Answer} Answer
 * @typedef {import('./server.d.ts').RecordedRequest} RecordedRequest
 */

/**
 * Starts it on a free port of 127.0.0.1.
 * @param {import('./server.d.ts').StandInOptions} [options]
 * @returns {Promise<import('./server.d.ts').StandIn>}
 */
export async function startStandIn(options = {}) {
  /** @type {RecordedRequest[]} */
  const requests = [];
  /** @type {Map<string, Answer[]>} */
  const scripts = new Map();
  /** @type {Map<string, Answer[]>} */
  const modelScripts = new Map();
  /** @type {import('./server.d.ts').Bill[]} */
  const billed = [];
  const server = createServer(async (incoming, response) => {
    const request = await record(incoming);
    requests.push(request);
    const model = completionOf(request)?.model;
    const answer =
      nextAnswer(scripts, request.path) ?? nextAnswer(modelScripts, model) ?? defaultAnswer(request, options);
    if (model !== undefined && answer.usage) billed.push({ model, ...answer.usage });
    await send(response, answer);
  });
  await new Promise((resolve) => server.listen(options.port ?? 0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    url,
    baseUrl: `${url}/v1`,
    requests,
    billed,
    get completions() {
      return requests.map(completionOf).filter((completion) => completion !== undefined);
    },
    script: (path, ...answers) => {
      scripts.set(path, answers);
    },
    scriptModel: (model, ...answers) => {
      modelScripts.set(model, answers);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The scripted answers of a path, or of a model, come one after another; the last one stays. */
function nextAnswer(scripts, key) {
  const answers = scripts.get(key);
  return answers && answers.length > 1 ? answers.shift() : answers?.[0];
}

async function record(incoming) {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return {
    method: incoming.method ?? '',
    path: (incoming.url ?? '').replace(/\?.*/, ''),
    url: incoming.url ?? '',
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

/**
 * What a chat completion asks for; undefined for every other request, and for one that is not JSON.
 * @returns {import('./server.d.ts').Completion | undefined}
 */
function completionOf({ method, path, headers, body }) {
  if (`${method} ${path}` !== 'POST /v1/chat/completions') return undefined;
  try {
    const { model, max_tokens, max_completion_tokens } = JSON.parse(body);
    const bearer = headers.authorization?.replace(/^Bearer /, '');
    return { bearer, model, maxTokens: max_completion_tokens ?? max_tokens, headers };
  } catch {
    return undefined;
  }
}

async function send(response, answer) {
  if (answer.hang) return;
  if (answer.reset) return void response.socket?.resetAndDestroy();
  if (answer.delayMs) await sleep(answer.delayMs);
  const plain = bytesOf(answer.body);
  const bytes = answer.gzip ? gzipSync(plain) : plain;
  response.writeHead(answer.status ?? 200, {
    'content-type': 'application/json; charset=utf-8',
    ...(answer.gzip ? { 'content-encoding': 'gzip' } : {}),
    ...answer.headers,
  });
  if (answer.dripMs) return drip(response, bytes, answer.dripMs);
  if (answer.eventMs) return drip(response, bytes.toString('utf8').split(/(?<=\n\n)/), answer.eventMs);
  if (answer.cutAfter === undefined) return void response.end(bytes);
  response.write(bytes.subarray(0, answer.cutAfter), () => response.socket?.destroy());
}

function bytesOf(body) {
  if (body === undefined) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/** One byte, or one text, at a time: of bytes, so that no read ever times out by itself. */
async function drip(response, pieces, pauseMs) {
  for (const piece of pieces) {
    if (response.destroyed) return;
    response.write(typeof piece === 'number' ? Buffer.of(piece) : piece);
    await sleep(pauseMs);
  }
  response.end();
}

function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
