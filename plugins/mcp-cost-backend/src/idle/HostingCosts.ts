import type { CostScope } from '../access';
import type { PriceStore } from '../prices';
import type { UsageReader } from '../rollups';
import { DAY_MS, dayOf } from '../time/days';

const DAYS = 30;

/** What servers cost a month whether they are called or not. */
export class HostingCosts {
  readonly #prices: Pick<PriceStore, 'booked'>;
  readonly #reader: UsageReader;

  constructor(options: {
    prices: Pick<PriceStore, 'booked'>;
    reader: UsageReader;
  }) {
    this.#prices = options.prices;
    this.#reader = options.reader;
  }

  /**
   * By server ref: the fee that holds today, or what hosting and bills came to in
   * the last 30 days where that is more. Nothing of a server that neither is
   * known of.
   */
  async perMonth(scope: CostScope, now: Date): Promise<Map<string, bigint>> {
    const costs = await this.#spent(scope, now);
    for (const [ref, feeNanos] of await this.#fees(scope, now)) {
      const spentNanos = costs.get(ref);
      if (spentNanos === undefined || spentNanos < feeNanos) {
        costs.set(ref, feeNanos);
      }
    }
    return costs;
  }

  async #fees(scope: CostScope, now: Date): Promise<Map<string, bigint>> {
    const today = dayOf(now.getTime());
    const { prices } = await this.#prices.booked(scope);
    const fees = new Map<string, bigint>();
    for (const { subject, amounts, validFrom, validTo } of prices) {
      if (
        subject.kind === 'hosting-month' &&
        'perUnit' in amounts &&
        validFrom <= today &&
        (validTo === undefined || validTo > today)
      ) {
        fees.set(subject.serverRef, amounts.perUnit);
      }
    }
    return fees;
  }

  async #spent(scope: CostScope, now: Date): Promise<Map<string, bigint>> {
    const today = dayOf(now.getTime());
    const rows = await this.#reader.read(scope, {
      fromMs: (today - DAYS) * DAY_MS,
      toMs: today * DAY_MS,
      by: ['server'],
      filters: { kind: ['hosting', 'charge'] },
    });
    return new Map(
      rows
        .filter(({ values, sums }) => values[0] !== '' && sums.costNanos > 0n)
        .map(({ values, sums }) => [values[0], sums.costNanos]),
    );
  }
}
