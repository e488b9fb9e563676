import type {
  Breakdown,
  BreakdownQuery,
  BreakdownRow,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../../access';
import type { UsageRow } from '../../rollups';
import { readAsked, sumsOf, type Asked } from '../Asked';
import { periodBefore } from '../asking/Period';
import { toLatency } from '../measuring/toLatency';
import { toMeasures } from '../measuring/toMeasures';
import { Names } from '../Names';
import type { ReportParts } from '../ReportParts';
import { isSortedBySums, orderRows, SORTED_BY_HAND } from './orderRows';
import { readBefore, valueKey } from './readBefore';

const DEFAULT_LIMIT = 25;

/** What a breakdown is made of, before it is written for somebody. */
export interface BreakdownRows {
  rows: UsageRow[];
  before: Map<string, UsageRow>;
  totalItems: number;
  names: Names;
}

/**
 * Usage by any one or two dimensions, compared with the period before.
 */
export class BreakdownService {
  readonly #parts: ReportParts;

  constructor(parts: ReportParts) {
    this.#parts = parts;
  }

  /** @throws InputError when the period or a filter can't be */
  async read(scope: CostScope, query: BreakdownQuery): Promise<Breakdown> {
    const asked = readAsked(query);
    const page = {
      limit: query.limit ?? DEFAULT_LIMIT,
      offset: query.offset ?? 0,
    };
    const { reader, sampleMark } = this.#parts;
    const whole = { ...sumsOf(asked), by: [] };
    const { fromMs, toMs } = periodBefore(asked.period);
    const [found, [total], previous, sample] = await Promise.all([
      this.readRows(scope, { ...query, ...page }, asked),
      reader.read(scope, whole),
      query.compare ? reader.read(scope, { ...whole, fromMs, toMs }) : [],
      sampleMark.isIn(scope, asked),
    ]);
    return {
      items: found.rows.map(row => toRow(row, found, query)),
      totalItems: found.totalItems,
      total: toMeasures(total.sums),
      previousTotal: previous[0] && toMeasures(previous[0].sums),
      sample,
    };
  }

  /** The rows of a page, with what it takes to write them. */
  async readRows(
    scope: CostScope,
    query: BreakdownQuery & { limit: number; offset: number },
    asked: Asked,
  ): Promise<BreakdownRows> {
    const { by, sort = 'cost', order, limit, offset } = query;
    const names = new Names(scope, await this.#parts.directory.current());
    const sums = {
      ...sumsOf(asked),
      by,
      matching: query.search
        ? { text: query.search, values: names.matching(by, query.search) }
        : undefined,
      latency: query.latency || sort === 'p95',
    };
    if (isSortedBySums(sort)) {
      const rows = await this.#parts.reader.read(scope, {
        ...sums,
        sort: { by: sort, order: order ?? 'desc' },
        limit,
        offset,
      });
      // That the page isn't full tells how many there are.
      const totalItems =
        rows.length > 0 && rows.length < limit
          ? offset + rows.length
          : await this.#parts.reader.count(scope, sums);
      const before = query.compare
        ? await readBefore(this.#parts.reader, scope, asked, by, rows)
        : new Map();
      return { rows, before, totalItems, names };
    }
    const most = Math.max(SORTED_BY_HAND, offset + limit);
    const all = await this.#parts.reader.read(scope, { ...sums, limit: most });
    const before =
      query.compare || sort === 'change'
        ? await readBefore(this.#parts.reader, scope, asked, by, all)
        : new Map();
    return {
      rows: orderRows(all, { by, sort, order, before, names }).slice(
        offset,
        offset + limit,
      ),
      before,
      totalItems:
        all.length < most
          ? all.length
          : await this.#parts.reader.count(scope, sums),
      names,
    };
  }
}

function toRow(
  row: UsageRow,
  { before, names }: BreakdownRows,
  { by, compare, latency }: BreakdownQuery,
): BreakdownRow {
  const previous = before.get(valueKey(row.values));
  return {
    values: by.map((dimension, index) =>
      names.of(dimension, row.values[index]),
    ),
    measures: toMeasures(row.sums),
    previous: compare && previous ? toMeasures(previous.sums) : undefined,
    latency: latency ? toLatency(row.sums) : undefined,
  };
}
