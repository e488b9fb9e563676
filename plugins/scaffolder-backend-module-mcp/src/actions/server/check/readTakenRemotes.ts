import { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  readServerEntity,
  SERVER_ENTITY_TYPE,
} from '@mcp-portal/plugin-mcp-registry-common';

/** Where a registered server answers. */
export interface TakenRemote {
  entityRef: string;
  url: URL;
}

/**
 * The URLs of all registered servers, those too that the person may not see: a
 * hidden server's port is as taken as any. Nothing of it is told.
 */
export async function readTakenRemotes(services: {
  auth: AuthService;
  catalog: Pick<CatalogService, 'streamEntities'>;
}): Promise<TakenRemote[]> {
  const credentials = await services.auth.getOwnServiceCredentials();
  const taken: TakenRemote[] = [];
  const pages = services.catalog.streamEntities(
    {
      filter: { kind: 'API', 'spec.type': SERVER_ENTITY_TYPE },
      fields: ['kind', 'metadata.name', 'metadata.namespace', 'spec.remotes'],
    },
    { credentials },
  );
  for await (const page of pages) {
    for (const entity of page) {
      for (const { url } of readServerEntity(entity).remotes) {
        if (URL.canParse(url)) {
          const entityRef = stringifyEntityRef(entity);
          taken.push({ entityRef, url: new URL(url) });
        }
      }
    }
  }
  return taken;
}
