import type { CostScope } from '../../access';
import type { CatalogDirectory, DirectoryServer } from '../../catalog';
import { qualityPath } from '../../portalPaths';
import type { UsageReader } from '../../rollups';
import { DAY_MS, dayOf, dayText } from '../../time/days';
import type { Finding } from '../Finding';
import type { Rule } from '../Rule';
import { readServerWindow, type ServerCalls } from './readServerWindow';

const HOUR_MS = 60 * 60_000;
/** So much of the threshold is left when it is over. */
const FADING_PART = 0.7;
/** However many calls usually fail: above this, the server is as good as down. */
const MAX_THRESHOLD = 0.9;

export interface ErrorRateThresholds {
  /** Hours that are looked at, with the one that has begun. */
  hours: number;
  /** Fewer calls than these say nothing. */
  minCalls: number;
  /** Below this part of failed calls nothing is wrong. */
  minRate: number;
  /** Times the server's own rate at these hours in the last weeks. */
  factor: number;
}

/** Sees servers whose calls fail far more often than they did. */
export class ErrorRateRule implements Rule {
  readonly name = 'error-rate';
  readonly tier = 'infrastructure';
  readonly calmMs = 30 * 60_000;
  readonly #reader: UsageReader;
  readonly #directory: CatalogDirectory;
  readonly #thresholds: ErrorRateThresholds;

  constructor(options: {
    reader: UsageReader;
    directory: CatalogDirectory;
    thresholds: ErrorRateThresholds;
  }) {
    this.#reader = options.reader;
    this.#directory = options.directory;
    this.#thresholds = options.thresholds;
  }

  async look(scope: CostScope, now: Date): Promise<Finding[]> {
    const toMs = (Math.floor(now.getTime() / HOUR_MS) + 1) * HOUR_MS;
    const [window, { servers }] = await Promise.all([
      readServerWindow(this.#reader, scope, {
        fromMs: toMs - this.#thresholds.hours * HOUR_MS,
        toMs,
      }),
      this.#directory.current(),
    ]);
    const findings: Finding[] = [];
    for (const [ref, calls] of window.now) {
      const server = servers.get(ref);
      const usual = sumOf(window.before.map(week => week.get(ref)));
      const state = this.#stateOf(calls, usual);
      if (server && state) {
        findings.push(this.#finding(server, { calls, usual, state, now }));
      }
    }
    return findings;
  }

  #stateOf(
    calls: ServerCalls,
    usual: ServerCalls,
  ): Finding['state'] | undefined {
    const threshold = this.#thresholdOf(usual);
    const rate = rateOf(calls);
    if (calls.calls >= this.#thresholds.minCalls && rate > threshold) {
      return 'on';
    }
    return rate > threshold * FADING_PART ? 'fading' : undefined;
  }

  #thresholdOf(usual: ServerCalls): number {
    const { minCalls, minRate, factor } = this.#thresholds;
    const usually = usual.calls >= minCalls ? rateOf(usual) * factor : 0;
    return Math.min(MAX_THRESHOLD, Math.max(minRate, usually));
  }

  #finding(
    server: DirectoryServer,
    options: {
      calls: ServerCalls;
      usual: ServerCalls;
      state: Finding['state'];
      now: Date;
    },
  ): Finding {
    const { calls, usual, state, now } = options;
    const percent = percentOf(rateOf(calls));
    const { hours } = this.#thresholds;
    const usually =
      usual.calls > 0
        ? `usually ${percentOf(rateOf(usual))} % do at these hours`
        : 'there is nothing to compare with yet';
    return {
      subject: server.ref,
      state,
      level: 'problem',
      teamRef: server.ownerRef,
      serverRef: server.ref,
      title: `${percent} % of the calls of ${server.title} fail`,
      message: `${calls.errors} of ${calls.calls} calls failed within ${hours} hours; ${usually}.`,
      advice:
        'See under Quality which tools and agents are hit, and roll back what changed last.',
      link: qualityPath(server.ref, {
        from: dayText(dayOf(now.getTime() - hours * HOUR_MS)),
        to: dayText(dayOf(now.getTime() + DAY_MS)),
      }),
      startedAt: now.toISOString(),
      facts: {
        calls: calls.calls,
        errors: calls.errors,
        percent,
        usualCalls: usual.calls,
        usualPercent: percentOf(rateOf(usual)),
        thresholdPercent: percentOf(this.#thresholdOf(usual)),
        hours,
      },
    };
  }
}

function rateOf({ calls, errors }: ServerCalls): number {
  return calls > 0 ? errors / calls : 0;
}

/** To one place. */
function percentOf(rate: number): number {
  return Math.round(rate * 1_000) / 10;
}

function sumOf(weeks: readonly (ServerCalls | undefined)[]): ServerCalls {
  return {
    calls: weeks.reduce((sum, week) => sum + (week?.calls ?? 0), 0),
    errors: weeks.reduce((sum, week) => sum + (week?.errors ?? 0), 0),
  };
}
