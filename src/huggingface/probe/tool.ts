import { isJsonObject } from '../../text/json.ts';

/** The one tool of a probe. It has an argument, so that a route that loses or mangles arguments shows. */
export const TOOL = {
  type: 'function',
  function: {
    name: 'ready',
    description: 'Says that you are ready.',
    parameters: {
      type: 'object',
      properties: { count: { type: 'integer', description: 'How many tools you have.' } },
      required: ['count'],
    },
  },
} as const;

export const PROMPT = 'Call the tool "ready" now, with count 1.';

/**
 * What came of the tool: a call that OpenClaw can run (`well-formed`), or what is wrong with it. `as-text`: it is in
 * the answer's words, so that nothing is called; `cut`: the answer ended before it was complete.
 */
export type ToolCall = 'well-formed' | 'missing' | 'as-text' | 'cut' | 'not-json' | 'other-tool' | 'other-arguments';

/** A call as its pieces in a stream add up. `args`: JSON, as long as the inference provider keeps to the protocol. */
export type Call = { name: string; args: string };

/** Judges an answer by its calls and its words; `isCut` where it ended early, or at its last possible token. */
export function judgeCalls(calls: readonly Call[], words: string, isCut: boolean): ToolCall {
  if (calls.length === 0) return isCallAsText(words) ? 'as-text' : isCut ? 'cut' : 'missing';
  return calls.map((call) => judgeCall(call, isCut)).find((verdict) => verdict !== 'well-formed') ?? 'well-formed';
}

function judgeCall({ name, args }: Call, isCut: boolean): ToolCall {
  if (name !== TOOL.function.name) return 'other-tool';
  let value: unknown;
  try {
    value = JSON.parse(args);
  } catch {
    return isCut ? 'cut' : 'not-json';
  }
  return isJsonObject(value) && Number.isInteger(value.count) ? 'well-formed' : 'other-arguments';
}

/** Enough to see what an answer is; a hostile one may have 10 MB. */
const LOOKED_AT = 4000;

/** `<tool_call>{"name": "ready" …`, `ready(count=1)`, `functions.ready:0`, `{"count": 1}`: as models are taught to write one. */
function isCallAsText(words: string): boolean {
  return /<\|?tool|<function|\[TOOL_CALLS?\]|functions\.ready|\bready\(|\{[\s\S]*["'](?:ready|count)["']/i.test(
    words.slice(0, LOOKED_AT),
  );
}
