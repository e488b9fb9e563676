import { InputError } from '@backstage/errors';

import { DAY_MS, dayOf, dayText } from '../time/days';
import type { Attribution } from '../usage';
import type { ChargeAttributor } from './ChargeAttributor';
import { CORRECTION, ISSUER_COLUMNS } from './columns';
import type { FocusHeader } from './FocusHeader';
import { parseFocusAmount } from './parseFocusAmount';
import { parseFocusInstant } from './parseFocusInstant';

const MAX_PERIOD_MS = 400 * DAY_MS;
/** Bills of a month are there before it is over. */
const MAX_AHEAD_MS = 62 * DAY_MS;
const MAX_NAME = 200;

/** A billing period of an account: what a later import replaces as a whole. */
export interface BillName {
  issuer: string;
  account: string;
  periodStartMs: number;
  periodEndMs: number;
}

/** A row of a bill. */
export interface Charge {
  bill: BillName;
  attribution: Attribution;
  isTied: boolean;
  /** Whether it corrects a bill that was invoiced before. */
  isCorrection: boolean;
  /** Days since 1970. */
  day: number;
  /** Integer of 10^-30 of the currency's unit. */
  amount: bigint;
}

/**
 * Reads a row. Its cost is `EffectiveCost`: what was used, with its part of what
 * was paid in advance; `BilledCost` would charge a year's commitment to whoever
 * bought it, on one day. It counts on the day when the charge's period begins,
 * be that an hour or a month.
 *
 * @param options - `keptFromDay`: first day whose events are all kept
 * @throws InputError that says why the row can't be taken
 */
export function readCharge(
  header: FocusHeader,
  row: readonly string[],
  options: {
    attributor: ChargeAttributor;
    currency: string;
    keptFromDay: number | undefined;
    nowMs: number;
  },
): Charge {
  const { attributor, currency, keptFromDay, nowMs } = options;
  if (row.length !== header.columnCount) {
    throw new InputError(
      `There are ${row.length} values for ${header.columnCount} columns.`,
    );
  }
  requireCurrency(header.read(row, 'BillingCurrency'), currency);
  const bill = readBill(header, row, nowMs);
  const billDay = dayOf(bill.periodStartMs);
  if (keptFromDay !== undefined && billDay < keptFromDay) {
    throw new InputError(
      `The billing period began before ${dayText(
        keptFromDay,
      )}, from when on charges are kept.`,
    );
  }
  const startMs = parseFocusInstant(
    header.read(row, 'ChargePeriodStart'),
    'ChargePeriodStart',
  );
  if (startMs >= bill.periodEndMs) {
    throw new InputError(
      'ChargePeriodStart is after the end of the billing period.',
    );
  }
  const day = dayOf(startMs);
  return {
    bill,
    ...attributor.attribute(header, row),
    isCorrection: header.read(row, 'ChargeClass') === CORRECTION,
    // A correction of what is no longer kept counts with the bill it came in.
    day: day < (keptFromDay ?? 0) ? billDay : day,
    amount: parseFocusAmount(
      header.read(row, 'EffectiveCost'),
      'EffectiveCost',
    ),
  };
}

function requireCurrency(found: string, currency: string): void {
  if (found !== currency) {
    throw new InputError(
      `BillingCurrency is ${
        found ? JSON.stringify(found.slice(0, 20)) : 'missing'
      }, and all money here is in ${currency}; export the bill in ${currency}.`,
    );
  }
}

function readBill(
  header: FocusHeader,
  row: readonly string[],
  nowMs: number,
): BillName {
  const issuer = header.readFirst(row, ISSUER_COLUMNS).slice(0, MAX_NAME);
  const account = header.read(row, 'BillingAccountId').slice(0, MAX_NAME);
  if (!issuer || !account) {
    throw new InputError(
      `${issuer ? 'BillingAccountId' : ISSUER_COLUMNS[0]} has no value.`,
    );
  }
  const [periodStartMs, periodEndMs] = (
    ['BillingPeriodStart', 'BillingPeriodEnd'] as const
  ).map(column => parseFocusInstant(header.read(row, column), column));
  if (
    periodEndMs <= periodStartMs ||
    periodEndMs - periodStartMs > MAX_PERIOD_MS
  ) {
    throw new InputError(
      'The billing period ends before it begins, or is longer than a year.',
    );
  }
  if (periodStartMs > nowMs + MAX_AHEAD_MS) {
    throw new InputError('The billing period is still to come.');
  }
  return { issuer, account, periodStartMs, periodEndMs };
}
