import type { CostScope } from '../../access';
import type { CatalogDirectory } from '../../catalog';
import type { Candidate } from '../Candidate';
import type { HostingCosts } from '../HostingCosts';
import type { IdleSource } from '../IdleSource';
import type { LastUseStore } from '../LastUseStore';
import { daysBefore } from './daysBefore';

/** A month has begun: that a server waits for its first call says nothing yet. */
const MIN_DAYS = 7;

/**
 * Finds servers that are paid for this month and not used in it. Those that are
 * idle for longer are found as servers, and not twice.
 */
export class HostingSource implements IdleSource {
  readonly kind = 'hosting';
  readonly #directory: CatalogDirectory;
  readonly #uses: LastUseStore;
  readonly #hosting: HostingCosts;
  readonly #days: number;

  constructor(options: {
    directory: CatalogDirectory;
    uses: LastUseStore;
    hosting: HostingCosts;
    days: number;
  }) {
    this.#directory = options.directory;
    this.#uses = options.uses;
    this.#hosting = options.hosting;
    this.#days = options.days;
  }

  async find(scope: CostScope, now: Date): Promise<Candidate[]> {
    const { servers } = await this.#directory.current();
    const [uses, known, costs] = await Promise.all([
      this.#uses.ofServers(scope),
      this.#uses.knownSince(scope, [...servers.keys()], now),
      this.#hosting.perMonth(scope, now),
    ]);
    const month = new Date(
      Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1),
    );
    const silent = daysBefore(now, MIN_DAYS);
    const idle = daysBefore(now, this.#days);
    return [...costs].flatMap(([ref, costNanos]) => {
      const server = servers.get(ref);
      const lastUsedAt = uses.get(ref)?.lastAt;
      const since = lastUsedAt ?? known.get(ref);
      const isUnused =
        since !== undefined &&
        since <= silent &&
        since > idle &&
        (lastUsedAt === undefined || lastUsedAt < month);
      if (!server || !isUnused || costNanos <= 0n) {
        return [];
      }
      return [
        {
          kind: this.kind,
          subject: ref,
          title: server.title,
          ownerRef: server.ownerRef,
          isPrivate: false,
          ...(lastUsedAt && { lastUsedAt }),
          idleSince: since,
          costPerMonthNanos: costNanos,
          savingPerMonthNanos: costNanos,
        },
      ];
    });
  }
}
