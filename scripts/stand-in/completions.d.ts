import type { Answer, Usage } from './server.d.ts';

export type CompletionKind =
  | 'call'
  | 'thinking'
  | 'words'
  | 'call-as-text'
  | 'invalid-json'
  | 'wrong-schema'
  | 'wrong-tool'
  | 'out-of-tokens'
  | 'cut';

export type CompletionOptions = {
  usage?: Usage;
  /** Whether the stream tells its usage. */
  tells?: boolean;
} & Pick<Answer, 'delayMs' | 'eventMs'>;

export const USUAL_USAGE: Usage;
export function completion(kind: CompletionKind, options?: CompletionOptions): Answer;
export function withUsage(stream: string, usage: Usage): string;
