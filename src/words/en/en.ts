import { notes } from './notes.ts';
import { problems } from './problems.ts';
import { prompts } from './prompts.ts';

/** English, the source: its type is what every other language satisfies. */
export const en = { problems, notes, prompts, nothingChanged: 'Nothing was changed.' };
