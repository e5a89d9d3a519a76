import type { CatalogModel } from '../../catalog/catalog.ts';
import type { Change } from '../../json5/change.ts';
import type { JsonObject } from '../../text/json.ts';
import type { Note } from '../../words/words.ts';

export type PlanInput = {
  /** The effective config: includes merged, variables resolved. */
  config: JsonObject;
  /** What the root file itself says, unresolved. */
  own: JsonObject;
  /** What the catalog knows of a model id. */
  describe: (id: string) => CatalogModel;
};

/** What one rule decides. A note says what was kept and why; a warning names what the user may want to act on. */
export type Outcome = { changes: Change[]; notes: Note[]; warnings: Note[] };

export const NO_OUTCOME: Outcome = { changes: [], notes: [], warnings: [] };
