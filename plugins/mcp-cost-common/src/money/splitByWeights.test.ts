import fc from 'fast-check';

import { splitByWeights } from './splitByWeights';

const aTotal = fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n });
const weights = fc
  .uniqueArray(
    fc.tuple(
      fc.string({ maxLength: 4 }),
      fc.oneof(
        fc.constant(0n),
        fc.bigInt({ min: 0n, max: 5n }),
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
      ),
    ),
    { selector: ([name]) => name, minLength: 1, maxLength: 40 },
  )
  .filter(entries => entries.some(([, weight]) => weight > 0n));

const sum = (values: Iterable<bigint>) =>
  [...values].reduce((a, b) => a + b, 0n);

describe('splitByWeights', () => {
  it('gives what rounding leaves to the largest remainders', () => {
    expect(
      splitByWeights(
        100n,
        new Map([
          ['a', 1n],
          ['b', 1n],
          ['c', 1n],
        ]),
      ),
    ).toEqual(
      new Map([
        ['a', 34n],
        ['b', 33n],
        ['c', 33n],
      ]),
    );
  });

  it('has parts that are the whole, to the unit', () => {
    fc.assert(
      fc.property(aTotal, weights, (total, entries) => {
        const parts = splitByWeights(total, new Map(entries));
        expect(sum(parts.values())).toBe(total);
        expect([...parts.keys()]).toEqual(entries.map(([name]) => name));
      }),
    );
  });

  it('gives everyone less than a unit more or less than the exact share', () => {
    fc.assert(
      fc.property(aTotal, weights, (total, entries) => {
        const whole = sum(entries.map(([, weight]) => weight));
        const parts = splitByWeights(total, new Map(entries));
        for (const [name, weight] of entries) {
          const off = parts.get(name)! * whole - total * weight;
          expect(off < whole && off > -whole).toBe(true);
        }
      }),
    );
  });

  it('does not care for the order of the weights', () => {
    fc.assert(
      fc.property(aTotal, weights, fc.infiniteStream(fc.nat()), (...given) => {
        const [total, entries, ranks] = given;
        const shuffled = entries
          .map(entry => ({ entry, rank: ranks.next().value as number }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ entry }) => entry);
        const parts = splitByWeights(total, new Map(entries));
        for (const [name, part] of splitByWeights(total, new Map(shuffled))) {
          expect(part).toBe(parts.get(name));
        }
      }),
    );
  });

  it('gives nothing to a weight of zero, and splits a debt like a credit', () => {
    fc.assert(
      fc.property(aTotal, weights, (total, entries) => {
        const parts = splitByWeights(total, new Map(entries));
        const opposite = splitByWeights(-total, new Map(entries));
        for (const [name, weight] of entries) {
          expect(opposite.get(name)).toBe(-parts.get(name)!);
          expect(weight === 0n && parts.get(name) !== 0n).toBe(false);
        }
      }),
    );
  });

  it('refuses to lose an amount that nothing has a weight for', () => {
    expect(() => splitByWeights(1n, new Map([['a', 0n]]))).toThrow(
      'all weights are zero',
    );
    expect(splitByWeights(0n, new Map([['a', 0n]]))).toEqual(
      new Map([['a', 0n]]),
    );
    expect(() => splitByWeights(1n, new Map([['a', -1n]]))).toThrow('negative');
  });
});
