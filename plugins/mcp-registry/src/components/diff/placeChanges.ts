import type { Change } from '@mcp-portal/mcp-contract';
import type { DiffRow, JsonDiff } from './diffJson';
import type { JsonText, LineRange } from './writeJsonLines';

/** What is to be said of a row. */
export interface RowMarks {
  /** The changes that this line is part of. */
  marks: Change[];
  /** The changes whose sentence stands below this line. */
  notes: Change[];
}

/**
 * Finds the lines that each change is about. Of the place that a change names,
 * those that were added or removed are marked; where its text did not change,
 * the place's first line.
 */
export function placeChanges(
  diff: JsonDiff,
  changes: Change[],
): Map<DiffRow, RowMarks> {
  const byBefore = rowsBy(diff.rows, row => row.before);
  const byAfter = rowsBy(diff.rows, row => row.after);
  const placed = new Map<DiffRow, RowMarks>();
  const at = (row: DiffRow) => {
    const known = placed.get(row) ?? { marks: [], notes: [] };
    placed.set(row, known);
    return known;
  };

  for (const change of changes) {
    const before = rangeOf(diff.before, pointerOn('before', change));
    const after = rangeOf(diff.after, pointerOn('after', change));
    const removed = rowsIn(before?.range, byBefore).filter(
      row => row.kind === 'removed',
    );
    const added = rowsIn(after?.range, byAfter).filter(
      row => row.kind === 'added',
    );
    const gone = before?.exact ? removed : [];
    const come = after?.exact ? added : [];
    const changed = [...gone, ...come];
    const marked =
      changed.length > 0 ? changed : firstRow(after, byAfter, before, byBefore);
    for (const row of marked) {
      at(row).marks.push(change);
    }
    const last = lastOfFirstRun(come.length > 0 ? come : marked, diff.rows);
    if (last) {
      at(last).notes.push(change);
    }
  }
  return placed;
}

interface FoundRange {
  range: LineRange;
  /** False when it is the place that would contain it. */
  exact: boolean;
}

/** The pointer of a change, from the whole tool, prompt or contract on. */
function pointerOn(side: 'before' | 'after', { where }: Change): string {
  const own = side === 'before' ? where.beforePointer : where.afterPointer;
  const schema = where.side ? `/${where.side}Schema` : '';
  return schema + (own ?? where.pointer);
}

function rangeOf(
  text: JsonText | undefined,
  pointer: string,
): FoundRange | undefined {
  for (let place = pointer; text; place = place.replace(/\/[^/]*$/, '')) {
    const range = text.ranges.get(place);
    if (range) {
      return { range, exact: place === pointer };
    }
    if (!place.includes('/')) {
      return undefined;
    }
  }
  return undefined;
}

function rowsBy(
  rows: DiffRow[],
  lineOf: (row: DiffRow) => number | undefined,
): DiffRow[] {
  const byLine: DiffRow[] = [];
  for (const row of rows) {
    const line = lineOf(row);
    if (line !== undefined) {
      byLine[line] = row;
    }
  }
  return byLine;
}

function rowsIn(range: LineRange | undefined, byLine: DiffRow[]): DiffRow[] {
  return range ? byLine.slice(range.first, range.last + 1) : [];
}

/** Where a change is shown that left no trace in the text: a move, say. */
function firstRow(
  after: FoundRange | undefined,
  byAfter: DiffRow[],
  before: FoundRange | undefined,
  byBefore: DiffRow[],
): DiffRow[] {
  const useBefore = before && (!after || (before.exact && !after.exact));
  if (useBefore) {
    return [byBefore[before.range.first]];
  }
  return after ? [byAfter[after.range.first]] : [];
}

function lastOfFirstRun(
  marked: DiffRow[],
  rows: DiffRow[],
): DiffRow | undefined {
  if (marked.length === 0) {
    return undefined;
  }
  const set = new Set(marked);
  let index = rows.indexOf(marked[0]);
  while (index + 1 < rows.length && set.has(rows[index + 1])) {
    index += 1;
  }
  return rows[index];
}
