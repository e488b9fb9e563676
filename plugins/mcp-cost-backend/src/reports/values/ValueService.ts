import type {
  CostPage,
  CostPageQuery,
  Dimension,
  DimensionValue,
  UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../../access';
import { readAsked, sumsOf } from '../Asked';
import { Names } from '../Names';
import type { ReportParts } from '../ReportParts';

const DEFAULT_LIMIT = 25;

/**
 * Values of a dimension in a period, for filters: those that cost most first. A
 * filter by the dimension itself does not count.
 */
export class ValueService {
  readonly #parts: ReportParts;

  constructor(parts: ReportParts) {
    this.#parts = parts;
  }

  async list(
    scope: CostScope,
    dimension: Dimension,
    query: UsageFilter & CostPageQuery,
  ): Promise<CostPage<DimensionValue>> {
    const { reader, directory } = this.#parts;
    const asked = readAsked({ ...query, [dimension]: undefined });
    const names = new Names(scope, await directory.current());
    const sums = {
      ...sumsOf(asked),
      by: [dimension],
      matching: query.search
        ? {
            text: query.search,
            values: names.matching([dimension], query.search),
          }
        : undefined,
    };
    const [rows, totalItems] = await Promise.all([
      reader.read(scope, {
        ...sums,
        limit: query.limit ?? DEFAULT_LIMIT,
        offset: query.offset,
      }),
      reader.count(scope, sums),
    ]);
    return {
      items: rows.map(({ values }) => names.of(dimension, values[0])),
      totalItems,
    };
  }
}
