import { type MessageOf, say } from '../message.ts';
import { anyOf, count } from './units.ts';

/** Why a value is refused. */
const valueReasons = {
  'looks-like-a-flag': 'it looks like a flag. Is the value missing?',
  'control-characters': 'it has a line break or a control character in it.',
  'not-an-alias': 'the form is <ref>=<label>.',
  'not-a-price': 'it must be a number of US dollars.',
  'not-a-count': 'it must be a whole number from 1 to 20.',
  'not-seconds': 'it must be a number of seconds: more than 0, at most 86400 (a day).',
  'not-a-command-name': 'it must be the name of a command.',
  'not-an-organisation': 'it must be the name of an organisation (letters, digits, ".", "_" and "-").',
};

export type ValueReason = MessageOf<typeof valueReasons>;

const seeHelp = (command: string) => `See: ${command} --help`;
const exampleOr = (example: string | null, command: string) =>
  example === null ? seeHelp(command) : `For example: ${example}`;
const alikeOr = (alike: string | null, command: string) =>
  alike === null ? seeHelp(command) : `Did you mean ${alike}?`;

/** How else a token is passed, where the variable was not set. */
const OTHER_WAYS = 'Or pass it in a file (--huggingface-api-key-file <path>) or on stdin (--huggingface-api-key -).';

