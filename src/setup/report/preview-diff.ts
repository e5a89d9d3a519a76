import { encodeWithin } from '../../config/disk-error.ts';
import { maskSecrets } from '../../config/read/mask-secrets.ts';
import { MAX_CONFIG_BYTES } from '../../config/read/read-text.ts';
import { parse } from '../../json5/parse.ts';
import { unifiedDiff } from '../../text/diff.ts';
import { sanitise } from '../../text/sanitise.ts';
import type { Planned } from '../apply/apply.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * The unified diff that applying would make, with secrets masked; empty where it would change nothing. Rejects with
 * `config_unwritable` for what applying refuses as too large.
 */
export async function previewDiff({ snapshot, text }: Planned<Pick<Plan, 'changes'>>): Promise<string> {
  if (text === snapshot.text) return '';
  encodeWithin(MAX_CONFIG_BYTES, snapshot.path, text);
  return maskedDiff(snapshot.path, maskSecrets(snapshot.document), maskSecrets(parse(text)));
}

/** The unified diff of two texts whose secrets are masked already. */
export async function maskedDiff(path: string, before: string, after: string): Promise<string> {
  const diff = await unifiedDiff(path, before, after);
  // A config may come from anywhere: nothing in it may move a cursor. Tabs indent, and a CR may belong to a line end.
  return diff.replace(/[^\t\r\n]+|\r(?!\n)/g, sanitise);
}
