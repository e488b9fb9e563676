import {
  NO_VALUE,
  type Dimension,
  type Quality,
  type QualityQuery,
  type QualityRow,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../../access';
import type { UsageRow } from '../../rollups';
import { readAsked, sumsOf, type Asked } from '../Asked';
import { narrowed } from '../asking/readFilters';
import { readBefore, valueKey } from '../breakdown/readBefore';
import { toLatency } from '../measuring/toLatency';
import { errorRateOf, toMeasures } from '../measuring/toMeasures';
import { Names } from '../Names';
import type { ReportParts } from '../ReportParts';
import { findCulprits } from './findCulprits';

const DEFAULT_LIMIT = 25;
const MAX_TROUBLES = 5;
/** Pairs with most errors; what stands out is among them. */
const MAX_PAIRS = 5_000;

/** Who has trouble with what. */
const OTHER_SIDE = {
  server: 'agent',
  agent: 'server',
  model: 'agent',
  tool: 'agent',
} as const satisfies Partial<Record<Dimension, Dimension>>;

/**
 * How well servers, agents, models and tools work, those with most errors first.
 */
export class QualityService {
  readonly #parts: ReportParts;

  constructor(parts: ReportParts) {
    this.#parts = parts;
  }

  async read(scope: CostScope, query: QualityQuery): Promise<Quality> {
    const { reader, directory, sampleMark } = this.#parts;
    const { by = 'server', limit = DEFAULT_LIMIT, offset = 0 } = query;
    const asked = onlyCalls(readAsked(query), by);
    const sums = { ...sumsOf(asked), by: [by] };
    const [rows, totalItems, [total], findings, catalog, sample] =
      await Promise.all([
        reader.read(scope, {
          ...sums,
          latency: true,
          sort: { by: 'errors', order: 'desc' },
          limit,
          offset,
        }),
        reader.count(scope, sums),
        reader.read(scope, { ...sumsOf(asked), by: [] }),
        this.#culprits(scope, asked),
        directory.current(),
        sampleMark.isIn(scope, asked),
      ]);
    const [before, troubles] = await Promise.all([
      readBefore(reader, scope, asked, [by], rows),
      this.#troubles(scope, asked, by, rows),
    ]);
    const names = new Names(scope, catalog);
    return {
      items: rows.map((row): QualityRow => {
        const [value] = row.values;
        const previous = before.get(valueKey(row.values));
        return {
          value: names.of(by, value),
          measures: toMeasures(row.sums),
          latency: toLatency(row.sums),
          previous: previous && toMeasures(previous.sums),
          errorRate: errorRateOf(row.sums),
          shareOfErrors:
            total.sums.errors === 0 ? 0 : row.sums.errors / total.sums.errors,
          troubles: (troubles.get(value) ?? []).map(pair => ({
            value: names.of(OTHER_SIDE[by], pair.values[1]),
            calls: pair.sums.calls,
            errors: pair.sums.errors,
          })),
        };
      }),
      totalItems,
      total: toMeasures(total.sums),
      findings: findings.map(({ server, agents, ...found }) => ({
        ...found,
        server: names.of('server', server),
        agents: agents.map(agent => names.of('agent', agent)),
      })),
      sample,
    };
  }

  /** Of each value, the other sides that have most errors with it. */
  async #troubles(
    scope: CostScope,
    asked: Asked,
    by: keyof typeof OTHER_SIDE,
    rows: UsageRow[],
  ): Promise<Map<string, UsageRow[]>> {
    const troubled = rows.filter(row => row.sums.errors > 0);
    const troubles = new Map<string, UsageRow[]>();
    if (troubled.length === 0) {
      return troubles;
    }
    const values = troubled.map(row => row.values[0] || NO_VALUE);
    const pairs = await this.#parts.reader.read(scope, {
      ...sumsOf({ ...asked, filters: narrowed(asked.filters, by, values) }),
      by: [by, OTHER_SIDE[by]],
      sort: { by: 'errors', order: 'desc' },
      limit: MAX_PAIRS,
    });
    for (const pair of pairs) {
      const known = troubles.get(pair.values[0]) ?? [];
      if (pair.sums.errors > 0 && known.length < MAX_TROUBLES) {
        troubles.set(pair.values[0], [...known, pair]);
      }
    }
    return troubles;
  }

  async #culprits(scope: CostScope, asked: Asked) {
    const pairs = await this.#parts.reader.read(scope, {
      ...sumsOf(onlyCalls(asked, 'tool')),
      by: ['server', 'agent'],
      sort: { by: 'errors', order: 'desc' },
      limit: MAX_PAIRS,
    });
    return findCulprits(
      pairs.map(({ values: [server, agent], sums }) => ({
        server,
        agent,
        calls: sums.calls,
        errors: sums.errors,
      })),
    );
  }
}

/** Nothing else fails, or takes time; models are called by models' calls. */
function onlyCalls(asked: Asked, by: Dimension): Asked {
  const kinds = {
    server: ['tool-call'],
    tool: ['tool-call'],
    model: ['model-call'],
  }[by as string] ?? ['tool-call', 'model-call'];
  return { ...asked, filters: narrowed(asked.filters, 'kind', kinds) };
}