/** What is wrong with a command line. `command`: as it is called, `openclaw models list`; `alike`: what may be meant. */
export const cliProblems = {
  'unknown-flag': ({ flag, alike, command }: { flag: string; alike: string | null; command: string }) => ({
    message: `${command} has no flag ${flag}.`,
    hint: alikeOr(alike, command),
  }),
  'unknown-command': ({ name, alike, command }: { name: string; alike: string | null; command: string }) => ({
    message: `${command} has no command "${name}".`,
    hint: alikeOr(alike, command),
  }),
  'foreign-command': ({ name }: { name: string }) => ({
    message: `"${name}" is a command of OpenClaw itself, not of this program.`,
    hint: 'Run it with the real OpenClaw. This program has: onboard, models, config, completion.',
  }),
  'argument-missing': ({ name, command, example }: { name: string; command: string; example: string | null }) => ({
    message: `${command} needs <${name}>.`,
    hint: exampleOr(example, command),
  }),
  'value-missing': ({ flag, command, example }: { flag: string; command: string; example: string | null }) => ({
    message: `${flag}: the value is missing.`,
    hint: exampleOr(example, command),
  }),
  'too-many-arguments': (mentioned: {
    given: readonly string[];
    allowed: number;
    /** A command that may be meant. */
    instead: string | null;
    command: string;
  }) => {
    const { given, allowed, instead, command } = mentioned;
    const takes = allowed === 0 ? 'no arguments' : count(allowed, 'argument');
    const got = given.map((text) => `"${text}"`).join(' ');
    return { message: `${command} takes ${takes}, but got ${got}.`, hint: instead ?? seeHelp(command) };
  },
  'two-flags': ({ flags, instead }: { flags: readonly [string, string]; instead: string }) => ({
    message: `${flags[0]} and ${flags[1]} exclude each other.`,
    hint: `Pass one of them: ${instead}`,
  }),
  'flag-needs': ({ flag, needs, instead }: { flag: string; needs: string; instead: string }) => ({
    message: `${flag} is used with ${needs} only.`,
    hint: `Pass both: ${instead}`,
  }),
  'wrong-choice': (mentioned: {
    /** `--sort`, `<shell>` */
    name: string;
    value: string;
    choices: readonly string[];
    alike: string | null;
    command: string;
  }) => {
    const { name, value, choices, alike, command } = mentioned;
    return { message: `${name} can't be "${value}", only ${anyOf(choices)}.`, hint: alikeOr(alike, command) };
  },
  'wrong-value': (mentioned: {
    name: string;
    value: string;
    reason: ValueReason;
    command: string;
    /** A command line that has it right. */
    example: string | null;
  }) => {
    const { name, value, reason, command, example } = mentioned;
    return { message: `${name} can't be "${value}": ${say(valueReasons, reason)}`, hint: exampleOr(example, command) };
  },
  'empty-value': ({ name, command }: { name: string; command: string }) => ({
    message: `${name} is empty. Is the variable set?`,
    hint: seeHelp(command),
  }),
  'empty-key': { message: '--huggingface-api-key is empty. Is the variable set?', hint: OTHER_WAYS },
  'key-is-a-flag': {
    message: '--huggingface-api-key is followed by a flag, not by a token. Is the variable set?',
    hint: OTHER_WAYS,
  },
  'model-as-alias': ({ label, swapped }: { label: string; swapped: string }) => ({
    message: `"${label}" is a model, not an alias.`,
    hint: `Reversed? ${swapped}`,
  }),
  'other-auth-choice': ({ choice }: { choice: string }) => ({
    message: `This program sets up Hugging Face only; for "${choice}" run the onboard of OpenClaw itself.`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'other-provider': ({ provider }: { provider: string }) => ({
    message: `This program lists the models of Hugging Face only, not of "${provider}".`,
    hint: 'openclaw models list --provider huggingface',
  }),
  'needs-the-service': ({ what, instead }: { what: string; instead: string }) => ({
    message: `${what} asks Hugging Face, and --offline makes no network requests.`,
    hint: `Without --offline: ${instead}`,
  }),
  'answers-missing': ({ path }: { path: string }) => ({
    message: `--from: ${path} does not exist.`,
    hint: 'Pass the path of a JSON or JSON5 file, or - for stdin.',
  }),
  'answers-from-terminal': {
    message: '--from - reads the answers from a pipe, but stdin is a terminal.',
    hint: 'Pass a file: openclaw onboard --from <file>',
  },
  'stdin-twice': {
    message: '--from - and --huggingface-api-key - both read stdin.',
    hint: 'Pass the token in a file: --huggingface-api-key-file <path>',
  },
  'token-among-answers': ({ place }: { place: string }) => ({
    message: `${place}: a token, or a key for one. Answers never hold a token.`,
    hint: 'Pass it beside them: --huggingface-api-key-file <path>',
  }),
  'unknown-answer': (mentioned: {
    key: string;
    place: string;
    /** Of that name, which says how to run. */
    flag: string | null;
    alike: string | null;
    known: readonly string[];
  }) => {
    const { key, place, flag, alike, known } = mentioned;
    const other = alike === null ? `Answers are: ${known.join(', ')}` : `Did you mean ${alike}?`;
    return {
      message: `"${key}" in ${place} is not an answer.`,
      hint: flag === null ? other : `It is a flag: pass ${flag} beside --from.`,
    };
  },
  'remote-mode': {
    message: '--mode remote is not supported: a remote Gateway has its own config on its own machine.',
    hint: 'Run there: openclaw onboard --mode local',
  },
  'no-terminal': {
    message: "Can't prompt without a terminal.",
    hint: 'Run instead: openclaw onboard --non-interactive --mode local --auth-choice huggingface-api-key --huggingface-api-key-file <path>',
  },
  'out-of-time': ({ seconds, more }: { seconds: number; more: number }) => ({
    message: `The run took longer than ${seconds} s.`,
    hint: `Try again, or give it more time: --timeout ${more}`,
  }),
  'removal-unconfirmed': {
    message: "Can't ask before removing without a terminal.",
    hint: 'Run instead: openclaw onboard --remove --non-interactive',
  },
  unexpected: ({ detail }: { detail: string }) => ({
    message: `Unexpected: ${detail}`,
    hint: 'Run the same command with --verbose and report what it prints.',
  }),
  'output-failed': ({ code, wrote }: { code: string; wrote: readonly string[] }) => ({
    message: `The output could not be written (${code}).`,
    ...didWrite(wrote),
  }),
  'output-interrupted': ({ by, wrote }: { by: 'SIGINT' | 'SIGTERM'; wrote: readonly string[] }) => ({
    message: `${by === 'SIGTERM' ? 'Terminated' : 'Interrupted'} while the output waited for its reader.`,
    ...didWrite(wrote),
  }),
  'ended-early': ({ wrote }: { wrote: readonly string[] }) => ({
    message: 'The run ended before its work was done: nothing was left to wait for.',
    ...(wrote.length > 0 && { hint: `Until then it wrote ${wrote.join(', ')}.` }),
  }),
};

/** Of a run that was completed and could not say so. */
function didWrite(paths: readonly string[]): { hint?: string } {
  return paths.length === 0 ? {} : { hint: `The run itself was completed; it wrote ${paths.join(', ')}.` };
}
