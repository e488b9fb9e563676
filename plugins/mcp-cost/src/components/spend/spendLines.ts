import {
  NO_VALUE,
  type Dimension,
  type Nanos,
  type SeriesAnswer,
  type UsageSeries,
} from '@mcp-portal/plugin-mcp-cost-common';
import { drawnAmount, shownMoney } from '../money';
import { DIMENSION_WORDS, sumOf, valueName } from '../usage';

/** What a chart of usage may measure. */
export const SPEND_MEASURES = ['cost', 'calls', 'errors'] as const;
export type SpendMeasure = (typeof SPEND_MEASURES)[number];

export const MEASURE_WORDS: Record<SpendMeasure, string> = {
  cost: 'Cost',
  calls: 'Calls',
  errors: 'Errors',
};

/** One line of the chart, as it is drawn and as it is told. */
export interface SpendLine {
  key: string;
  name: string;
  /** The value to filter by; missing for all the others together. */
  value?: string;
  /** For drawing. */
  drawn: number[];
  /** Whether there was anything of it; what has no price was there too. */
  isIn: (index: number) => boolean;
  /** For telling, exact. */
  shown: (index: number) => string;
  /** Of all intervals; how much of it has no price, only where that is all. */
  total: string;
}

export function spendLines(options: {
  answer: SeriesAnswer;
  by: Dimension;
  measure: SpendMeasure;
  currency: string;
}): SpendLine[] {
  const { answer, by, measure, currency } = options;
  return answer.series.map(series => {
    const amounts = answer.at.map((_, index) => sumAt([series], index));
    const total = sumUp(amounts);
    return {
      key: series.value ?? 'others',
      name: lineName(by, series),
      value: series.value,
      drawn: amounts.map(amount => drawn(amount, measure)),
      isIn: index =>
        drawn(amounts[index], measure) !== 0 ||
        (measure === 'cost' && amounts[index].unpriced > 0),
      shown: index => told(amounts[index], measure, currency),
      total: told(
        total.costNanos === '0' ? total : { ...total, unpriced: 0 },
        measure,
        currency,
      ),
    };
  });
}

/** What all lines come to in one interval. */
export function shownSum(
  answer: SeriesAnswer,
  index: number,
  measure: SpendMeasure,
  currency: string,
): string {
  return told(sumAt(answer.series, index), measure, currency);
}

function lineName(by: Dimension, { value, title }: UsageSeries): string {
  if (value === undefined) {
    return `Other ${DIMENSION_WORDS[by].many.toLowerCase()}`;
  }
  return value === NO_VALUE
    ? DIMENSION_WORDS[by].none
    : valueName(by, { value, title });
}

/** What a line, or all of them, come to in an interval, or in all of them. */
interface Amounts {
  costNanos: Nanos;
  calls: number;
  errors: number;
  unpriced: number;
}

function sumAt(lines: readonly UsageSeries[], index: number): Amounts {
  return sumUp(
    lines.map(line => ({
      costNanos: line.costNanos[index],
      calls: line.calls[index],
      errors: line.errors[index],
      unpriced: line.unpricedEvents[index],
    })),
  );
}

function sumUp(parts: readonly Amounts[]): Amounts {
  const count = (name: 'calls' | 'errors' | 'unpriced') =>
    parts.reduce((sum, part) => sum + part[name], 0);
  return {
    costNanos: sumOf(parts.map(part => part.costNanos)),
    calls: count('calls'),
    errors: count('errors'),
    unpriced: count('unpriced'),
  };
}

function drawn(amounts: Amounts, measure: SpendMeasure): number {
  return measure === 'cost' ? drawnAmount(amounts.costNanos) : amounts[measure];
}

/** What has no price is not zero: it is said beside what is known, or instead. */
function told(
  amounts: Amounts,
  measure: SpendMeasure,
  currency: string,
): string {
  if (measure !== 'cost') {
    return amounts[measure].toLocaleString('en');
  }
  const { costNanos, calls, unpriced } = amounts;
  if (unpriced > 0 && costNanos === '0' && unpriced >= calls) {
    return 'No price';
  }
  const cost = shownMoney(costNanos, currency);
  return unpriced === 0
    ? cost
    : `${cost} + ${unpriced.toLocaleString('en')} unpriced`;
}
