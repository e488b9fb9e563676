import { splitByWeights } from '@mcp-portal/plugin-mcp-cost-common';

/** Part of a day's fee. */
export interface DayShare {
  day: number;
  /** Who pays, as the weights name them. */
  payer: string;
  amount: bigint;
}

/**
 * Shares a month's fee among its users by their calls in the month. What someone
 * pays up to any day is their share of what has accrued until then, to the unit:
 * so is what they pay for the month, and each day's shares are what the day
 * accrued.
 *
 * @param options - `accrued`: nano-units by day; `calls` by payer; `owner` pays
 *   where nobody called
 */
export function shareMonth(options: {
  accrued: ReadonlyMap<number, bigint>;
  calls: ReadonlyMap<string, bigint>;
  owner: string;
}): DayShare[] {
  const { accrued, calls, owner } = options;
  const isUsed = [...calls.values()].some(count => count > 0n);
  const weights = isUsed ? calls : new Map([[owner, 1n]]);
  const shares: DayShare[] = [];
  let total = 0n;
  let before = new Map<string, bigint>();
  for (const day of [...accrued.keys()].sort((a, b) => a - b)) {
    total += accrued.get(day)!;
    const until = splitByWeights(total, weights);
    for (const [payer, amount] of until) {
      const today = amount - (before.get(payer) ?? 0n);
      if (today !== 0n) {
        shares.push({ day, payer, amount: today });
      }
    }
    before = until;
  }
  return shares;
}
