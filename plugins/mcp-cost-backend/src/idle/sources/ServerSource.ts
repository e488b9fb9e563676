import type { CostScope } from '../../access';
import type { CatalogDirectory } from '../../catalog';
import type { Candidate } from '../Candidate';
import type { HostingCosts } from '../HostingCosts';
import type { IdleSource } from '../IdleSource';
import type { LastUseStore } from '../LastUseStore';
import { daysBefore } from './daysBefore';

/** Finds servers that nobody called for some days, and that are older than that. */
export class ServerSource implements IdleSource {
  readonly kind = 'server';
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
    const limit = daysBefore(now, this.#days);
    return [...servers.values()].flatMap(server => {
      const lastUsedAt = uses.get(server.ref)?.lastAt;
      const idleSince = lastUsedAt ?? known.get(server.ref);
      if (!idleSince || idleSince > limit) {
        return [];
      }
      const costNanos = costs.get(server.ref);
      return [
        {
          kind: this.kind,
          subject: server.ref,
          title: server.title,
          ownerRef: server.ownerRef,
          isPrivate: false,
          ...(lastUsedAt && { lastUsedAt }),
          idleSince,
          ...(costNanos !== undefined && {
            costPerMonthNanos: costNanos,
            savingPerMonthNanos: costNanos,
          }),
        },
      ];
    });
  }
}
