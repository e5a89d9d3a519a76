import { locateConfig } from '../../config/locate.ts';
import { maskSecrets } from '../../config/read/mask-secrets.ts';
import { previewUndo, type Undone, undoLastWrite } from '../../config/save/undo.ts';
import { parse } from '../../json5/parse.ts';
import type { WriteOptions } from '../../setup/options.ts';
import { notesDocument } from '../../setup/report/documents.ts';
import { maskedDiff } from '../../setup/report/preview-diff.ts';
import type { System } from '../../system.ts';
import { formatDocument } from '../../text/json.ts';
import { type Note, noteIn } from '../../words/words.ts';

export type ConfigUndoOptions = Pick<WriteOptions, 'profile' | 'json' | 'dryRun'>;

const ENV_NOTE: Note = { kind: 'env-untouched' };

/** Puts the bytes before our last write back. Rejects with `nothing_to_undo`, `config_conflict`. */
export async function configUndo(options: ConfigUndoOptions, system: System): Promise<number> {
  const locations = locateConfig(system, options.profile);
  const { io, words } = system;
  if (options.dryRun) {
    const { current, restored, ...undone } = await previewUndo(locations, system);
    const diff = await diffOf(undone.path, current, restored);
    if (options.json) io.out.write(formatDocument({ ...undoDocument(undone, false, io), diff, wouldChange: true }));
    else {
      io.out.write(diff);
      io.tell(noteIn(words, ENV_NOTE));
      io.tell(words.report.dryRun);
    }
    return 0;
  }
  const undone = await undoLastWrite(locations, system);
  if (options.json) io.out.write(formatDocument(undoDocument(undone, true, io)));
  else {
    const { path, restoredFrom: from } = undone;
    for (const line of from === null ? words.config.removed({ path }) : words.config.restored({ path, from }))
      io.say(line);
    io.tell(noteIn(words, ENV_NOTE));
  }
  return 0;
}

/** `backup` is where the restored bytes came from; null where there was no file before our write. */
function undoDocument(
  { path, restoredFrom }: Undone,
  changed: boolean,
  io: Pick<System['io'], 'nameCommands'>,
): object {
  return {
    ok: true,
    changed,
    config: { path, backup: restoredFrom },
    notes: notesDocument([ENV_NOTE], io),
    warnings: [],
  };
}

function diffOf(path: string, current: Uint8Array, restored: Uint8Array | null): Promise<string> {
  const masked = (bytes: Uint8Array) => maskSecrets(parse(new TextDecoder().decode(bytes)));
  return maskedDiff(path, masked(current), restored === null ? '' : masked(restored));
}
