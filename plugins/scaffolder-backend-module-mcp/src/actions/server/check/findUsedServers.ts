import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  isServerEntity,
  readServerEntity,
} from '@mcp-portal/plugin-mcp-registry-common';
import { UsedServer } from '@mcp-portal/plugin-mcp-templates-common';

import type { Problems } from '../../../problems';

const CALLED_BY_HTTP = ['streamable-http', 'sse'];

/** The servers that an agent is to use: those that the person may see. */
export async function findUsedServers(
  catalog: Pick<CatalogService, 'getEntityByRef'>,
  options: {
    refs: string[];
    credentials: BackstageCredentials;
    problems: Problems;
  },
): Promise<UsedServer[]> {
  const { refs, credentials, problems } = options;
  const found = new Map<string, UsedServer>();
  for (const ref of refs) {
    const complete = completeServerRef(ref);
    const entity =
      complete && (await catalog.getEntityByRef(complete, { credentials }));
    if (entity && isServerEntity(entity)) {
      found.set(complete, describe(entity));
    } else {
      problems.add(
        'servers',
        `the portal lists no server "${ref}" that you may see. Choose another.`,
      );
    }
  }
  return [...found.values()];
}

function describe(entity: Entity): UsedServer {
  const { title, name } = entity.metadata;
  const remote = readServerEntity(entity).remotes.find(
    ({ type, url }) => CALLED_BY_HTTP.includes(type) && URL.canParse(url),
  );
  return {
    ref: stringifyEntityRef(entity),
    name,
    ...(title && { title }),
    ...(remote && { url: remote.url, transport: remote.type }),
  };
}

function completeServerRef(ref: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultKind: 'api', defaultNamespace: 'default' }),
    );
  } catch {
    return undefined;
  }
}
