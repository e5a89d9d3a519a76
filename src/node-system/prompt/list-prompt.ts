import { createPrompt, isEnterKey, type KeypressEvent, useKeypress, useMemo, useRef, useState } from '@inquirer/core';
import type { Listing, ListQuestion, Row } from '../../system/prompt.ts';
import { keep } from './line-prompt.ts';
import { initialRow, type ListState, pageSize, scrollTo, viewList } from './list-view.ts';
import { type Terminal, useTerminal } from './use-terminal.ts';

type Marks = { typed: string; active: number; top: number; isConfirming: boolean };

const HIDE_CURSOR = '\u001b[?25l';

/** A list to choose from; where `find` is a function, typing filters it. Resolves to the value of the chosen row. */
export const askList = createPrompt<unknown, { question: ListQuestion<unknown>; terminal: Terminal }>(
  ({ question, terminal }, done) => {
    const find = useRef(finder(question)).current;
    const isFiltered = typeof question.find === 'function';
    const [marks, setMarks] = useState<Marks>(() => begin(find('').rows, question.initial));
    const listing = useMemo(() => find(marks.typed), [marks.typed]);
    const look = terminal.look();
    const state: ListState<unknown> = { ...marks, listing };
    const size = pageSize(question, state, look);
    // A window that was made smaller since may have lost the active row.
    const shown = { ...state, top: scrollTo(marks.active, marks.top, size, listing.rows.length) };
    // The line breaks of a text that is pasted where nothing can be typed choose nothing.
    const isPasted = useRef(false);
    useKeypress((key, line) => {
      const row = listing.rows[marks.active];
      if (isEnterKey(key)) {
        keep(line, marks.typed);
        if (row === undefined || row.disabled || isPasted.current) return;
        if (row.confirm !== undefined && !marks.isConfirming) setMarks({ ...marks, isConfirming: true });
        else done(row.value);
        return;
      }
      const moved = move(key, marks.active, listing.rows, size);
      if (moved !== undefined) {
        keep(line, marks.typed);
        setMarks({ ...marks, active: moved, top: shown.top, isConfirming: false });
        return;
      }
      const typed = key.name === 'tab' ? (row?.cells[0] ?? marks.typed) : line.line;
      if (!isFiltered) {
        isPasted.current = true;
        setImmediate(() => {
          isPasted.current = false;
        });
        return keep(line, '');
      }
      if (key.name === 'tab') keep(line, typed);
      if (typed !== marks.typed) setMarks({ ...begin(find(typed).rows), typed });
    });
    const [heading, body] = viewList(question, shown, look);
    useTerminal(terminal, heading, body);
    return [heading, isFiltered ? body : body + HIDE_CURSOR];
  },
);

function finder({ find }: ListQuestion<unknown>): (typed: string) => Listing<unknown> {
  return typeof find === 'function' ? find : () => ({ rows: find, total: find.length });
}

function begin(rows: readonly Row<unknown>[], initial?: unknown): Marks {
  return { typed: '', active: initialRow(rows, initial), top: 0, isConfirming: false };
}

/** The row that a key leads to; undefined where the key moves nothing. Up from the first row leads to the last. */
function move(key: KeypressEvent, active: number, rows: readonly Row<unknown>[], size: number): number | undefined {
  const open = rows.flatMap(({ disabled }, index) => (disabled ? [] : [index]));
  const at = open.indexOf(active);
  const last = open.length - 1;
  const steps: Readonly<Record<string, number>> = {
    up: at === 0 ? last : at - 1,
    down: at === last ? 0 : at + 1,
    pageup: Math.max(0, at - size),
    pagedown: Math.min(last, at + size),
    home: 0,
    end: last,
  };
  return Object.hasOwn(steps, key.name) ? (open[steps[key.name] ?? 0] ?? active) : undefined;
}
