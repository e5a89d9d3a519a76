import type { Command } from 'commander';

export type ExitCode = { code: number; meaning: string };

export type HelpText = {
  /** Copyable command lines, shown first; a test runs each of them. One in parts is shown on as many lines. */
  examples: readonly (string | readonly string[])[];
  exitCodes: readonly ExitCode[];
  links?: readonly string[];
  /** For help that is longer than a screen: the examples stand behind the flags. */
  usageFirst?: boolean;
};

/** Examples above commander's own help, exit codes and links below it. */
export function addHelp(command: Command, text: HelpText): Command {
  const { exitCodes, links = [DOCS], usageFirst = false } = text;
  const examples = `Examples:\n${indent(text.examples.map((example) => [example].flat().join(' \\\n    ')))}\n`;
  const codes = indent(exitCodes.map(({ code, meaning }) => `${code}  ${meaning}`));
  if (!usageFirst) command.addHelpText('before', examples);
  const end = `\nExit codes:\n${codes}\n\nLinks:\n${indent(links)}`;
  return command.addHelpText('after', usageFirst ? `\n${examples}${end}` : end);
}

const DOCS = 'https://docs.openclaw.ai/providers/huggingface';

/** All exit codes in the words of `--help`; each command shows those it can have, some in words of its own. */
export const EXIT = {
  done: { code: 0, meaning: 'done, or nothing to do' },
  unexpected: { code: 1, meaning: 'unexpected' },
  usage: { code: 2, meaning: 'wrong flag, choice or value' },
  config: { code: 3, meaning: 'config invalid, locked, changed by others, or not writable' },
  token: { code: 4, meaning: 'token missing, rejected, or without the permission' },
  service: { code: 5, meaning: 'Hugging Face could not be reached, or failed' },
  billing: { code: 6, meaning: 'no credits left (402)' },
  model: { code: 7, meaning: 'model unknown or not served' },
  differs: { code: 8, meaning: 'with --exit-code: something would change; with --check: a model drifted' },
  interrupted: { code: 130, meaning: 'interrupted (143: terminated)' },
} as const;

function indent(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}
