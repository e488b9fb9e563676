import { formatMoney } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../../access';
import type { CatalogDirectory } from '../../catalog';
import { breakdownPath } from '../../portalPaths';
import type { UsageReader } from '../../rollups';
import { DAY_MS, dayOf, dayText } from '../../time/days';
import type { Finding } from '../Finding';
import type { Rule } from '../Rule';
import {
  AVERAGE_DAYS,
  type AnomalyThresholds,
  type CostRun,
  dayStartMs,
  findCostRuns,
  HOUR_MS,
  type TeamCosts,
} from './rollingCosts';

/** Usage that comes this late is still looked at. */
const LOOKBACK_HOURS = 72;

/** Sees teams of which any 24 hours cost far more than their days do. */
export class CostAnomalyRule implements Rule {
  readonly name = 'cost-anomaly';
  readonly tier = 'business';
  readonly calmMs = 0;
  readonly #reader: UsageReader;
  readonly #directory: CatalogDirectory;
  readonly #thresholds: AnomalyThresholds;
  readonly #currency: string;

  constructor(options: {
    reader: UsageReader;
    directory: CatalogDirectory;
    thresholds: AnomalyThresholds;
    currency: string;
  }) {
    this.#reader = options.reader;
    this.#directory = options.directory;
    this.#thresholds = options.thresholds;
    this.#currency = options.currency;
  }

  async look(scope: CostScope, now: Date): Promise<Finding[]> {
    // The hour that has begun counts with what it has so far.
    const toMs = (Math.floor(now.getTime() / HOUR_MS) + 1) * HOUR_MS;
    const fromMs = toMs - LOOKBACK_HOURS * HOUR_MS;
    const [costs, { teams }] = await Promise.all([
      this.#readCosts(scope, { fromMs, toMs }),
      this.#directory.current(),
    ]);
    const findings: Finding[] = [];
    for (const [teamRef, teamCosts] of costs) {
      const team = teams.get(teamRef);
      const runs = team
        ? findCostRuns(teamCosts, {
            fromMs,
            toMs,
            thresholds: this.#thresholds,
          })
        : [];
      for (const run of runs) {
        findings.push(
          this.#finding(run, {
            teamRef,
            title: team!.title,
            isOver: run.lastMs < toMs,
            now,
          }),
        );
      }
    }
    return findings;
  }

  /** Of teams that spent something lately. */
  async #readCosts(
    scope: CostScope,
    { fromMs, toMs }: { fromMs: number; toMs: number },
  ): Promise<Map<string, TeamCosts>> {
    const hours = await this.#reader.read(scope, {
      fromMs: fromMs - DAY_MS,
      toMs,
      bucket: 'hour',
      by: ['team'],
    });
    const days = await this.#reader.read(scope, {
      fromMs: dayStartMs(fromMs - DAY_MS) - AVERAGE_DAYS * DAY_MS,
      toMs: dayStartMs(toMs) + DAY_MS,
      bucket: 'day',
      by: ['team'],
    });
    const costs = new Map<
      string,
      { hours: Map<number, bigint>; days: Map<number, bigint> }
    >();
    for (const { atMs, values, sums } of hours) {
      const team = costs.get(values[0]) ?? {
        hours: new Map(),
        days: new Map(),
      };
      costs.set(values[0], team);
      team.hours.set(atMs!, sums.costNanos);
    }
    for (const { atMs, values, sums } of days) {
      costs.get(values[0])?.days.set(dayOf(atMs!), sums.costNanos);
    }
    return costs;
  }

  #finding(
    run: CostRun,
    options: { teamRef: string; title: string; isOver: boolean; now: Date },
  ): Finding {
    const { teamRef, title, isOver, now } = options;
    const { peak } = run;
    const cost = formatMoney(peak.costNanos, this.#currency);
    const average = formatMoney(peak.averageNanos, this.#currency);
    const times = timesOf(peak.costNanos, peak.averageNanos);
    const at = (ms: number) =>
      new Date(Math.min(ms, now.getTime())).toISOString();
    const shown = at(peak.endMs).slice(0, 16).replace('T', ' ');
    return {
      subject: teamRef,
      state: 'on',
      level: 'problem',
      teamRef,
      title: `${title} spent ${cost} within 24 hours`,
      message: `In the 24 hours to ${shown} (UTC) ${title} spent ${cost}. Its average day, of the ${
        peak.averageDays
      } before, cost ${average}${
        times === undefined ? '' : `: this is ${times} times as much`
      }.`,
      advice:
        'Open the breakdown of these days, find the agent or server that grew, and stop it if nobody meant it.',
      link: breakdownPath(teamRef, {
        from: dayText(dayOf(peak.endMs - DAY_MS)),
        to: dayText(dayOf(peak.endMs - 1) + 1),
      }),
      startedAt: at(run.firstMs),
      ...(isOver && { endedAt: at(run.lastMs) }),
      facts: {
        costNanos: String(peak.costNanos),
        averageNanos: String(peak.averageNanos),
        averageDays: peak.averageDays,
        factor: this.#thresholds.factor,
        floorNanos: String(this.#thresholds.floorNanos),
        windowEnd: new Date(peak.endMs).toISOString(),
        ...(times !== undefined && { times }),
      },
    };
  }
}

/** To one place; undefined of nothing. */
function timesOf(costNanos: bigint, averageNanos: bigint): number | undefined {
  return averageNanos > 0n
    ? Number((costNanos * 10n) / averageNanos) / 10
    : undefined;
}
