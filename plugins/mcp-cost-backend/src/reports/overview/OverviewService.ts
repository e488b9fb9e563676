import {
  NO_VALUE,
  type BudgetStatus,
  type CostOverview,
  type Forecast,
  type UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../../access';
import type { AlertReader } from '../../alerts';
import type { BudgetReader } from '../../budgets';
import {
  FORECAST_HISTORY_DAYS,
  forecastMonth,
  monthOf,
} from '../../budgets/forecast';
import { DAY_MS, dayOf } from '../../time/days';
import { readAsked, sumsOf, type Asked } from '../Asked';
import { periodBefore } from '../asking/Period';
import { narrowed } from '../asking/readFilters';
import { toMeasures } from '../measuring/toMeasures';
import type { ReportParts } from '../ReportParts';
import type { SumsState } from '../SumsState';

const MAX_ALERTS = 20;

interface OverviewParts extends ReportParts {
  sumsState: SumsState;
  budgets: BudgetReader;
  alerts: AlertReader;
  currency: string;
  now: () => Date;
}

/** The answer to "what do we spend, and where is it heading?". */
export class OverviewService {
  readonly #parts: OverviewParts;

  constructor(parts: OverviewParts) {
    this.#parts = parts;
  }

  async read(scope: CostScope, query: UsageFilter): Promise<CostOverview> {
    const { reader, sampleMark, sumsState, budgets, alerts } = this.#parts;
    const asked = readAsked(query);
    const before = periodBefore(asked.period);
    const team = asked.filters.team?.filter(ref => ref !== NO_VALUE);
    const whole = { ...sumsOf(asked), by: [] };
    const [
      [total],
      [previous],
      [unattributed],
      forecast,
      statuses,
      openAlerts,
      summedUntil,
      sample,
    ] = await Promise.all([
      reader.read(scope, whole),
      reader.read(scope, { ...whole, ...sumsOf({ ...asked, period: before }) }),
      reader.read(scope, { ...whole, filters: withoutServer(asked) }),
      this.#forecast(scope, asked),
      budgets.statuses(scope, team),
      alerts.list(scope, {
        team: team && [...team],
        state: 'open',
        limit: MAX_ALERTS,
      }),
      sumsState.summedUntil(),
      sampleMark.isIn(scope, asked),
    ]);
    return {
      currency: this.#parts.currency,
      period: { from: asked.period.from, to: asked.period.to },
      previousPeriod: { from: before.from, to: before.to },
      total: toMeasures(total.sums),
      previous: toMeasures(previous.sums),
      forecast,
      ...sumUp(statuses.filter(({ budget }) => budget)),
      alerts: openAlerts.items,
      sees: {
        all: scope.teams === 'all',
        teams: scope.teams === 'all' ? [] : [...scope.teams],
      },
      unattributed: toMeasures(unattributed.sums),
      summedUntil,
      sample,
    };
  }

  /** Of the month that it is; missing when the period does not hold today. */
  async #forecast(
    scope: CostScope,
    { period, filters }: Asked,
  ): Promise<Forecast | undefined> {
    const now = this.#parts.now();
    const today = dayOf(now.getTime());
    const todayMs = today * DAY_MS;
    if (todayMs < period.fromMs || todayMs >= period.toMs) {
      return undefined;
    }
    const rows = await this.#parts.reader.read(scope, {
      fromMs:
        DAY_MS * Math.min(today - FORECAST_HISTORY_DAYS, monthOf(now).firstDay),
      toMs: (today + 1) * DAY_MS,
      bucket: 'day',
      by: [],
      filters,
    });
    const { ahead: _ahead, ...forecast } = forecastMonth({
      now,
      daily: rows.map(({ atMs, sums }) => ({
        day: dayOf(atMs!),
        costNanos: sums.costNanos,
      })),
    });
    return forecast;
  }
}

/** Calls that could be tied to no server. */
function withoutServer({ filters }: Asked): Asked['filters'] {
  return narrowed(narrowed(filters, 'server', [NO_VALUE]), 'kind', [
    'tool-call',
  ]);
}

function sumUp(
  budgets: BudgetStatus[],
): Pick<CostOverview, 'budgets' | 'budgetNanos' | 'budgetLeftNanos'> {
  let limit = 0n;
  let spent = 0n;
  for (const { limitNanos = '0', spentNanos } of budgets) {
    limit += BigInt(limitNanos);
    spent += BigInt(spentNanos);
  }
  return {
    budgets,
    budgetNanos: String(limit),
    budgetLeftNanos: String(limit - spent),
  };
}
