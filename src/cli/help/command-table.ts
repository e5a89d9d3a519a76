import type { Argument, Command, Option } from 'commander';
import { EXIT_CODES } from '../../errors.ts';
import type { System } from '../../system.ts';
import { valueName } from '../flag.ts';
import { pathOf, UsageCommand } from '../usage.ts';
import { EXIT } from './add-help.ts';

/**
 * The document of `help --json`: what `--help` shows of each command, by the same table, and the codes of failures. The
 * examples are called as this run was: who reads them will run them.
 */
export function commandTable(named: Command, io: Pick<System['io'], 'nameCommands'>): object {
  const root = ancestorsOf(named).at(-1) ?? named;
  return {
    name: root.name(),
    version: root.version(),
    description: root.description(),
    commands: leavesOf(named).map((command) => describeCommand(command, io)),
    globalFlags: visibleFlags(root).map(describeFlag),
    exitCodes: Object.values(EXIT),
    errorCodes: Object.entries(EXIT_CODES).map(([code, exitCode]) => ({ code, exitCode })),
  };
}

function ancestorsOf({ parent }: Command): Command[] {
  return parent === null ? [] : [parent, ...ancestorsOf(parent)];
}

/** The commands that do something, without groups, hidden ones, and commander's own `help` of a group. */
function leavesOf(command: Command): Command[] {
  if (command.commands.length === 0) return [command];
  const visible = command.createHelp().visibleCommands(command);
  return command.commands.filter((one) => visible.includes(one)).flatMap(leavesOf);
}

function describeCommand(command: Command, { nameCommands }: Pick<System['io'], 'nameCommands'>) {
  const flags = visibleFlags(command);
  const path = pathOf(command);
  const hasDocument = flags.some(({ long }) => long === '--json');
  const { examples, exitCodes } = command instanceof UsageCommand ? command : { examples: [], exitCodes: [] };
  return {
    command: path,
    description: command.description(),
    arguments: command.registeredArguments.map(describeArgument),
    flags: flags.map(describeFlag),
    examples: examples.map(nameCommands),
    exitCodes,
    /** Of its `--json`, in the package: the path is the command. */
    schema: hasDocument ? `schemas/${path.split(' ').slice(1).join('/')}.json` : null,
  };
}

function visibleFlags(command: Command): Option[] {
  const own = new Set(command.options);
  return command
    .createHelp()
    .visibleOptions(command)
    .filter((option) => own.has(option) && option.long !== '--version');
}

function describeArgument(argument: Argument) {
  const { description, required, variadic, argChoices: choices = null } = argument;
  return { name: argument.name(), description, required, repeatable: variadic, choices };
}

function describeFlag(option: Option) {
  const { long, description, argChoices: choices = null, defaultValue = null, negate } = option;
  const value = valueName(option);
  const parsed = parseSample(option);
  return {
    flag: long,
    description,
    type: value === null ? 'boolean' : typeof [parsed].flat()[0] === 'number' ? 'number' : 'string',
    value,
    choices,
    // Commander's own for a flag that switches off what is on.
    default: negate ? null : defaultValue,
    repeatable: Array.isArray(parsed),
  };
}

/** What the flag's own parser makes of a value: a number, a text, or a list of one that grows. */
function parseSample({ parseArg }: Option): unknown {
  for (const sample of ['1', 'org/name=label']) {
    try {
      return parseArg?.(sample, undefined);
    } catch {
      // It is of another form.
    }
  }
  return undefined;
}
