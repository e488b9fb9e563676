import { InputError } from '@backstage/errors';
import {
  NO_VALUE,
  type SeriesAnswer,
  type SeriesQuery,
  type UsageSeries,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../../access';
import type { UsageRow, UsageSums } from '../../rollups';
import { readAsked, sumsOf, type Asked } from '../Asked';
import type { Period } from '../asking/Period';
import { narrowed } from '../asking/readFilters';
import { Names } from '../Names';
import type { ReportParts } from '../ReportParts';
import { intervalStarts } from './intervalStarts';

const DEFAULT_TOP = 8;
const MAX_DAYS_BY_HOUR = 31;

type Interval = SeriesAnswer['interval'];
type Point = Pick<
  UsageSums,
  'calls' | 'errors' | 'costNanos' | 'unpricedEvents'
>;

/**
 * Usage over time: a line for each of the values that cost most, and one for
 * all others together.
 */
export class SeriesService {
  readonly #parts: ReportParts;

  constructor(parts: ReportParts) {
    this.#parts = parts;
  }

  /** @throws InputError when the period is no period, or too long for its interval */
  async read(scope: CostScope, query: SeriesQuery): Promise<SeriesAnswer> {
    const asked = readAsked(query);
    const interval = query.interval ?? intervalFor(asked.period);
    if (interval === 'hour' && asked.period.days > MAX_DAYS_BY_HOUR) {
      throw new InputError(
        `By hour, at most ${MAX_DAYS_BY_HOUR} days can be asked for, not ${asked.period.days}; take a shorter period, or interval=day.`,
      );
    }
    const at = intervalStarts(asked.period, interval);
    const [series, sample] = await Promise.all([
      this.#lines(scope, query, asked, { interval, at }),
      this.#parts.sampleMark.isIn(scope, asked),
    ]);
    return {
      interval,
      at: at.map(ms => new Date(ms).toISOString()),
      series,
      sample,
    };
  }

  async #lines(
    scope: CostScope,
    { by, top = DEFAULT_TOP }: SeriesQuery,
    asked: Asked,
    time: { interval: Interval; at: number[] },
  ): Promise<UsageSeries[]> {
    const { reader, directory } = this.#parts;
    const bucket = time.interval;
    const [totals, leaders, catalog] = await Promise.all([
      reader.read(scope, { ...sumsOf(asked), bucket, by: [] }),
      by ? reader.read(scope, { ...sumsOf(asked), by: [by], limit: top }) : [],
      directory.current(),
    ]);
    const rest = pointsOf(totals, time.at);
    if (!by) {
      return [toSeries(rest)];
    }
    const values = leaders.map(row => row.values[0]);
    const rows =
      values.length === 0
        ? []
        : await reader.read(scope, {
            ...sumsOf({
              ...asked,
              filters: narrowed(
                asked.filters,
                by,
                values.map(value => value || NO_VALUE),
              ),
            }),
            bucket,
            by: [by],
          });
    const names = new Names(scope, catalog);
    const lines = values.map(value => {
      const points = pointsOf(
        rows.filter(row => row.values[0] === value),
        time.at,
      );
      points.forEach((point, index) => takeAway(rest[index], point));
      return {
        value: value || NO_VALUE,
        title: names.of(by, value).title,
        ...toSeries(points),
      };
    });
    return rest.some(isSomething) ? [...lines, toSeries(rest)] : lines;
  }
}

function intervalFor({ days }: Period): Interval {
  if (days <= 2) {
    return 'hour';
  }
  return days <= 100 ? 'day' : 'month';
}

/** Zeros where there is no row. */
function pointsOf(rows: UsageRow[], at: number[]): Point[] {
  const sums = new Map(rows.map(row => [row.atMs, row.sums]));
  return at.map(ms => {
    const {
      calls = 0,
      errors = 0,
      costNanos = 0n,
      unpricedEvents = 0,
    } = sums.get(ms) ?? {};
    return { calls, errors, costNanos, unpricedEvents };
  });
}

function takeAway(from: Point, part: Point): void {
  from.calls -= part.calls;
  from.errors -= part.errors;
  from.costNanos -= part.costNanos;
  from.unpricedEvents -= part.unpricedEvents;
}

function isSomething(point: Point): boolean {
  return (
    point.calls !== 0 ||
    point.errors !== 0 ||
    point.unpricedEvents !== 0 ||
    point.costNanos !== 0n
  );
}

function toSeries(points: Point[]): UsageSeries {
  return {
    costNanos: points.map(({ costNanos }) => String(costNanos)),
    calls: points.map(({ calls }) => calls),
    errors: points.map(({ errors }) => errors),
    unpricedEvents: points.map(({ unpricedEvents }) => unpricedEvents),
  };
}
