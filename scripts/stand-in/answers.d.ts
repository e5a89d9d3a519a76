import type { Answer, RecordedRequest, StandInOptions } from './server.d.ts';

export const VALID_TOKEN: string;
export function fixtureText(name: string): string;
export function fixtureAnswer(name: string): Answer;
export function defaultAnswer(request: RecordedRequest, options: StandInOptions): Answer;
