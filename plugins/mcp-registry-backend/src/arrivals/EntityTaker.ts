import {
  isAgentEntity,
  isServerEntity,
  readServerUses,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';
import type { AgentIndexStore } from '../agents/AgentIndexStore';
import type { CatalogReader } from '../catalog/CatalogReader';
import { toIndexedAgent } from '../catalog/toIndexedAgent';
import { toIndexedServer } from '../catalog/toIndexedServer';
import { fingerprint } from '../database/fingerprint';
import type { ServerAnnouncer } from '../servers/ServerAnnouncer';
import type { ServerIndexStore } from '../servers/ServerIndexStore';

/** How often one is read anew because another wrote it meanwhile. */
const MAX_TRIES = 3;

/**
 * Brings one entry of the index up to date with the catalog, just as a round
 * does it for all. What is gone from the catalog is left to the round.
 */
export class EntityTaker {
  readonly #catalog: CatalogReader;
  readonly #servers: ServerIndexStore;
  readonly #agents: AgentIndexStore;
  readonly #announcer: ServerAnnouncer;

  constructor(options: {
    catalog: CatalogReader;
    servers: ServerIndexStore;
    agents: AgentIndexStore;
    announcer: ServerAnnouncer;
  }) {
    this.#catalog = options.catalog;
    this.#servers = options.servers;
    this.#agents = options.agents;
    this.#announcer = options.announcer;
  }

  /** True when it was written, false when the index had it so already. */
  async takeServer(scope: Scope, ref: string): Promise<boolean> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const known = await this.#servers.fingerprints(scope, [ref]);
      const { entities, owners } = await this.#catalog.readOne(ref);
      const [entity] = entities.filter(isServerEntity);
      const server = entity && toIndexedServer(entity, owners);
      if (!server || known.get(ref) === fingerprint(server)) {
        return false;
      }
      const changed = await this.#servers.put(
        scope,
        [server],
        new Date(),
        known,
      );
      if (changed.length) {
        await this.#announcer.announce({ changed });
        return true;
      }
    }
    return false;
  }

  /** True when it was written, false when the index had it so already. */
  async takeAgent(scope: Scope, ref: string): Promise<boolean> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const known = await this.#agents.fingerprints(scope, [ref]);
      const { entities, owners } = await this.#catalog.readOne(ref);
      const [entity] = entities.filter(isAgentEntity);
      if (!entity) {
        return false;
      }
      const servers = await this.#servers.fingerprints(
        scope,
        readServerUses(entity).map(use => use.serverRef),
      );
      const agent = toIndexedAgent(entity, owners, new Set(servers.keys()));
      if (known.get(ref) === fingerprint(agent)) {
        return false;
      }
      const written = await this.#agents.put(scope, [agent], known);
      if (written.length) {
        return true;
      }
    }
    return false;
  }
}
