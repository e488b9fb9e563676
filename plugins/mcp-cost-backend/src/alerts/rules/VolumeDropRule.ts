import { ServiceUnavailableError } from '@backstage/errors';

import type { CostScope } from '../../access';
import type { CatalogDirectory, DirectoryServer } from '../../catalog';
import { qualityPath } from '../../portalPaths';
import type { UsageReader } from '../../rollups';
import { DAY_MS, dayOf, dayText } from '../../time/days';
import type { Finding } from '../Finding';
import type { Rule } from '../Rule';
import { readServerWindow, type ServerWindow } from './readServerWindow';

const HOUR_MS = 60 * 60_000;
/** Collectors send in batches: an hour is looked at when it should have come. */
const ARRIVAL_MS = 15 * 60_000;
/** Weeks with calls at these hours without which nothing is usual. */
const MIN_WEEKS = 3;
/** Above this many times the threshold it is over. */
const FADING_FACTOR = 1.5;
/** Of so many servers that drop at once, the way in is the likelier cause. */
const MANY_SERVERS = 3;

export interface VolumeDropThresholds {
  /** Full hours that are looked at. */
  hours: number;
  /** Servers that usually have fewer calls then are left alone. */
  minCalls: number;
  /** To which part of the usual calls they must fall. */
  dropTo: number;
}

interface Volume {
  server: DirectoryServer;
  calls: number;
  usual: number;
  least: number;
}

/** Sees servers that are called far less than at the same hours of other weeks. */
export class VolumeDropRule implements Rule {
  readonly name = 'volume-drop';
  readonly tier = 'infrastructure';
  readonly calmMs = 30 * 60_000;
  readonly #reader: UsageReader;
  readonly #directory: CatalogDirectory;
  readonly #thresholds: VolumeDropThresholds;

  constructor(options: {
    reader: UsageReader;
    directory: CatalogDirectory;
    thresholds: VolumeDropThresholds;
  }) {
    this.#reader = options.reader;
    this.#directory = options.directory;
    this.#thresholds = options.thresholds;
  }

  /** @throws ServiceUnavailableError when usage seems not to arrive at all */
  async look(scope: CostScope, now: Date): Promise<Finding[]> {
    const { hours, dropTo } = this.#thresholds;
    const toMs = Math.floor((now.getTime() - ARRIVAL_MS) / HOUR_MS) * HOUR_MS;
    const [window, { servers }] = await Promise.all([
      readServerWindow(this.#reader, scope, {
        fromMs: toMs - hours * HOUR_MS,
        toMs,
      }),
      this.#directory.current(),
    ]);
    const volumes = [...servers.values()].flatMap(server =>
      this.#volumeOf(server, window),
    );
    const total = volumes.reduce((sum, { calls }) => sum + calls, 0);
    const usual = volumes.reduce((sum, volume) => sum + volume.usual, 0);
    if (volumes.length >= MANY_SERVERS && total <= dropTo * usual) {
      throw new ServiceUnavailableError(
        `all servers together have ${total} calls instead of about ${usual}, as if usage did not arrive; look at the collectors`,
      );
    }
    return volumes.flatMap(volume => {
      const state = this.#stateOf(volume);
      return state ? [this.#finding(volume, state, now, toMs)] : [];
    });
  }

  /** Nothing of a server that has no usual volume at these hours. */
  #volumeOf(server: DirectoryServer, { now, before }: ServerWindow): Volume[] {
    const weeks = before
      .map(week => week.get(server.ref)?.calls ?? 0)
      .filter(calls => calls > 0)
      .sort((a, b) => a - b);
    const usual = weeks[Math.floor((weeks.length - 1) / 2)];
    if (weeks.length < MIN_WEEKS || usual < this.#thresholds.minCalls) {
      return [];
    }
    const calls = now.get(server.ref)?.calls ?? 0;
    return [{ server, calls, usual, least: weeks[0] }];
  }

  #stateOf({ calls, usual, least }: Volume): Finding['state'] | undefined {
    const threshold = this.#thresholds.dropTo * usual;
    // Where weeks differ much, a week like the least of them is no drop.
    if (calls <= threshold && calls < least) {
      return 'on';
    }
    return calls <= threshold * FADING_FACTOR ? 'fading' : undefined;
  }

  #finding(
    { server, calls, usual }: Volume,
    state: Finding['state'],
    now: Date,
    toMs: number,
  ): Finding {
    const { hours, dropTo } = this.#thresholds;
    return {
      subject: server.ref,
      state,
      level: 'attention',
      teamRef: server.ownerRef,
      serverRef: server.ref,
      title: `${server.title} is hardly called any more`,
      message: `It had ${calls} calls in ${hours} hours; usually there are about ${usual} at these hours.`,
      advice:
        'See whether agents still reach it, and whether a consumer moved away or was switched off.',
      link: qualityPath(server.ref, {
        from: dayText(dayOf(toMs - hours * HOUR_MS)),
        to: dayText(dayOf(toMs + DAY_MS)),
      }),
      startedAt: now.toISOString(),
      facts: {
        calls,
        usualCalls: usual,
        hours,
        dropToPercent: Math.round(dropTo * 100),
      },
    };
  }
}
