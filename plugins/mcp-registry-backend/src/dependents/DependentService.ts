import type {
  Dependents,
  PageQuery,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';
import { requireServer } from '../servers/requireServer';
import type { ServerStore } from '../servers/ServerStore';
import type { DependentStore } from './DependentStore';

/**
 * Who uses a server.
 */
export class DependentService {
  readonly #servers: ServerStore;
  readonly #store: DependentStore;

  constructor(options: { servers: ServerStore; store: DependentStore }) {
    this.#servers = options.servers;
    this.#store = options.store;
  }

  /** @throws NotFoundError when the scope has no such server */
  async list(scope: Scope, ref: string, page: PageQuery): Promise<Dependents> {
    await requireServer(this.#servers, scope, ref);
    return this.#store.list(scope, ref, page);
  }
}
