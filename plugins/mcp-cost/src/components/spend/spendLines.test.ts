import {
  NO_VALUE,
  type SeriesAnswer,
} from '@mcp-portal/plugin-mcp-cost-common';
import { seriesAnswer, units } from '../../../dev/cost';
import { shownSum, spendLines } from './spendLines';

const AT = ['2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z'];

function answer(
  ...series: Partial<SeriesAnswer['series'][number]>[]
): SeriesAnswer {
  return seriesAnswer({
    at: AT,
    series: series.map(line => ({
      costNanos: ['0', '0'],
      calls: [0, 0],
      errors: [0, 0],
      unpricedEvents: [0, 0],
      ...line,
    })),
  });
}

const linesOf = (value: SeriesAnswer, measure: 'cost' | 'calls' = 'cost') =>
  spendLines({ answer: value, by: 'server', measure, currency: 'USD' });

describe('spendLines', () => {
  it('never calls what has no price zero', () => {
    const [line] = linesOf(answer({ calls: [3, 0], unpricedEvents: [3, 0] }));
    expect(line.shown(0)).toBe('No price');
    expect(line.isIn(0)).toBe(true);
    expect(line.total).toBe('No price');
    expect(line.shown(1)).toBe('$0.00');
    expect(line.isIn(1)).toBe(false);
  });

  it('tells a part without a price beside what is known', () => {
    const [line] = linesOf(
      answer({
        costNanos: [units(2), '0'],
        calls: [5, 4],
        unpricedEvents: [1, 2],
      }),
    );
    expect(line.shown(0)).toBe('$2.00 + 1 unpriced');
    expect(line.shown(1)).toBe('$0.00 + 2 unpriced');
    expect(line.total).toBe('$2.00');
  });

  it('sums up an interval with what has no price in any line', () => {
    const value = answer(
      { costNanos: [units(2), '0'], calls: [1, 0] },
      { calls: [4, 1], unpricedEvents: [4, 1] },
    );
    expect(shownSum(value, 0, 'cost', 'USD')).toBe('$2.00 + 4 unpriced');
    expect(shownSum(value, 1, 'cost', 'USD')).toBe('No price');
    expect(shownSum(value, 0, 'calls', 'USD')).toBe('5');
  });

  it('counts calls whatever they cost, and names what has no server', () => {
    const [line] = linesOf(
      answer({ value: NO_VALUE, calls: [7, 0], unpricedEvents: [7, 0] }),
      'calls',
    );
    expect(line.name).toBe('Models and other, no server');
    expect(line.shown(0)).toBe('7');
    expect(line.isIn(1)).toBe(false);
  });
});
