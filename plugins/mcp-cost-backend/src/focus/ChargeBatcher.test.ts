import { divideRounded } from '@mcp-portal/plugin-mcp-cost-common';
import fc from 'fast-check';

import { ChargeBatcher } from './ChargeBatcher';
import type { Charge } from './readCharge';

const charge = (changes: Partial<Charge> & { team?: string }): Charge => ({
  bill: {
    issuer: 'Cloud Inc.',
    account: '1',
    periodStartMs: 0,
    periodEndMs: 86_400_000,
  },
  attribution: {
    teamRef: changes.team ?? 'group:default/payments',
    environment: '',
    kind: 'charge',
    agent: '',
    userRef: '',
    serverRef: '',
    serverHint: '',
    tool: '',
    model: '',
    provider: 'Cloud',
    unit: 'Compute',
  },
  isTied: true,
  isCorrection: false,
  day: 1,
  amount: 10n ** 30n,
  ...changes,
});

describe('ChargeBatcher', () => {
  it('makes one event of rows of the same payer, service and day', () => {
    const batcher = new ChargeBatcher();
    batcher.add(charge({}));
    batcher.add(charge({ amount: -(10n ** 29n) }));
    batcher.add(charge({ day: 2 }));
    batcher.add(charge({ team: 'group:default/logistics' }));
    const [{ entries }] = batcher.flush();
    expect(entries.map(({ costNanos }) => costNanos)).toEqual([
      900_000_000n,
      1_000_000_000n,
      1_000_000_000n,
    ]);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(3);
    expect(batcher.flush()).toEqual([]);
  });

  it('has events that are the bill, to the nano-unit, however it is cut', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            amount: fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }),
            team: fc.constantFrom('a', 'b', 'c'),
            account: fc.constantFrom('1', '2'),
            cut: fc.boolean(),
          }),
          { maxLength: 60 },
        ),
        rows => {
          const batcher = new ChargeBatcher();
          const batches = rows.flatMap(({ amount, team, account, cut }) => {
            const { bill } = charge({});
            batcher.add(charge({ amount, team, bill: { ...bill, account } }));
            return cut ? batcher.flush() : [];
          });
          batches.push(...batcher.flush());
          for (const bill of batcher.bills) {
            const stored = batches
              .filter(batch => batch.bill === bill)
              .flatMap(({ entries }) => entries)
              .reduce((sum, { costNanos }) => sum + costNanos!, 0n);
            const exact = rows
              .filter(({ account }) => account === bill.account)
              .reduce((sum, { amount }) => sum + amount, 0n);
            expect(stored).toBe(divideRounded(exact, 10n ** 21n));
            expect(bill.costNanos).toBe(stored);
          }
        },
      ),
    );
  });

  it('refuses a file of countless accounts', () => {
    const batcher = new ChargeBatcher();
    const { bill } = charge({});
    const add = (account: string) =>
      batcher.add(charge({ bill: { ...bill, account } }));
    for (let account = 0; account < 500; account++) {
      add(String(account));
    }
    expect(() => add('one more')).toThrow('more than 500 billing accounts');
    expect(() => add('7')).not.toThrow();
  });
});
