import type {
  ServerDetail,
  ServerFacets,
  ServerFilter,
  ServerPage,
  ServerQuery,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';
import type { IntrospectionStore } from '../introspection/IntrospectionStore';
import { requireServer } from './requireServer';
import type { ServerStore } from './ServerStore';

/**
 * What one may know of servers: the catalog's word and the observed, together.
 */
export class ServerService {
  readonly #servers: ServerStore;
  readonly #introspection: IntrospectionStore;

  constructor(options: {
    servers: ServerStore;
    introspection: IntrospectionStore;
  }) {
    this.#servers = options.servers;
    this.#introspection = options.introspection;
  }

  list(scope: Scope, query: ServerQuery): Promise<ServerPage> {
    return this.#servers.list(scope, query);
  }

  facets(scope: Scope, filter: ServerFilter): Promise<ServerFacets> {
    return this.#servers.facets(scope, filter);
  }

  /** @throws NotFoundError when there is none in scope */
  async get(scope: Scope, ref: string): Promise<ServerDetail> {
    const { declared, mayIntrospect, mayPublish, mayOverride, ...summary } =
      await requireServer(this.#servers, scope, ref);
    const current = await this.#introspection.getSnapshot(scope, ref);
    return {
      ...summary,
      remotes: declared.remotes,
      packages: declared.packages,
      onCall: declared.onCall,
      registryName: declared.registryName,
      tags: declared.tags,
      links: declared.links,
      whyNew: declared.whyNew,
      createdFrom: declared.createdFrom,
      seen: current && {
        snapshot: current.snapshot,
        firstSeenAt: current.firstSeenAt,
        lastSeenAt: current.lastSeenAt,
        sizeBytes: current.sizeBytes,
        protocolVersion: current.protocolVersion,
        serverInfo: current.serverInfo,
        credential: current.credential,
      },
      mayIntrospect,
      mayPublish,
      mayOverride,
    };
  }
}
