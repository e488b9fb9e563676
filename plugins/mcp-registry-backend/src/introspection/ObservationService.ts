import type {
  Attempt,
  HealthDay,
  Page,
  PageQuery,
  SeenSnapshot,
  ServerContract,
} from '@mcp-portal/plugin-mcp-registry-common';
import { NotFoundError } from '@backstage/errors';

import type { Scope } from '../access';
import { requireServer } from '../servers/requireServer';
import type { ServerStore } from '../servers/ServerStore';
import type { IntrospectionStore } from './IntrospectionStore';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What was observed of a server. Every method throws `NotFoundError` when the
 * scope has no such server.
 */
export class ObservationService {
  readonly #servers: ServerStore;
  readonly #store: IntrospectionStore;

  constructor(options: { servers: ServerStore; store: IntrospectionStore }) {
    this.#servers = options.servers;
    this.#store = options.store;
  }

  /** Undefined when the server has never answered. */
  async contract(
    scope: Scope,
    ref: string,
  ): Promise<ServerContract | undefined> {
    await requireServer(this.#servers, scope, ref);
    return this.#store.getSnapshot(scope, ref);
  }

  async snapshots(
    scope: Scope,
    ref: string,
    page: PageQuery,
  ): Promise<Page<SeenSnapshot>> {
    await requireServer(this.#servers, scope, ref);
    return this.#store.listSnapshots(scope, ref, page);
  }

  /** @throws NotFoundError also when the server never offered it */
  async snapshot(
    scope: Scope,
    ref: string,
    sha256: string,
  ): Promise<ServerContract> {
    await requireServer(this.#servers, scope, ref);
    const snapshot = await this.#store.getSnapshot(scope, ref, sha256);
    if (!snapshot) {
      throw new NotFoundError(
        `Server '${ref}' was never seen to offer snapshot ${sha256}. List its snapshots for those that it did.`,
      );
    }
    return snapshot;
  }

  async attempts(
    scope: Scope,
    ref: string,
    page: PageQuery,
  ): Promise<Page<Attempt>> {
    await requireServer(this.#servers, scope, ref);
    return this.#store.listAttempts(scope, ref, page);
  }

  /** The last days, today included, that had an attempt. */
  async healthDays(
    scope: Scope,
    ref: string,
    days: number,
    now = new Date(),
  ): Promise<HealthDay[]> {
    await requireServer(this.#servers, scope, ref);
    const from = new Date(now.getTime() - (days - 1) * DAY_MS);
    return this.#store.healthDays(scope, ref, from);
  }
}
