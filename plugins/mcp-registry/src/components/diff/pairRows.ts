import type { DiffRow } from './diffJson';

/** What stands side by side; a side without a line stays empty. */
export interface RowPair {
  left?: DiffRow;
  right?: DiffRow;
}

/** Puts before and after side by side, the same place beside the same place. */
export function pairRows(rows: DiffRow[]): RowPair[] {
  const pairs: RowPair[] = [];
  let removed: DiffRow[] = [];
  let added: DiffRow[] = [];
  const flush = () => {
    pairs.push(...pairBlock(removed, added));
    removed = [];
    added = [];
  };
  for (const row of rows) {
    if (row.kind === 'removed') {
      removed.push(row);
    } else if (row.kind === 'added') {
      added.push(row);
    } else {
      flush();
      pairs.push({ left: row, right: row });
    }
  }
  flush();
  return pairs;
}

function pairBlock(removed: DiffRow[], added: DiffRow[]): RowPair[] {
  const places = new Map<string, number>();
  added.forEach((row, index) => {
    if (!places.has(row.pointer)) {
      places.set(row.pointer, index);
    }
  });
  const pairs: RowPair[] = [];
  let alone: DiffRow[] = [];
  let next = 0;
  const flush = (until: number) => {
    pairs.push(...zip(alone, added.slice(next, until)));
    alone = [];
    next = until;
  };
  for (const left of removed) {
    const partner = places.get(left.pointer) ?? -1;
    if (partner >= next) {
      flush(partner);
      pairs.push({ left, right: added[partner] });
      next = partner + 1;
    } else {
      alone.push(left);
    }
  }
  flush(added.length);
  return pairs;
}

function zip(left: DiffRow[], right: DiffRow[]): RowPair[] {
  return Array.from(
    { length: Math.max(left.length, right.length) },
    (_, i) => ({
      left: left[i],
      right: right[i],
    }),
  );
}
