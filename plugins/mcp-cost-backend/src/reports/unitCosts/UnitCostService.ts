import {
  divideRounded,
  type UnitCosts,
  type UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../../access';
import { readAsked, sumsOf, type Asked } from '../Asked';
import { periodBefore } from '../asking/Period';
import type { ReportParts } from '../ReportParts';

type OnePeriod = Omit<UnitCosts, 'previous'>;

/** What a call, a successful call and an active agent came to. */
export class UnitCostService {
  readonly #parts: Pick<ReportParts, 'reader'>;

  constructor(parts: Pick<ReportParts, 'reader'>) {
    this.#parts = parts;
  }

  async read(scope: CostScope, query: UsageFilter): Promise<UnitCosts> {
    const asked = readAsked(query);
    const [now, previous] = await Promise.all([
      this.#readPeriod(scope, asked),
      this.#readPeriod(scope, {
        ...asked,
        period: periodBefore(asked.period),
      }),
    ]);
    return { ...now, previous };
  }

  async #readPeriod(scope: CostScope, asked: Asked): Promise<OnePeriod> {
    const rows = await this.#parts.reader.read(scope, {
      ...sumsOf(asked),
      by: ['agent'],
    });
    const sums = rows.map(row => row.sums);
    const costNanos = sums.reduce((sum, row) => sum + row.costNanos, 0n);
    const calls = sums.reduce((sum, row) => sum + row.calls, 0);
    const errors = sums.reduce((sum, row) => sum + row.errors, 0);
    const activeAgents = rows.filter(
      row => row.values[0] !== '' && row.sums.calls > 0,
    ).length;
    const per = (units: number) =>
      units > 0 ? String(divideRounded(costNanos, BigInt(units))) : undefined;
    return {
      perCallNanos: per(calls),
      perSuccessfulCallNanos: per(calls - errors),
      perActiveAgentNanos: per(activeAgents),
      calls,
      successfulCalls: calls - errors,
      activeAgents,
      costNanos: String(costNanos),
    };
  }
}
