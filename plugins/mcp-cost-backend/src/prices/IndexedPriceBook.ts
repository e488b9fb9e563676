import { costOf } from '@mcp-portal/plugin-mcp-cost-common';

import { dayOf } from '../time/days';
import type { Attribution, EntryMeasures } from '../usage';
import type { BookedAmounts, BookedPrice } from './BookedPrice';
import { ModelPrices } from './ModelPrices';
import type { PriceBook, Priced } from './PriceBook';
import { PriceTimeline } from './PriceTimeline';
import { subjectKey } from './subjectKey';

const MILLION = 1_000_000n;
const BILLION = 1_000_000_000n;

/**
 * Ten million units. What would cost more has no cost: nothing that is priced by
 * use does, and sums have to stay within 64 bits.
 */
export const MAX_COST_NANOS = 10_000_000n * BILLION;

/** Finds the price of an event with few look-ups, however many prices there are. */
export class IndexedPriceBook implements PriceBook {
  readonly version: number;
  /** All but those of models, by subject. */
  readonly #timelines = new Map<string, PriceTimeline>();
  readonly #models = new ModelPrices();

  constructor(options: { version: number; prices: readonly BookedPrice[] }) {
    this.version = options.version;
    for (const price of options.prices) {
      this.#add(price);
    }
  }

  priceOf(
    attribution: Attribution,
    measures: EntryMeasures,
    occurredAtMs: number,
  ): Priced {
    const price = this.#find(attribution, dayOf(occurredAtMs));
    if (!price) {
      return {};
    }
    const costNanos = isCoveredBy(price, attribution)
      ? 0n
      : costFor(price.amounts, attribution, measures);
    return costNanos <= MAX_COST_NANOS ? { costNanos, priceId: price.id } : {};
  }

  #add(price: BookedPrice): void {
    if (price.subject.kind === 'model-tokens') {
      this.#models.add(price.subject, price);
      return;
    }
    const key = subjectKey(price.subject);
    let timeline = this.#timelines.get(key);
    if (!timeline) {
      timeline = new PriceTimeline();
      this.#timelines.set(key, timeline);
    }
    timeline.add(price);
  }

  #find(attribution: Attribution, day: number): BookedPrice | undefined {
    const { kind, serverRef, tool, unit } = attribution;
    switch (kind) {
      case 'tool-call':
        return (
          (tool &&
            this.#at(
              subjectKey({ kind: 'tool-call', serverRef, tool }),
              day,
            )) ||
          this.#at(subjectKey({ kind: 'tool-call', serverRef }), day) ||
          this.#at(subjectKey({ kind: 'hosting-month', serverRef }), day) ||
          this.#at(subjectKey({ kind: 'hosting-hour', serverRef }), day)
        );
      case 'model-call':
        return this.#models.at(attribution.model, attribution.provider, day);
      case 'hosting':
        // Shares of a monthly fee have their cost already.
        return unit === 'hour'
          ? this.#at(subjectKey({ kind: 'hosting-hour', serverRef }), day)
          : undefined;
      case 'other':
        return (
          this.#at(subjectKey({ kind: 'unit', unit, serverRef }), day) ??
          this.#at(subjectKey({ kind: 'unit', unit }), day)
        );
      default:
        return undefined;
    }
  }

  #at(key: string, day: number): BookedPrice | undefined {
    return this.#timelines.get(key)?.at(day);
  }
}

/** Whether what is paid for hosting pays for the call, too. */
function isCoveredBy({ subject }: BookedPrice, { kind }: Attribution): boolean {
  return (
    kind === 'tool-call' &&
    (subject.kind === 'hosting-month' || subject.kind === 'hosting-hour')
  );
}

function costFor(
  amounts: BookedAmounts,
  { kind }: Attribution,
  measures: EntryMeasures,
): bigint {
  if ('perUnit' in amounts) {
    return kind === 'tool-call'
      ? amounts.perUnit
      : costOf({
          amount: amounts.perUnit,
          quantity: measures.quantityNanos,
          per: BILLION,
        });
  }
  const tokens = (amount: bigint, count: number) =>
    costOf({ amount, quantity: BigInt(count), per: MILLION });
  return (
    tokens(amounts.inputPerMillion, measures.inputTokens) +
    tokens(amounts.cachedInputPerMillion, measures.cachedInputTokens) +
    tokens(amounts.outputPerMillion, measures.outputTokens)
  );
}
