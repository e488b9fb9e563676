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
  /** For telling, exact. */
  shown: (index: number) => string;
  total: string;
}

export function spendLines(options: {
  answer: SeriesAnswer;
  by: Dimension;
  measure: SpendMeasure;
  currency: string;
}): SpendLine[] {
  const { answer, by, measure, currency } = options;
  const tell = (amounts: Nanos[] | number[], index: number) =>
    told(amounts[index], currency);
  return answer.series.map(series => {
    const amounts = amountsOf(series, measure);
    return {
      key: series.value ?? 'others',
      name: lineName(by, series),
      value: series.value,
      drawn: amounts.map(drawn),
      shown: index => tell(amounts, index),
      total: shownTotal(totalOf(amounts), currency),
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
  const amounts = answer.series.map(
    series => amountsOf(series, measure)[index],
  );
  return told(totalOf(amounts as Nanos[] | number[]), currency);
}

function lineName(by: Dimension, { value, title }: UsageSeries): string {
  if (value === undefined) {
    return `Other ${DIMENSION_WORDS[by].many.toLowerCase()}`;
  }
  return value === NO_VALUE
    ? DIMENSION_WORDS[by].none
    : valueName(by, { value, title });
}

function amountsOf(
  series: UsageSeries,
  measure: SpendMeasure,
): Nanos[] | number[] {
  return measure === 'cost' ? series.costNanos : series[measure];
}

/** Money is text, and counts are numbers. */
function drawn(amount: Nanos | number): number {
  return typeof amount === 'string' ? drawnAmount(amount) : amount;
}

function told(amount: Nanos | number, currency: string): string {
  return typeof amount === 'string'
    ? shownMoney(amount, currency)
    : amount.toLocaleString('en');
}

/** No cost may be a price of zero, or none at all: the sums do not tell. */
function shownTotal(total: Nanos | number, currency: string): string {
  return total === '0' ? '–' : told(total, currency);
}

function totalOf(amounts: Nanos[] | number[]): Nanos | number {
  return typeof amounts[0] === 'number'
    ? (amounts as number[]).reduce((sum, amount) => sum + amount, 0)
    : sumOf(amounts as Nanos[]);
}
