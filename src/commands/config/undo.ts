import { locateConfig } from '../../config/locate.ts';
import { maskSecrets } from '../../config/read/mask-secrets.ts';
import { previewUndo, type Undone, undoLastWrite } from '../../config/save/undo.ts';
import { parse } from '../../json5/parse.ts';
import type { WriteOptions } from '../../setup/apply/change-config.ts';
import { maskedDiff } from '../../setup/report/preview-diff.ts';
import type { System } from '../../system.ts';
import { formatJson } from '../../text/format-json.ts';

export type ConfigUndoOptions = Pick<WriteOptions, 'profile' | 'json' | 'dryRun'>;

const ENV_NOTE = '.env is not touched: a token that was stored there stays.';

/** Puts the bytes before our last write back. Rejects with `nothing_to_undo`, `config_conflict`. */
export async function configUndo(options: ConfigUndoOptions, system: System): Promise<number> {
  const locations = locateConfig(system, options.profile);
  const { out, err } = system.io;
  if (options.dryRun) {
    const { current, restored, ...undone } = await previewUndo(locations, system);
    const diff = await diffOf(undone.path, current, restored);
    if (options.json) out.write(`${formatJson({ ...undoDocument(undone, false), diff, wouldChange: true })}\n`);
    else {
      out.write(diff);
      err.write(`${ENV_NOTE}\nDry run: nothing was written.\n`);
    }
    return 0;
  }
  const undone = await undoLastWrite(locations, system);
  if (options.json) out.write(`${formatJson(undoDocument(undone, true))}\n`);
  else {
    out.write(undone.restoredFrom === null ? `Removed: ${undone.path}\n` : `Restored: ${undone.path}\n`);
    out.write(undone.restoredFrom === null ? 'There was no file before.\n' : `From: ${undone.restoredFrom}\n`);
    err.write(`${ENV_NOTE}\n`);
  }
  return 0;
}

/** `backup` is where the restored bytes came from; null where there was no file before our write. */
function undoDocument({ path, restoredFrom }: Undone, changed: boolean): object {
  return { ok: true, changed, config: { path, backup: restoredFrom }, notes: [ENV_NOTE], warnings: [] };
}

function diffOf(path: string, current: Uint8Array, restored: Uint8Array | null): Promise<string> {
  const masked = (bytes: Uint8Array) => maskSecrets(parse(new TextDecoder().decode(bytes)));
  return maskedDiff(path, masked(current), restored === null ? '' : masked(restored));
}
