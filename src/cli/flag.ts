import { Option } from 'commander';
import type { JsonType } from '../text/json.ts';
import type { Problem } from '../words/words.ts';

/** A flag, with what commander has no place for. */
export class Flag extends Option {
  /** What it is called in an answers file, and its type there; null where it says how to run, not what to set up. */
  answer: { key: string; type: JsonType } | null = null;
  /** What to say of a choice that only OpenClaw itself may have. */
  foreign: ((choice: string) => Problem) | undefined;

  /** An answers file may have it; a flag that is given several times is one list, or one object, there. */
  asAnswer(key = this.attributeName(), type: JsonType = this.required ? 'string' : 'boolean'): this {
    this.answer = { key, type };
    return this;
  }

  elsewhere(foreign: (choice: string) => Problem): this {
    this.foreign = foreign;
    return this;
  }
}

/** `ref` of `--model <ref>`; null where a flag has no value. */
export function valueName({ flags }: Option): string | null {
  return /[<[](.+)[\]>]/.exec(flags)?.[1] ?? null;
}
