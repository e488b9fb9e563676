import {
  AGENT_COMPONENT_TYPE,
  AGENT_RESOURCE_TYPE,
  isAgentEntity,
  isServerEntity,
  SERVER_ENTITY_TYPE,
} from '@mcp-portal/plugin-mcp-registry-common';
import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

import type { Scope } from '../access';
import type { AgentIndexStore } from '../agents/AgentIndexStore';
import { fingerprint } from '../database/fingerprint';
import type { ServerIndexStore } from '../servers/ServerIndexStore';
import { OwnerLookup } from './OwnerLookup';
import { toIndexedAgent } from './toIndexedAgent';
import { toIndexedServer } from './toIndexedServer';

const PAGE_SIZE = 500;
/** How long what was observed of a server outlives its entity. */
const KEEP_REMOVED_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Brings the registry's index of servers and agents up to date with the
 * catalog. Only what changed is written.
 */
export class CatalogIndexer {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #servers: ServerIndexStore;
  readonly #agents: AgentIndexStore;
  readonly #logger: LoggerService;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    servers: ServerIndexStore;
    agents: AgentIndexStore;
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#servers = options.servers;
    this.#agents = options.agents;
    this.#logger = options.logger;
  }

  /**
   * Reads the whole catalog before it writes anything: when the catalog fails
   * midway, the index stays as it was.
   */
  async run(scope: Scope, now = new Date()): Promise<void> {
    const entities = await this.#readEntities();
    const owners = await this.#lookUpOwners(entities);
    const servers = entities
      .filter(isServerEntity)
      .map(entity => toIndexedServer(entity, owners));
    const serverRefs = new Set(servers.map(server => server.ref));
    const agents = entities
      .filter(isAgentEntity)
      .map(entity => toIndexedAgent(entity, owners, serverRefs));

    const serverChanges = changes(
      servers,
      await this.#servers.fingerprints(scope),
    );
    for (const server of serverChanges.changed) {
      await this.#alone(
        server.ref,
        () => this.#servers.put(scope, [server], now),
        () => this.#servers.remove(scope, [server.ref], now),
      );
    }
    await this.#servers.remove(scope, serverChanges.gone, now);
    await this.#servers.purge(scope, new Date(now.getTime() - KEEP_REMOVED_MS));

    const agentChanges = changes(
      agents,
      await this.#agents.fingerprints(scope),
    );
    for (const agent of agentChanges.changed) {
      await this.#alone(
        agent.ref,
        () => this.#agents.put(scope, [agent]),
        () => this.#agents.remove(scope, [agent.ref]),
      );
    }
    await this.#agents.remove(scope, agentChanges.gone);

    if (!isEmpty(serverChanges) || !isEmpty(agentChanges)) {
      this.#logger.info(
        `Indexed ${servers.length} servers (${describe(serverChanges)}) and ${
          agents.length
        } agents (${describe(agentChanges)})`,
      );
    }
  }

  /**
   * Lets an entity that can't be written cost only itself. What was known of it
   * goes: it may say who could see it, and that may be what changed.
   */
  async #alone(
    ref: string,
    put: () => Promise<void>,
    remove: () => Promise<void>,
  ): Promise<void> {
    try {
      await put();
    } catch (error) {
      this.#logger.error(
        `Could not index ${ref}; it is left out until it changes or this ends: ${error}`,
      );
      await remove();
    }
  }

  async #readEntities(): Promise<Entity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const entities: Entity[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        cursor
          ? { cursor, limit: PAGE_SIZE }
          : {
              limit: PAGE_SIZE,
              filter: [
                { kind: 'API', 'spec.type': SERVER_ENTITY_TYPE },
                { kind: 'Component', 'spec.type': AGENT_COMPONENT_TYPE },
                { kind: 'AiResource', 'spec.type': AGENT_RESOURCE_TYPE },
              ],
            },
        { credentials },
      );
      entities.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return entities;
  }

  async #lookUpOwners(entities: Entity[]): Promise<OwnerLookup> {
    const lookup = new OwnerLookup(entities);
    const credentials = await this.#auth.getOwnServiceCredentials();
    for (const refs of lookup.batches(PAGE_SIZE)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        {
          entityRefs: refs,
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.title',
            'spec.profile.displayName',
          ],
        },
        { credentials },
      );
      lookup.add(refs, items);
    }
    return lookup;
  }
}

interface Changes<T> {
  changed: T[];
  gone: string[];
}

function changes<T extends { ref: string }>(
  wanted: T[],
  known: Map<string, string>,
): Changes<T> {
  const refs = new Set(wanted.map(item => item.ref));
  return {
    changed: wanted.filter(item => known.get(item.ref) !== fingerprint(item)),
    gone: [...known.keys()].filter(ref => !refs.has(ref)),
  };
}

function isEmpty(change: Changes<unknown>): boolean {
  return change.changed.length === 0 && change.gone.length === 0;
}

function describe(change: Changes<unknown>): string {
  return `${change.changed.length} changed, ${change.gone.length} gone`;
}
