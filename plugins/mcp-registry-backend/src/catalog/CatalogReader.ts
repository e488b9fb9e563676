import {
  AGENT_COMPONENT_TYPE,
  AGENT_RESOURCE_TYPE,
  SERVER_ENTITY_TYPE,
} from '@mcp-portal/plugin-mcp-registry-common';
import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

import { OwnerLookup } from './OwnerLookup';

const PAGE_SIZE = 500;

/** Entities, with who owns them. */
export interface OwnedEntities {
  entities: Entity[];
  owners: OwnerLookup;
}

/**
 * Reads servers and agents from the catalog, as the registry itself: all of them,
 * whoever may see them.
 */
export class CatalogReader {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  async readAll(): Promise<OwnedEntities> {
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
    return { entities, owners: await this.#lookUpOwners(entities) };
  }

  /** Whatever is there of that name, which need not be a server or an agent. */
  async readOne(ref: string): Promise<OwnedEntities> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const entity = await this.#catalog.getEntityByRef(ref, { credentials });
    const entities = entity ? [entity] : [];
    return { entities, owners: await this.#lookUpOwners(entities) };
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
