import { unifiedDiff } from '../text/diff.ts';
import { redact } from '../text/redact.ts';
import type { Planned } from './apply.ts';
import type { Plan } from './plan.ts';

/** The unified diff that applying would make, with secrets masked; empty where it would change nothing. */
export async function previewDiff({ snapshot, text }: Planned<Pick<Plan, 'changes'>>): Promise<string> {
  if (text === snapshot.text) return '';
  return unifiedDiff(snapshot.path, redact(snapshot.text), redact(text));
}
