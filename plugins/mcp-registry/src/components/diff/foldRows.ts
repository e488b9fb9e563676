/** A stretch of rows: to be read, or folded away until somebody asks. */
export interface Stretch<T> {
  folded: boolean;
  /** Index of its first row; names the stretch. */
  start: number;
  rows: T[];
}

const CONTEXT = 3;
/** A fold takes a line itself: for fewer rows it hides more than it saves. */
const SHORTEST_FOLD = 3;

/** Keeps what matters and a few rows around it, and folds all else. */
export function foldRows<T>(
  rows: T[],
  matters: (row: T) => boolean,
): Stretch<T>[] {
  const kept = new Array<boolean>(rows.length).fill(false);
  rows.forEach((row, index) => {
    if (matters(row)) {
      kept.fill(
        true,
        Math.max(0, index - CONTEXT),
        Math.min(rows.length, index + CONTEXT + 1),
      );
    }
  });
  keepShortGaps(kept);
  const stretches: Stretch<T>[] = [];
  rows.forEach((row, index) => {
    const last = stretches[stretches.length - 1];
    if (last && last.folded === !kept[index]) {
      last.rows.push(row);
    } else {
      stretches.push({ folded: !kept[index], start: index, rows: [row] });
    }
  });
  return stretches;
}

function keepShortGaps(kept: boolean[]) {
  let start = 0;
  for (let index = 0; index <= kept.length; index++) {
    if (index === kept.length || kept[index]) {
      if (index - start < SHORTEST_FOLD) {
        kept.fill(true, start, index);
      }
      start = index + 1;
    }
  }
}
