import type { OpenAI } from 'openai';
import type { Call } from './tool.ts';

/** Tokens, as the inference provider counts them for its bill. */
export type Usage = { prompt: number; completion: number };

/** What a streamed answer adds up to. */
export type Streamed = {
  /** By their place in the answer, as the stream numbers them. */
  calls: Map<number, Call>;
  /** What was said besides reasoning and calls. */
  words: string;
  /** Characters of everything that was generated, reasoning included. */
  written: number;
  /** When the first token came, on the clock that was given; null where none did. */
  firstTokenAt: number | null;
  /** Why it ended; null where the stream stopped without a reason. */
  finished: string | null;
  /** Null where it is not told. */
  usage: Usage | null;
};

type Chunk = OpenAI.ChatCompletionChunk;
type Delta = Chunk['choices'][number]['delta'];

export function emptyAnswer(): Streamed {
  return { calls: new Map(), words: '', written: 0, firstTokenAt: null, finished: null, usage: null };
}

/**
 * Adds a piece of the stream to what came before it: where it breaks, that much is known. Inference providers leave out
 * what they like.
 */
export function addChunk(answer: Streamed, chunk: Chunk, now: () => number): void {
  for (const { delta, finish_reason } of chunk.choices ?? []) {
    const written = answer.written;
    if (delta) addDelta(answer, delta);
    if (answer.written > written) answer.firstTokenAt ??= now();
    answer.finished = finish_reason ?? answer.finished;
  }
  answer.usage = parseUsage(chunk.usage) ?? answer.usage;
}

function addDelta(answer: Streamed, delta: Delta): void {
  // Of models that think aloud; openai's types have neither name.
  const { reasoning_content, reasoning } = delta as { reasoning_content?: unknown; reasoning?: unknown };
  answer.words += textOf(delta.content);
  answer.written += textOf(delta.content).length + (textOf(reasoning_content) || textOf(reasoning)).length;
  for (const { index, function: piece } of delta.tool_calls ?? []) {
    const name = textOf(piece?.name);
    const args = argumentsOf(piece?.arguments);
    const at = index ?? 0;
    const call = answer.calls.get(at) ?? { name: '', args: '' };
    // Some repeat the name in each piece.
    answer.calls.set(at, { name: call.name || name, args: call.args + args });
    answer.written += (call.name ? 0 : name.length) + args.length;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** OpenClaw could not read arguments that are not text; as text these are not JSON either. */
function argumentsOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? String(value) : textOf(value);
}

/** Some send zeros until the end; a prompt has tokens. */
function parseUsage(usage: Chunk['usage']): Usage | null {
  const { prompt_tokens: prompt, completion_tokens: completion } = usage ?? {};
  const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
  return isCount(prompt) && prompt > 0 && isCount(completion) ? { prompt, completion } : null;
}
