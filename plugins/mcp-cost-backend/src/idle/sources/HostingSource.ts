import type { CostScope } from '../../access';
import type { Candidate } from '../Candidate';
import type { IdleSource } from '../IdleSource';
import { daysBefore } from './daysBefore';
import type { ServerFact, ServerFacts } from './ServerFacts';

/** A month has begun: that a server waits for its first call says nothing yet. */
const MIN_DAYS = 7;

/**
 * Finds servers that are paid for this month and not used in it. Those that are
 * idle for longer are found as servers, and not twice.
 */
export class HostingSource implements IdleSource {
  readonly kind = 'hosting';
  readonly #servers: ServerFacts;
  readonly #days: number;

  constructor(options: { servers: ServerFacts; days: number }) {
    this.#servers = options.servers;
    this.#days = options.days;
  }

  async find(scope: CostScope, now: Date): Promise<Candidate[]> {
    const month = new Date(
      Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1),
    );
    const silent = daysBefore(now, MIN_DAYS);
    const idle = daysBefore(now, this.#days);
    const isUnused = ({ idleSince, lastUsedAt }: ServerFact) =>
      idleSince <= silent &&
      idleSince > idle &&
      (lastUsedAt === undefined || lastUsedAt < month);
    const servers = await this.#servers.read(scope, now);
    return servers
      .filter(
        server => (server.costPerMonthNanos ?? 0n) > 0n && isUnused(server),
      )
      .map(server => ({ ...server, kind: this.kind, isPrivate: false }));
  }
}
