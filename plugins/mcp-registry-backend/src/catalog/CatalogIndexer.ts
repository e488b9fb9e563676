import {
  isAgentEntity,
  isServerEntity,
} from '@mcp-portal/plugin-mcp-registry-common';
import { LoggerService } from '@backstage/backend-plugin-api';

import type { Scope } from '../access';
import type { AgentIndexStore } from '../agents/AgentIndexStore';
import { fingerprint } from '../database/fingerprint';
import type { ServerAnnouncer } from '../servers/ServerAnnouncer';
import type { ServerIndexStore } from '../servers/ServerIndexStore';
import type { CatalogReader } from './CatalogReader';
import { toIndexedAgent } from './toIndexedAgent';
import { toIndexedServer } from './toIndexedServer';

/** How long what was observed of a server outlives its entity. */
const KEEP_REMOVED_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Brings the registry's index of servers and agents up to date with the
 * catalog. Only what changed is written.
 */
export class CatalogIndexer {
  readonly #catalog: CatalogReader;
  readonly #servers: ServerIndexStore;
  readonly #agents: AgentIndexStore;
  readonly #announcer: ServerAnnouncer;
  readonly #logger: LoggerService;

  constructor(options: {
    catalog: CatalogReader;
    servers: ServerIndexStore;
    agents: AgentIndexStore;
    announcer: ServerAnnouncer;
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#servers = options.servers;
    this.#agents = options.agents;
    this.#announcer = options.announcer;
    this.#logger = options.logger;
  }

  /**
   * Reads the whole catalog before it writes anything: when the catalog fails
   * midway, the index stays as it was.
   */
  async run(scope: Scope, now = new Date()): Promise<void> {
    // Before the catalog is read: who announces something meanwhile is right.
    const knownServers = await this.#servers.fingerprints(scope);
    const knownAgents = await this.#agents.fingerprints(scope);
    const { entities, owners } = await this.#catalog.readAll();
    const servers = entities
      .filter(isServerEntity)
      .map(entity => toIndexedServer(entity, owners));
    const serverRefs = new Set(servers.map(server => server.ref));
    const agents = entities
      .filter(isAgentEntity)
      .map(entity => toIndexedAgent(entity, owners, serverRefs));

    const serverChanges = changes(servers, knownServers);
    const changed: string[] = [];
    const removed: string[] = [];
    for (const server of serverChanges.changed) {
      await this.#alone(
        server.ref,
        async () => {
          changed.push(
            ...(await this.#servers.put(scope, [server], now, knownServers)),
          );
        },
        async () => {
          removed.push(
            ...(await this.#servers.remove(
              scope,
              [server.ref],
              now,
              knownServers,
            )),
          );
        },
      );
    }
    removed.push(
      ...(await this.#servers.remove(
        scope,
        serverChanges.gone,
        now,
        knownServers,
      )),
    );
    await this.#servers.purge(scope, new Date(now.getTime() - KEEP_REMOVED_MS));

    const agentChanges = changes(agents, knownAgents);
    for (const agent of agentChanges.changed) {
      await this.#alone(
        agent.ref,
        () => this.#agents.put(scope, [agent], knownAgents),
        () => this.#agents.remove(scope, [agent.ref], knownAgents),
      );
    }
    await this.#agents.remove(scope, agentChanges.gone, knownAgents);

    if (!isEmpty(serverChanges) || !isEmpty(agentChanges)) {
      this.#logger.info(
        `Indexed ${servers.length} servers (${describe(serverChanges)}) and ${
          agents.length
        } agents (${describe(agentChanges)})`,
      );
    }
    await this.#announcer.announce({ changed, removed });
  }

  /**
   * Lets an entity that can't be written cost only itself. What was known of it
   * goes: it may say who could see it, and that may be what changed.
   */
  async #alone(
    ref: string,
    put: () => Promise<unknown>,
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
