import {
  decimalText,
  type BreakdownQuery,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { UsageRow } from '../../rollups';
import type { BreakdownRows } from '../breakdown/BreakdownService';
import { valueKey } from '../breakdown/readBefore';
import { toLatency } from '../measuring/toLatency';
import { textCell } from './csvCell';
import type { Cell } from './writeCsv';

interface Column {
  name: string;
  read(row: UsageRow): Cell;
}

/** The columns of a breakdown as a file: those that the page shows. */
export function breakdownColumns(
  { from, to, by, compare, latency }: BreakdownQuery,
  { names, before }: BreakdownRows,
  currency: string,
): Column[] {
  const values = by.flatMap((dimension, index): Column[] => [
    {
      name: dimension,
      read: ({ values: all }) => textCell(all[index]),
    },
    {
      name: `${dimension}_title`,
      read: ({ values: all }) =>
        textCell(names.of(dimension, all[index]).title),
    },
  ]);
  const previous = (row: UsageRow) => before.get(valueKey(row.values))?.sums;
  const measures: Column[] = [
    { name: 'cost', read: ({ sums }) => decimalText(sums.costNanos) },
    { name: 'currency', read: () => currency },
    { name: 'unpriced_events', read: ({ sums }) => sums.unpricedEvents },
    { name: 'events', read: ({ sums }) => sums.events },
    { name: 'calls', read: ({ sums }) => sums.calls },
    { name: 'errors', read: ({ sums }) => sums.errors },
    { name: 'input_tokens', read: ({ sums }) => sums.inputTokens },
    { name: 'cached_input_tokens', read: ({ sums }) => sums.cachedInputTokens },
    { name: 'output_tokens', read: ({ sums }) => sums.outputTokens },
  ];
  const comparison: Column[] = [
    {
      name: 'previous_cost',
      read: row => decimalText(previous(row)?.costNanos ?? 0n),
    },
    { name: 'previous_calls', read: row => previous(row)?.calls ?? 0 },
    { name: 'previous_errors', read: row => previous(row)?.errors ?? 0 },
  ];
  const percentiles = (['p50Ms', 'p95Ms', 'p99Ms', 'meanMs'] as const).map(
    (name): Column => ({
      name: name.replace('Ms', '_ms'),
      read: ({ sums }) => {
        const ms = toLatency(sums)?.[name];
        return ms === undefined ? undefined : Math.round(ms * 10) / 10;
      },
    }),
  );
  return [
    { name: 'from', read: () => from },
    { name: 'to', read: () => to },
    ...values,
    ...measures,
    ...(compare ? comparison : []),
    ...(latency ? percentiles : []),
  ];
}
