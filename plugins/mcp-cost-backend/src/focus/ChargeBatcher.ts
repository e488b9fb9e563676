import { randomUUID } from 'node:crypto';

import { ConflictError } from '@backstage/errors';
import { divideRounded } from '@mcp-portal/plugin-mcp-cost-common';

import { DAY_MS } from '../time/days';
import { Attribution, eventKey, PricedUsage } from '../usage';
import { AMOUNT_PLACES } from './parseFocusAmount';
import type { BillName, Charge } from './readCharge';

const NANO_PLACES = 9;
const ROUNDING = 10n ** BigInt(AMOUNT_PLACES - NANO_PLACES);
/** Memory stays bounded: that many events, or rows, are held before they are stored. */
const MAX_EVENTS = 5_000;
const MAX_ROWS = 50_000;
/** A file is of one organisation's bills, not of a telephone book. */
const MAX_BILLS = 500;

/** A bill of a file, as far as it was read. */
export interface ReadBill extends BillName {
  /** The `import_id` of its batches. */
  id: string;
  isKnown: boolean;
  onlyCorrections: boolean;
  firstDay: number;
  /** All its rows so far, exactly. */
  exact: bigint;
  costNanos: bigint;
}

interface OpenEvent {
  day: number;
  attribution: Attribution;
  exact: bigint;
}

/** Events of one bill that are ready to be stored. */
export interface ChargeBatch {
  bill: ReadBill;
  entries: PricedUsage[];
}

/**
 * Puts rows of the same payer, service and day together into one event: a bill
 * has millions of rows, and tells of few. The events of a bill are its rows, to
 * the nano-unit: what rounding leaves goes on to the next event.
 */
export class ChargeBatcher {
  readonly #bills = new Map<string, ReadBill>();
  #open = new Map<ReadBill, Map<string, OpenEvent>>();
  #events = 0;
  #rows = 0;
  #flushes = 0;

  get bills(): ReadBill[] {
    return [...this.#bills.values()];
  }

  get isFull(): boolean {
    return this.#events >= MAX_EVENTS || this.#rows >= MAX_ROWS;
  }

  /** @throws ConflictError when the file has more bills than can be replaced */
  add(charge: Charge): void {
    const bill = this.#billOf(charge);
    bill.firstDay = Math.min(bill.firstDay, charge.day);
    bill.onlyCorrections &&= charge.isCorrection;
    let events = this.#open.get(bill);
    if (!events) {
      events = new Map();
      this.#open.set(bill, events);
    }
    const key = keyOf(charge);
    const event = events.get(key);
    if (event) {
      event.exact += charge.amount;
    } else {
      const { day, attribution, amount } = charge;
      events.set(key, { day, attribution, exact: amount });
      this.#events += 1;
    }
    this.#rows += 1;
  }

  /** What was added since, bill by bill. */
  flush(): ChargeBatch[] {
    this.#flushes += 1;
    const batches = [...this.#open].map(([bill, events]) => ({
      bill,
      entries: [...events.values()].map((event, index) =>
        toEntry(bill, event, `${bill.id}:${this.#flushes}:${index}`),
      ),
    }));
    this.#open = new Map();
    this.#events = 0;
    this.#rows = 0;
    return batches;
  }

  #billOf({ bill: name, day }: Charge): ReadBill {
    const key = JSON.stringify(Object.values(name));
    let bill = this.#bills.get(key);
    if (!bill) {
      if (this.#bills.size >= MAX_BILLS) {
        throw new ConflictError(
          `The file has more than ${MAX_BILLS} billing accounts and periods; import it in parts.`,
        );
      }
      bill = {
        ...name,
        id: randomUUID(),
        isKnown: false,
        onlyCorrections: true,
        firstDay: day,
        exact: 0n,
        costNanos: 0n,
      };
      this.#bills.set(key, bill);
    }
    return bill;
  }
}

function keyOf({ day, attribution }: Charge): string {
  const { teamRef, environment, agent, serverRef, provider, unit } =
    attribution;
  return JSON.stringify([
    day,
    teamRef,
    environment,
    agent,
    serverRef,
    provider,
    unit,
  ]);
}

function toEntry(bill: ReadBill, event: OpenEvent, id: string): PricedUsage {
  bill.exact += event.exact;
  const total = divideRounded(bill.exact, ROUNDING);
  const costNanos = total - bill.costNanos;
  bill.costNanos = total;
  return {
    key: eventKey(event.attribution.teamRef, 'focus', id),
    revision: 0,
    occurredAtMs: event.day * DAY_MS,
    attribution: event.attribution,
    measures: {
      isCall: false,
      isError: false,
      inputTokens: 0,
      cachedInputTokens: 0,
      outputTokens: 0,
      quantityNanos: 0n,
    },
    costNanos,
  };
}
