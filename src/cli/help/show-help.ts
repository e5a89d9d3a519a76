import type { Command } from 'commander';
import type { System } from '../../system.ts';
import { formatDocument } from '../../text/json.ts';
import { commandTable } from './command-table.ts';

/** `named`: what help was asked for, the program itself for all of it. */
export async function showHelp(
  { named, json }: { named: Command; json: boolean },
  { io }: Pick<System, 'io'>,
): Promise<number> {
  if (json) io.out.write(formatDocument(commandTable(named, io)));
  else named.outputHelp();
  return 0;
}
