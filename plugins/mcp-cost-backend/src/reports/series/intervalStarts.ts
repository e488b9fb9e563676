import type { SeriesAnswer } from '@mcp-portal/plugin-mcp-cost-common';

import { monthsOf } from '../../rollups';
import type { Period } from '../asking/Period';

const STEPS_MS = { hour: 3_600_000, day: 86_400_000 };

/** When each interval of a period starts: epoch milliseconds. */
export function intervalStarts(
  { fromMs, toMs }: Period,
  interval: SeriesAnswer['interval'],
): number[] {
  if (interval === 'month') {
    return monthsOf(fromMs, toMs);
  }
  const stepMs = STEPS_MS[interval];
  return Array.from(
    { length: (toMs - fromMs) / stepMs },
    (_, index) => fromMs + index * stepMs,
  );
}
