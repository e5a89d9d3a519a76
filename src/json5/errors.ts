import type { JsonPath, JsonType } from '../text/json.ts';

export type SyntaxFault =
  | { kind: 'unexpected-end' | 'unexpected-line-end' | 'unexpected-character' | 'escape-in-key' | 'not-an-object' }
  | { kind: 'too-deep'; most: number };

/** A text that is not JSON5, is nested too deeply, or is not an object where it must be. It never quotes the text. */
export class Json5SyntaxError extends Error {
  override readonly name = 'Json5SyntaxError';
  readonly fault: SyntaxFault;
  /** Where to look, in UTF-16 units; see `positionAt`. */
  readonly offset: number;

  constructor(fault: SyntaxFault, offset: number) {
    super(`${fault.kind} at ${offset}`);
    this.fault = fault;
    this.offset = offset;
  }
}

/** A change that needs an object or an array where something else is. */
export class WrongTypeError extends Error {
  override readonly name = 'WrongTypeError';
  readonly path: JsonPath;
  readonly found: JsonType;
  readonly needed: 'object' | 'array';

  constructor(path: JsonPath, found: JsonType, needed: 'object' | 'array') {
    super(`${found}, not ${needed}`);
    this.path = path;
    this.found = found;
    this.needed = needed;
  }
}

/** The edited text would not mean what was intended: better no edit than a wrong one. */
export class WrongEditError extends Error {
  override readonly name = 'WrongEditError';
  override readonly message = 'the edited text would mean something else';
}
