import {
  divideRounded,
  parseDecimal,
  type ReuseAssumptions,
} from '@mcp-portal/plugin-mcp-cost-common';

const MONTHS_PER_YEAR = 12n;
const DAYS_PER_YEAR = 365n;

/** What a server of one's own costs in some days: its share of the building, and running it. */
export function ownCostNanos(
  assumptions: ReuseAssumptions,
  days: number,
): bigint {
  const months = BigInt(assumptions.months);
  // (build / months + run) * days * 12 / 365, rounded once.
  const perMonths =
    parseDecimal(assumptions.buildCost) +
    parseDecimal(assumptions.runCostPerMonth) * months;
  return divideRounded(
    perMonths * BigInt(days) * MONTHS_PER_YEAR,
    months * DAYS_PER_YEAR,
  );
}

/**
 * What teams save that use a server of another team instead of their own.
 *
 * @param further - what using it cost each team but the one that has it
 */
export function savings(
  ownNanos: bigint,
  further: readonly bigint[],
): { savedNanos: bigint; savedPerConsumerNanos: bigint } {
  const paid = further.reduce((sum, nanos) => sum + nanos, 0n);
  const count = BigInt(further.length);
  const savedNanos = ownNanos * count - paid;
  return {
    savedNanos,
    savedPerConsumerNanos:
      count === 0n ? ownNanos : divideRounded(savedNanos, count),
  };
}
