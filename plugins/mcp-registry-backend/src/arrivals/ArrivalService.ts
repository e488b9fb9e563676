import {
  isAgentEntity,
  isServerEntity,
  type Arrival,
} from '@mcp-portal/plugin-mcp-registry-common';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';

import { systemScope, type Scope } from '../access';
import type { AgentService } from '../agents/AgentService';
import { requireServer } from '../servers/requireServer';
import type { ServerStore } from '../servers/ServerStore';
import type { EntityTaker } from './EntityTaker';
import { Turns } from './Turns';

/** Entities that are taken from the catalog at once, whoever announces them. */
const CONCURRENCY = 4;

/**
 * Takes an entity from the catalog when somebody says that it is there, so that
 * nobody who has just made one waits for the next round.
 */
export class ArrivalService {
  readonly #catalog: CatalogService;
  readonly #taker: EntityTaker;
  readonly #servers: ServerStore;
  readonly #agents: AgentService;
  readonly #onServerChanged: (ref: string) => void;
  readonly #turns = new Turns<boolean>(CONCURRENCY);

  constructor(options: {
    catalog: CatalogService;
    taker: EntityTaker;
    servers: ServerStore;
    agents: AgentService;
    onServerChanged: (ref: string) => void;
  }) {
    this.#catalog = options.catalog;
    this.#taker = options.taker;
    this.#servers = options.servers;
    this.#agents = options.agents;
    this.#onServerChanged = options.onServerChanged;
  }

  /** @throws NotFoundError while the catalog does not show it to the caller */
  async server(
    scope: Scope,
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<Arrival> {
    await this.#requireShown(credentials, ref, isServerEntity, 'server');
    const changed = await this.#turns.take(ref, async () => {
      const wasChanged = await this.#taker.takeServer(systemScope(), ref);
      if (wasChanged) {
        this.#onServerChanged(ref);
      }
      return wasChanged;
    });
    await requireServer(this.#servers, scope, ref);
    return { listed: true, changed };
  }

  /** @throws NotFoundError while the catalog does not show it to the caller */
  async agent(
    scope: Scope,
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<Arrival> {
    await this.#requireShown(credentials, ref, isAgentEntity, 'agent');
    const changed = await this.#turns.take(ref, () =>
      this.#taker.takeAgent(systemScope(), ref),
    );
    await this.#agents.get(scope, ref);
    return { listed: true, changed };
  }

  async #requireShown(
    credentials: BackstageCredentials,
    ref: string,
    isWanted: (entity: Entity) => boolean,
    word: string,
  ): Promise<void> {
    const entity = await this.#catalog.getEntityByRef(ref, { credentials });
    if (!entity || !isWanted(entity)) {
      throw new NotFoundError(
        `The catalog has no ${word} '${ref}' yet. Register it there first; it takes the catalog some seconds to read it.`,
      );
    }
  }
}
