import type { JsonType } from '../../../text/json.ts';
import { say } from '../../message.ts';
import { status } from '../status.ts';
import { typeName } from '../units.ts';
import { type Fault, faults } from './read.ts';

/** What `config get` refuses. */
export const configProblems = {
  'not-a-path': ({ text }: { text: string }) => ({
    message: `${JSON.stringify(text)} is not a path.`,
    hint: 'Like this: openclaw config get \'agents.defaults.models["huggingface/Qwen/Qwen3-8B"].alias\'',
  }),
  'not-in-config': ({ key, path, near, parent, keys }: NotInConfig) => ({
    message: `${key} is not in ${path}.`,
    ...(near !== null && { hint: `Did you mean ${near}?` }),
    ...(near === null && keys.length > 0 && { hint: `${parent ?? 'The config'} has: ${keys.join(', ')}` }),
    ...(parent === null && keys.length === 0 && { hint: status.setUp }),
  }),
};

type NotInConfig = {
  key: string;
  path: string;
  /** The path that may have been meant. */
  near: string | null;
  /** What has no such key; null for the whole config. */
  parent: string | null;
  /** Those that it has. */
  keys: readonly string[];
};

/** What a key that this program reads must be. */
const needed = {
  string: 'a string',
  'non-negative': 'a number from 0 up',
  positive: 'a number above 0',
  boolean: 'true or false',
  strings: 'an array of strings',
  model: 'a model ref, or an object with primary and fallbacks',
  object: 'an object',
  array: 'an array',
};

type WrongType = { key: string; needs: keyof typeof needed; found: JsonType | number | boolean };

/** What `config validate` finds in a config that can be read. `key` is the path of one. */
const issues = {
  'invalid-text': ({ fault }: { fault: Fault }) => say(faults, fault),
  'wrong-type': ({ key, needs, found }: WrongType) =>
    `${key} must be ${needed[needs]}, but is ${typeof found === 'string' ? typeName(found) : found}`,
  'key-missing': ({ key, missing }: { key: string; missing: string }) =>
    `${key} has no ${missing}, which OpenClaw requires`,
  'variable-not-set': ({ key, name }: { key: string; name: string }) =>
    `${key} refers to \${${name}}, which is not set where this command runs`,
  'token-under-env': ({ key, name }: { key: string; name: string }) =>
    `${key} is read by OpenClaw before 2026.8 only: later versions accept env.vars.${name} only`,
};

/** `config undo`, `config validate`. */
export const config = {
  issues,
  verdict: ({ isValid, path }: { isValid: boolean; path: string }) => `${isValid ? 'Valid' : 'Not valid'}: ${path}`,
  issue: ({ message, at, isWarning }: { message: string; at: string | null; isWarning: boolean }) =>
    `- ${isWarning ? 'Warning: ' : ''}${at === null ? '' : `${at}: `}${message}`,
  scope: 'syntax, includes, and the keys this program reads',
  checked: ({ scope }: { scope: string }) => `Checked: ${scope}. OpenClaw's full schema was not checked.`,
  removed: ({ path }: { path: string }) => [`Removed: ${path}`, 'There was no file before.'],
  restored: ({ path, from }: { path: string; from: string }) => [`Restored: ${path}`, `From: ${from}`],
};
