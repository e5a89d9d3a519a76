import { isJsonObject, type JsonObject } from '../text/json.ts';
import { Json5SyntaxError } from './errors.ts';
import { parseJson5 } from './parse-json5.ts';
import { type ObjectNode, type Range, scan, startOfValue } from './scan.ts';

/** A config file's text with its value, and where everything is in it. */
export type Document = {
  text: string;
  value: JsonObject;
  /** null where the text holds nothing but white space and comments: an empty config. */
  root: ObjectNode | null;
  /** All comments, in the order of the text. */
  comments: Range[];
};

/** Throws `Json5SyntaxError` for a text that is not JSON5, and for a top level that is not an object. */
export function parse(text: string): Document {
  const start = startOfValue(text);
  const value = start === text.length ? {} : parseJson5(text);
  if (!isJsonObject(value)) throw new Json5SyntaxError({ kind: 'not-an-object' }, start);
  // Only an edit asks where things stand: reading a config of 2 MB is a third quicker without.
  let scanned: ReturnType<typeof scan> | undefined;
  const positions = () => {
    scanned ??= scan(text);
    return scanned;
  };
  return {
    text,
    value,
    get root() {
      const { root } = positions();
      return root?.kind === 'object' ? root : null;
    },
    get comments() {
      return positions().comments;
    },
  };
}
