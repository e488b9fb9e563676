import { NO_VALUE, type Dimension } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../../access';
import type { UsageReader, UsageRow } from '../../rollups';
import { sumsOf, type Asked } from '../Asked';
import { periodBefore } from '../asking/Period';

/** Tells the rows of two periods with the same values together. */
export function valueKey(values: readonly string[]): string {
  return JSON.stringify(values);
}

/** The same rows in the period before, by {@link valueKey}; new ones have none. */
export async function readBefore(
  reader: UsageReader,
  scope: CostScope,
  asked: Asked,
  by: readonly Dimension[],
  rows: readonly UsageRow[],
): Promise<Map<string, UsageRow>> {
  if (rows.length === 0) {
    return new Map();
  }
  const filters = { ...asked.filters };
  by.forEach((dimension, index) => {
    filters[dimension] = [
      ...new Set(rows.map(row => row.values[index] || NO_VALUE)),
    ];
  });
  const before = await reader.read(scope, {
    ...sumsOf({ period: periodBefore(asked.period), filters }),
    by,
  });
  return new Map(before.map(row => [valueKey(row.values), row]));
}
