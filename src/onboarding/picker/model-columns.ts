import type { CatalogModel } from '../../catalog/catalog.ts';
import { figuresOf, speedOf } from '../../catalog/figures.ts';
import type { ListColumn } from '../../system/prompt.ts';
import type { Words } from '../../words/words.ts';

type Columns = Words['onboarding']['model'];

/** The titles of the model list: the model itself has none. */
export function modelColumns({ columns, spoken }: Columns): ListColumn[] {
  const { context, tools, image, input, output } = columns;
  return [
    { title: '' },
    { title: context, align: 'right' },
    { title: tools },
    { title: image },
    { title: input, align: 'point', spoken: (figure) => spoken.input({ figure }) },
    { title: output, align: 'point', spoken: (figure) => spoken.output({ figure }) },
  ];
}

/** The figures of a model in these columns; what is not known is a dash. */
export function modelCells(model: CatalogModel, words: Columns, dash: string): string[] {
  const { context, tools, input, output } = figuresOf(model, words, dash);
  return [context, tools, model.input.includes('image') ? words.image : '', input, output];
}

/** The same for the ways to one model, which all have its image column in common: without it, and with the speed. */
export function routeColumns(words: Columns): ListColumn[] {
  const { columns, spoken } = words;
  const speed: ListColumn = { title: columns.speed, align: 'right', spoken: (figure) => spoken.speed({ figure }) };
  return [...modelColumns(words).toSpliced(IMAGE, 1), speed];
}

export function routeCells(model: CatalogModel, words: Columns, dash: string): string[] {
  const speed = speedOf(model);
  return [...modelCells(model, words, dash).toSpliced(IMAGE - 1, 1), speed === null ? dash : String(Math.round(speed))];
}

const IMAGE = 3;
