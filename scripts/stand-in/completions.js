/** Streamed completions as inference providers send them to a message with the tool `ready`: good ones and bad ones. */

/** What a completion is billed for unless told otherwise. */
export const USUAL_USAGE = { prompt_tokens: 140, completion_tokens: 20 };

const ARGUMENTS = '{"count": 1}';
const call = (name, args) => [
  chunk({ tool_calls: [{ index: 0, id: 'call_example', type: 'function', function: { name, arguments: '' } }] }),
  ...pieces(args).map((piece) => chunk({ tool_calls: [{ index: 0, function: { arguments: piece } }] })),
];
const words = (text) => pieces(text).map((piece) => chunk({ content: piece }));

/** By what is wrong with them; `call`: nothing is. */
const STREAMS = {
  call: [...call('ready', ARGUMENTS), chunk({}, 'tool_calls')],
  thinking: [chunk({ reasoning_content: 'Now the tool.' }), ...call('ready', ARGUMENTS), chunk({}, 'tool_calls')],
  words: [...words('I am ready.'), chunk({}, 'stop')],
  'call-as-text': [...words(`<tool_call>{"name": "ready", "arguments": ${ARGUMENTS}}</tool_call>`), chunk({}, 'stop')],
  'invalid-json': [...call('ready', "{'count': 1"), chunk({}, 'tool_calls')],
  'wrong-schema': [...call('ready', '{"count": "one"}'), chunk({}, 'tool_calls')],
  'wrong-tool': [...call('get_weather', ARGUMENTS), chunk({}, 'tool_calls')],
  'out-of-tokens': [chunk({ reasoning_content: 'Shall I call the tool?' }), chunk({}, 'length')],
  cut: call('ready', ARGUMENTS),
};

/**
 * The answer to a completion: what it says, what it is billed for, and whether it tells that. `cut` breaks off in the
 * middle.
 * @param {keyof typeof STREAMS} kind
 * @param {import('./completions.d.ts').CompletionOptions} [options]
 * @returns {import('./server.d.ts').Answer}
 */
export function completion(kind, { usage = USUAL_USAGE, tells = true, ...pace } = {}) {
  const text = `${[chunk({ role: 'assistant', content: null }), ...STREAMS[kind]].join('')}data: [DONE]\n\n`;
  const body = tells ? withUsage(text, usage) : text;
  return {
    headers: { 'content-type': 'text/event-stream' },
    body,
    usage,
    ...(kind === 'cut' && { cutAfter: Math.floor(body.length / 2) }),
    ...pace,
  };
}

/** A stream that tells its usage at the end, as `stream_options: {include_usage: true}` asks for. */
export function withUsage(stream, usage) {
  const told = { choices: [], usage: { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens } };
  return stream.replace('data: [DONE]', `data: ${JSON.stringify(told)}\n\ndata: [DONE]`);
}

function chunk(delta, finish = null) {
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
}

function pieces(text) {
  return text.match(/.{1,4}/gs) ?? [];
}
