import type { Command } from 'commander';

export type HelpText = {
  /** Copyable command lines, shown first; a test runs each of them. */
  examples: readonly string[];
  exitCodes: readonly string[];
  links?: readonly string[];
  /** For help that is longer than a screen: the examples stand behind the flags. */
  usageFirst?: boolean;
};

/** Examples above commander's own help, exit codes and links below it. */
export function addHelp(command: Command, text: HelpText): Command {
  const { exitCodes, links = [DOCS], usageFirst = false } = text;
  const examples = `Examples:\n${indent(text.examples)}\n`;
  if (!usageFirst) command.addHelpText('before', examples);
  const end = `\nExit codes:\n${indent(exitCodes)}\n\nLinks:\n${indent(links)}`;
  return command.addHelpText('after', usageFirst ? `\n${examples}${end}` : end);
}

const DOCS = 'https://docs.openclaw.ai/providers/huggingface';

/** All exit codes in the words of `--help`; each command shows those it can have, some in words of its own. */
export const EXIT = {
  done: '0  done, or nothing to do',
  unexpected: '1  unexpected',
  usage: '2  wrong flag, choice or value',
  config: '3  config invalid, locked, changed by others, or not writable',
  token: '4  token missing, rejected, or without the permission',
  service: '5  Hugging Face could not be reached, or failed',
  billing: '6  no credits left (402)',
  model: '7  model unknown or not served',
  differs: '8  with --exit-code: something would change; with --check: a model drifted',
  interrupted: '130  interrupted (143: terminated)',
} as const;

function indent(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}
