import type {
  BreakdownQuery,
  Dimension,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { UsageRow } from '../../rollups';
import { toLatency } from '../measuring/toLatency';
import { errorRateOf } from '../measuring/toMeasures';
import type { Names } from '../Names';
import { valueKey } from './readBefore';

type Sort = NonNullable<BreakdownQuery['sort']>;
type SumsSort = Extract<Sort, 'cost' | 'calls' | 'errors'>;

/** How many rows, those that cost most, are put into an order that sums don't have. */
export const SORTED_BY_HAND = 10_000;

/** Whether the database can sort by it. */
export function isSortedBySums(sort: Sort): sort is SumsSort {
  return sort === 'cost' || sort === 'calls' || sort === 'errors';
}

/** Orders rows by what only their names, histograms or two periods tell. */
export function orderRows(
  rows: readonly UsageRow[],
  options: {
    by: readonly Dimension[];
    sort: Exclude<Sort, SumsSort>;
    order?: 'asc' | 'desc';
    before: ReadonlyMap<string, UsageRow>;
    names: Names;
  },
): UsageRow[] {
  const { by, sort, before, names } = options;
  const order = options.order ?? (sort === 'name' ? 'asc' : 'desc');
  const sign = order === 'asc' ? 1 : -1;
  if (sort === 'name') {
    const texts = new Map(
      rows.map(row => [
        row,
        by.map((dimension, index) =>
          names.textOf(dimension, row.values[index]),
        ),
      ]),
    );
    return [...rows].sort(
      (a, b) => sign * compareTexts(texts.get(a)!, texts.get(b)!),
    );
  }
  const measure: Record<typeof sort, (row: UsageRow) => number | bigint> = {
    errorRate: ({ sums }) => errorRateOf(sums),
    p95: ({ sums }) => toLatency(sums)?.p95Ms ?? 0,
    change: row =>
      row.sums.costNanos -
      (before.get(valueKey(row.values))?.sums.costNanos ?? 0n),
  };
  const measured = new Map(rows.map(row => [row, measure[sort](row)]));
  // Equal ones stay in the order of their cost.
  return [...rows].sort((a, b) => {
    const [first, second] = [measured.get(a)!, measured.get(b)!];
    return first === second ? 0 : sign * (first < second ? -1 : 1);
  });
}

function compareTexts(a: readonly string[], b: readonly string[]): number {
  for (const [index, text] of a.entries()) {
    const difference = text.localeCompare(b[index], 'en', {
      sensitivity: 'base',
      numeric: true,
    });
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
