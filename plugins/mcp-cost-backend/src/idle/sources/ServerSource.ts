import type { CostScope } from '../../access';
import type { Candidate } from '../Candidate';
import type { IdleSource } from '../IdleSource';
import { daysBefore } from './daysBefore';
import type { ServerFacts } from './ServerFacts';

/** Finds servers that nobody called for some days, and that are older than that. */
export class ServerSource implements IdleSource {
  readonly kind = 'server';
  readonly #servers: ServerFacts;
  readonly #days: number;

  constructor(options: { servers: ServerFacts; days: number }) {
    this.#servers = options.servers;
    this.#days = options.days;
  }

  async find(scope: CostScope, now: Date): Promise<Candidate[]> {
    const limit = daysBefore(now, this.#days);
    const servers = await this.#servers.read(scope, now);
    return servers
      .filter(({ idleSince }) => idleSince <= limit)
      .map(server => ({ ...server, kind: this.kind, isPrivate: false }));
  }
}
