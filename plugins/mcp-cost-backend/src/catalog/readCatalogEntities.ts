import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AGENT_COMPONENT_TYPE,
  AGENT_RESOURCE_TYPE,
  SERVER_ENTITY_TYPE,
} from '@mcp-portal/plugin-mcp-registry-common';

const PAGE_SIZE = 500;

const FILTER: Record<string, string>[] = [
  { kind: 'Group' },
  { kind: 'API', 'spec.type': SERVER_ENTITY_TYPE },
  { kind: 'Component', 'spec.type': AGENT_COMPONENT_TYPE },
  { kind: 'AiResource', 'spec.type': AGENT_RESOURCE_TYPE },
];

/** What `readSnapshot` looks at; descriptions and the like can be large. */
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'relations',
  'spec.type',
  'spec.owner',
  'spec.visibility',
  'spec.remotes',
  'spec.mcpServers',
  'spec.consumesApis',
  'spec.profile.displayName',
];

/** All teams, servers and agents of the catalog, page by page. */
export async function readCatalogEntities(options: {
  catalog: CatalogService;
  auth: AuthService;
}): Promise<Entity[]> {
  const credentials = await options.auth.getOwnServiceCredentials();
  const entities: Entity[] = [];
  let cursor: string | undefined;
  do {
    const page = await options.catalog.queryEntities(
      cursor
        ? { cursor, limit: PAGE_SIZE, fields: FIELDS }
        : { filter: FILTER, limit: PAGE_SIZE, fields: FIELDS },
      { credentials },
    );
    entities.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return entities;
}
