import type { CostScope } from '../../access';
import type { CatalogDirectory } from '../../catalog';
import type { Candidate } from '../Candidate';
import type { HostingCosts } from '../HostingCosts';
import type { LastUseStore } from '../LastUseStore';

/** A server of the catalog, with what tells whether it is worth its cost. */
export interface ServerFact
  extends Pick<Candidate, 'subject' | 'title' | 'ownerRef' | 'lastUsedAt'> {
  /** Since when nobody called it: its last call, or when it was first known. */
  idleSince: Date;
  costPerMonthNanos?: bigint;
  savingPerMonthNanos?: bigint;
}

/** Knows of all servers when they were last called, and what they cost. */
export class ServerFacts {
  readonly #directory: CatalogDirectory;
  readonly #uses: LastUseStore;
  readonly #hosting: HostingCosts;

  constructor(options: {
    directory: CatalogDirectory;
    uses: LastUseStore;
    hosting: HostingCosts;
  }) {
    this.#directory = options.directory;
    this.#uses = options.uses;
    this.#hosting = options.hosting;
  }

  async read(scope: CostScope, now: Date): Promise<ServerFact[]> {
    const { servers } = await this.#directory.current();
    const [uses, known, costs] = await Promise.all([
      this.#uses.ofServers(scope),
      this.#uses.knownSince(scope, [...servers.keys()], now),
      this.#hosting.perMonth(scope, now),
    ]);
    return [...servers.values()].map(({ ref, title, ownerRef }) => {
      const lastUsedAt = uses.get(ref)?.lastAt;
      const costNanos = costs.get(ref);
      return {
        subject: ref,
        title,
        ownerRef,
        ...(lastUsedAt && { lastUsedAt }),
        idleSince: lastUsedAt ?? known.get(ref) ?? now,
        // What nobody calls can go, and all that it costs with it.
        ...(costNanos !== undefined && {
          costPerMonthNanos: costNanos,
          savingPerMonthNanos: costNanos,
        }),
      };
    });
  }
}
