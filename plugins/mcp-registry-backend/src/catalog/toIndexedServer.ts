import {
  ANNOTATION_REGISTRY_NAME,
  ANNOTATION_REGISTRY_VERSION,
  ANNOTATION_SAMPLE,
  readServerEntity,
} from '@mcp-portal/plugin-mcp-registry-common';
import {
  Entity,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';

import type { IndexedServer } from '../servers/ServerIndexStore';
import type { OwnerLookup } from './OwnerLookup';

/** A server's entity as the index keeps it. */
export function toIndexedServer(
  entity: Entity,
  owners: OwnerLookup,
): IndexedServer {
  const server = readServerEntity(entity);
  const owner = owners.ownerOf(entity);
  const { annotations = {}, ...metadata } = entity.metadata;
  return {
    ref: stringifyEntityRef(entity),
    namespace: metadata.namespace ?? 'default',
    name: metadata.name,
    title: metadata.title,
    purpose: metadata.description,
    ownerRef: owner.ref,
    ownerExists: owner.exists,
    ownerTitle: owner.title,
    lifecycle: server.lifecycle,
    systemRef: entity.relations?.find(({ type }) => type === RELATION_PART_OF)
      ?.targetRef,
    trust: server.trust,
    visibility: server.visibility,
    dataSensitivity: server.dataSensitivity,
    sample: annotations[ANNOTATION_SAMPLE] === 'true',
    declared: {
      remotes: server.remotes,
      packages: server.packages,
      onCall: httpsOnly(server.onCall),
      registryName: annotations[ANNOTATION_REGISTRY_NAME],
      registryVersion: annotations[ANNOTATION_REGISTRY_VERSION],
      tags: metadata.tags ?? [],
      links: (metadata.links ?? []).map(({ url, title }) => ({ url, title })),
    },
  };
}

// Shown as a link: nothing but https may become one.
function httpsOnly(url: string | undefined): string | undefined {
  return url?.startsWith('https://') ? url : undefined;
}
