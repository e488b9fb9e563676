import fc from 'fast-check';

import type { BookedPrice } from '../prices/BookedPrice';
import { parseDay } from '../time/days';
import { addMonths } from '../time/months';
import { accrueFee } from './accrueFee';
import { shareMonth } from './shareMonth';

const FEBRUARY = parseDay('2026-02-01', 'month');
const NOVEMBER = parseDay('2026-11-01', 'month');

const aFee = fc.bigInt({ min: 0n, max: 10n ** 17n });
const aMonth = fc.constantFrom(FEBRUARY, NOVEMBER, addMonths(NOVEMBER, 1));
const someCalls = fc.dictionary(
  fc.string({ maxLength: 3 }),
  fc.bigInt({ min: 0n, max: 10n ** 9n }),
  { maxKeys: 12 },
);

function fee(perUnit: bigint, validFrom: number, validTo?: number) {
  return {
    id: 1,
    subject: { kind: 'hosting-month', serverRef: 'api:default/ledger' },
    amounts: { perUnit },
    validFrom,
    validTo,
  } satisfies BookedPrice;
}

const sum = (amounts: Iterable<bigint>) =>
  [...amounts].reduce((a, b) => a + b, 0n);

describe('accrueFee', () => {
  it('comes to the whole fee over a month, of any length', () => {
    fc.assert(
      fc.property(aFee, aMonth, (amount, month) => {
        const accrued = accrueFee({
          prices: [fee(amount, 0)],
          month,
          untilDay: addMonths(month, 1),
        });
        expect(accrued.size).toBe(addMonths(month, 1) - month);
        expect(sum(accrued.values())).toBe(amount);
      }),
    );
  });

  it('accrues by day, from the first day of the fee to its last', () => {
    const accrued = accrueFee({
      prices: [
        fee(30_000n, NOVEMBER + 2, NOVEMBER + 4),
        fee(60_000n, NOVEMBER + 4, NOVEMBER + 20),
      ],
      month: NOVEMBER,
      untilDay: NOVEMBER + 6,
    });
    expect([...accrued]).toEqual([
      [NOVEMBER + 2, 1_000n],
      [NOVEMBER + 3, 1_000n],
      [NOVEMBER + 4, 2_000n],
      [NOVEMBER + 5, 2_000n],
    ]);
  });
});

describe('shareMonth', () => {
  const accruedOf = (amount: bigint, days = 30) =>
    accrueFee({
      prices: [fee(amount, 0)],
      month: NOVEMBER,
      untilDay: NOVEMBER + days,
    });

  it('has shares that are what accrued, on each day and in all', () => {
    fc.assert(
      fc.property(
        aFee,
        someCalls,
        fc.integer({ min: 0, max: 30 }),
        (amount, calls, days) => {
          const accrued = accruedOf(amount, days);
          const shares = shareMonth({
            accrued,
            calls: new Map(Object.entries(calls)),
            owner: 'owner',
          });
          expect(sum(shares.map(share => share.amount))).toBe(
            sum(accrued.values()),
          );
          for (const [day, daysFee] of accrued) {
            const ofDay = shares.filter(share => share.day === day);
            expect(sum(ofDay.map(share => share.amount))).toBe(daysFee);
          }
        },
      ),
    );
  });

  it('charges everyone their share of the calls, within a unit', () => {
    fc.assert(
      fc.property(aFee, someCalls, (amount, calls) => {
        const whole = sum(Object.values(calls));
        fc.pre(whole > 0n);
        const shares = shareMonth({
          accrued: accruedOf(amount),
          calls: new Map(Object.entries(calls)),
          owner: 'owner',
        });
        for (const [payer, count] of Object.entries(calls)) {
          const paid = sum(
            shares.filter(s => s.payer === payer).map(s => s.amount),
          );
          const off = paid * whole - amount * count;
          expect(off < whole && off > -whole).toBe(true);
        }
      }),
    );
  });

  it('charges the owner where nobody called', () => {
    const shares = shareMonth({
      accrued: accruedOf(3_000n, 2),
      calls: new Map([['idle', 0n]]),
      owner: 'owner',
    });
    expect(shares).toEqual([
      { day: NOVEMBER, payer: 'owner', amount: 100n },
      { day: NOVEMBER + 1, payer: 'owner', amount: 100n },
    ]);
  });
});
