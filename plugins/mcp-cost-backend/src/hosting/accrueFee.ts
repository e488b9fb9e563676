import { splitByWeights } from '@mcp-portal/plugin-mcp-cost-common';

import type { BookedPrice } from '../prices/BookedPrice';
import { PriceTimeline } from '../prices/PriceTimeline';
import { dayText } from '../time/days';
import { addMonths } from '../time/months';

/**
 * What a monthly fee comes to on each day of a month: the days' parts are the
 * fee, to the unit. A fee that changes within the month counts from its day on,
 * with its own part of the days.
 *
 * @param options - days since 1970; `untilDay` is the first that is not accrued
 * @returns nano-units by day, for the days with a fee
 */
export function accrueFee(options: {
  prices: readonly BookedPrice[];
  month: number;
  untilDay: number;
}): Map<number, bigint> {
  const { prices, month, untilDay } = options;
  const timeline = new PriceTimeline();
  prices.forEach(price => timeline.add(price));
  const end = addMonths(month, 1);
  const days = Array.from({ length: end - month }, (_, index) => month + index);
  const accrued = new Map<number, bigint>();
  for (const day of days) {
    const price = day < untilDay ? timeline.at(day) : undefined;
    if (price && 'perUnit' in price.amounts) {
      accrued.set(day, partOf(price.amounts.perUnit, days).get(dayText(day))!);
    }
  }
  return accrued;
}

function partOf(fee: bigint, days: readonly number[]): Map<string, bigint> {
  return splitByWeights(fee, new Map(days.map(day => [dayText(day), 1n])));
}
